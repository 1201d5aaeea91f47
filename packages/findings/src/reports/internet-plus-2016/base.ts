import { printedNumber } from '@indexlab/core';
import { descending } from '../../checks/descending.js';
import { sameOrder } from '../../checks/lists.js';
import { city, claim, type ClaimMaker, leaders, named, provinceOf, province, table } from './claim.js';
import { listedTotal } from './listed-total.js';

const list = table('base');
const inputs =
  'market base and technology base of each city (place, year, market, technology), held by Tencent; buildIndex takes them as columns';

/** Claims about the base sub-index (chapter 2). */
export const baseClaims: readonly ClaimMaker[] = [
  claim('base-leading-four', {
    statement: 'Beijing, Guangzhou, Shanghai and Shenzhen (北京、广州、上海、深圳) lead the base sub-index',
    printed: 'ranks 1 to 4',
    locator: 'chapter 2, section 1.2; offset 23566',
    compute: (evidence) =>
      sameOrder(evidence.places(list, 1, 4).map(named), ['北京', '广州', '上海', '深圳'].map(city).map(named)),
  }),
  claim('base-ranks-five-to-ten', {
    statement:
      "Fuzhou, Chengdu, Hangzhou, Chongqing, Xi'an and Zhengzhou (福州、成都、杭州、重庆、西安、郑州) take ranks 5 to 10",
    printed: 'ranks 5 to 10',
    locator: 'chapter 2, section 1.2; offset 23640',
    alsoAt: ['base-ranks-5-to-10'],
    compute: (evidence) =>
      sameOrder(
        evidence.places(list, 5, 10).map(named),
        ['福州', '成都', '杭州', '重庆', '西安', '郑州'].map(city).map(named),
      ),
  }),
  claim('base-leaders-far-ahead', {
    statement: 'The four leading cities stand above all others in the base sub-index',
    printed: 'rank 4 above rank 5',
    locator: 'chapter 2, section 1.2; offset 23566',
    compute: (evidence) => descending(leaders(evidence, 'base', 5, 4), ['rank 4', 'rank 5']),
  }),
  claim('base-fuzhou-top-five', {
    statement: 'Fuzhou (福州) is among the five leading cities of the base sub-index',
    printed: 'rank 5',
    locator: 'chapter 2, section 1.2; offset 23674',
    alsoAt: ['base-fuzhou-rank'],
    compute: (evidence) => sameOrder(evidence.places(list, 5, 5).map(named), [named(city('福州'))]),
  }),
  claim('base-guangdong-fifth', {
    statement: 'Guangdong holds nearly a fifth (近五分之一) of the base sub-index',
    printed: printedNumber('20', { unit: '%', qualifier: 'nearly' }),
    locator: 'chapter 2; offset 23058',
    alsoAt: ['chapter 2, section 1.1; offset 23375', 'base-core-guangdong-share', 'base-guangdong-share'],
    compute: (evidence) => listedTotal(evidence, 'base', (place) => provinceOf(place) === province('广东')),
    reason:
      "Bounds from the list of a hundred: Guangdong's cities in it, and the others between zero and the last printed value. Nearly 20 is read as 19 to 20.",
    class: 'text against table',
  }),
  claim('base-beijing-about-11', {
    statement: 'Beijing holds about 11 (约 11%) of the base sub-index',
    figure: 'base-beijing-share',
    compute: (evidence) => listedTotal(evidence, 'base', (place) => place === city('北京')),
    reason: "The city's value of the list; the chart of provinces is not in the text.",
    class: 'text against table',
  }),
  ...(
    [
      [
        'base-technology-ahead',
        'Technology base exceeds market base in Beijing, Guangzhou, Shanghai, Shenzhen, Fuzhou and Xiamen, and nowhere else',
        'six cities',
        'chapter 2, section 4.1; offset 25371',
      ],
      [
        'base-gap-and-index',
        'The smaller the gap between technology and market base, the higher the total index (技术基础与市场基础差距越小)',
        'falling with the gap',
        'chapter 2, section 4.2; offset 25826',
      ],
      [
        'base-moderation-positive',
        'Technology base strengthens the effect of market base on the industry sub-index (正向的调节作用)',
        'positive interaction',
        'chapter 2, section 3; offset 25039',
      ],
    ] as const
  ).map(([slug, statement, printed, passage]) =>
    claim(slug, { statement, printed, locator: passage, compute: () => ({ needs: 'private', inputs }) }),
  ),
  claim('base-moderation-40', {
    statement:
      'Each percentage point of technology base raises the effect of market base on the industry sub-index by about 40 % (约 40%)',
    figure: 'base-core-moderation-effect',
    alsoAt: ['moderation-effect', 'base-core-moderation-unit', 'moderation-unit'],
    compute: () => ({
      needs: 'private',
      inputs: `${inputs}; the claim is the ratio of the interaction to the uncentred coefficient of market in: industry ~ market * technology`,
    }),
  }),
  claim('base-market-growth', {
    statement:
      'Second- and third-tier cities grew faster in market base than first-tier cities from 2014 to 2015; Xuzhou, Foshan, Quanzhou and Jinhua (徐州、佛山、泉州、金华) gained shares',
    printed: 'faster growth',
    locator: 'chapter 2, section 2; offset 24488',
    alsoAt: ['core views; offset 9209'],
    compute: () => ({
      needs: 'private',
      inputs: 'market base of each city for 2014 and 2015 (place, year, market), held by Tencent',
    }),
  }),
];
