import { claim, type ClaimMaker } from './claim.js';
import { provinceRelations } from './province-relations.js';

/** What the sentences on provinces in the smart-city sub-index say together (chapter 5, sections 2.1 to 2.3). */
export const smartCityProvinceClaims: readonly ClaimMaker[] = [
  claim('smart-provinces-together', {
    statement:
      'All that is printed about provinces in the smart-city sub-index (five values, a ratio, sums over 5, 7, 10 and 13 provinces, ranks) can hold together',
    printed: 'possible together',
    locator: 'chapter 5, sections 2.1 to 2.3; offset 53399',
    alsoAt: [
      'smart-city-eastern-top-10-share',
      'smart-city-ten-provinces-share',
      'smart-city-thirteen-provinces-share',
      'smart-city-hunan-rank',
      'smart-city-sichuan-rank',
      'smart-city-core-hunan-rank',
      'smart-city-core-sichuan-rank',
      'smart-city-hunan-map-rank',
    ],
    compute: provinceRelations,
    class: 'text against text',
    means: 'Each relation is fine alone; solved as one linear system they would rule one another out.',
  }),
];
