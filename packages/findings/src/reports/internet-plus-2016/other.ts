import { city, claim, type ClaimMaker, context, rankOf, table, topTenOf } from './claim.js';
import { hubAndSpoke } from './hub-and-spoke.js';
import { regionOf } from './listed-total.js';
import { exactValue } from '../../checks/exact-value.js';
import { figureCell } from './figures.js';
import { sum } from '../../checks/sum.js';

const networks = [
  ['retail', 'retail'],
  ['transport', 'transport-logistics'],
  ['catering', 'catering-accommodation'],
  ['tourism', 'tourism'],
  ['life-services', 'life-services'],
  ['finance', 'finance'],
] as const;

/** Claims about networks, repeated figures, and what only other data can decide. */
export const otherClaims: readonly ClaimMaker[] = [
  ...networks.map(([name, list]) =>
    claim(`network-${name}`, {
      statement: `The ${name} network (轴辐式脉络图) joins 46 cities: 16 cores at ranks 5 to 20 and 30 nodes at ranks 21 to 50, inside the seven regions`,
      printed: '16 cores and 30 nodes',
      locator: `chapter 3, section 3; table ${list}`,
      alsoAt: [`${name}-core-ranks`, `${name}-node-ranks`, `${name}-excluded`, `${name}-network-rank`],
      compute: (evidence) => {
        const places = evidence.places(table(list), 5, 50);
        const ranks = evidence.column(table(list), 'rank', 5, 50).map(({ value }) => value.toNumber());
        const regions = hubAndSpoke(
          places.map((place, index) => ({ place, rank: ranks[index]!, region: regionOf(place) })),
        );
        const missing = Array.from({ length: 46 }, (_, at) => at + 5).filter((rank) => !ranks.includes(rank)).length;
        const cores = regions.flatMap((region) => region.cores).length;
        const nodes = regions.flatMap((region) => region.nodes).length;
        const text = regions
          .map((region) => `${region.region} ${region.cores.length}+${region.nodes.length}`)
          .join(', ');
        return {
          holds:
            cores === 16 && nodes === 30
              ? 'always'
              : cores + nodes + missing === 46 && cores <= 16 && nodes <= 30
                ? 'possibly'
                : 'never',
          text: `${cores} cores and ${nodes} nodes: ${text}`,
          partial: nodes < 30,
        };
      },
      reason: 'Where the printed list lacks a rank between 5 and 50, its city cannot be placed.',
    }),
  ),
  claim('apps-per-venture-repeated', {
    figure: 'innovation-national-apps-per-project-2',
    compute: (evidence) => sum([figureCell(evidence, 'innovation-national-apps-per-project')]),
    class: 'text against text',
    means: 'Two passages print one ratio differently.',
  }),
  claim('health-guangdong-prefectures', {
    figure: 'health-guangdong-prefectures',
    compute: (evidence) =>
      exactValue(['佛山', '珠海', '东莞'].filter((name) => inHealthTopTen(evidence, city(name))).length),
  }),
  claim('base-inland-top-10', {
    figure: 'base-inland-top-10',
    compute: (evidence) => {
      const ranks = ['成都', '重庆', '西安', '郑州'].map((name) =>
        rankOf(evidence, 'base', city(name)).value!.toNumber(),
      );
      return exactValue(Math.max(...ranks));
    },
    reason: 'The worst of the four ranks.',
  }),
  ...(
    [
      [
        'summary-yinchuan-retail-lead',
        'retail sales of each city (place, sales), China City Statistical Yearbook 2015',
        'public',
      ],
      [
        'summary-xinyang-health-lead',
        'the health index of all cities, not published, and hospitals of each city',
        'undisclosed',
      ],
      [
        'summary-weinan-education-lead',
        'the education index of all cities, not published, and universities of each city',
        'undisclosed',
      ],
      [
        'regions-south-china-guangzhou-health',
        'the health index of all cities (place, index), not published',
        'undisclosed',
      ],
      ['regions-national-guangzhou-health', 'the health index of Guangzhou, not published', 'undisclosed'],
      [
        'regions-north-china-beijing-education',
        'the education index of all cities (place, index), not published',
        'undisclosed',
      ],
      ['regions-national-beijing-education', 'the education index of Beijing, not published', 'undisclosed'],
      [
        'base-shanghai-province-rank',
        'the base sub-index of provinces, a chart that is not in the text',
        'not-in-our-text',
      ],
      [
        'smart-city-east-share',
        'the smart-city sub-index of the eastern provinces, a chart that is not in the text',
        'not-in-our-text',
      ],
      ['core-growth-cities', 'the total index of each city for 2014 (place, index), held by Tencent', 'private'],
      [
        'smart-city-growth-regression-p',
        'the change of the index from 2014 to 2015 and the smart-city sub-index of each city; regress with robust errors',
        'private',
      ],
      [
        'smart-city-shenzhen-value-rank',
        'the indicators of the smart-city sub-index by city, held by Tencent',
        'private',
      ],
      [
        'smart-city-indicator-provinces',
        'the indicators of the smart-city sub-index by province, held by Tencent',
        'private',
      ],
      ['innovation-chongqing-apps-per-project', 'new apps and new ventures of each city, held by Tencent', 'private'],
      ['innovation-xiamen-apps-per-project', 'new apps and new ventures of each city, held by Tencent', 'private'],
      ['innovation-shanghai-finance-apps-rank', 'new apps by city and field, held by Tencent', 'private'],
      ['innovation-guangzhou-game-apps-rank', 'new apps by city and field, held by Tencent', 'private'],
      ['innovation-chongqing-life-apps', 'new apps by city and field, held by Tencent', 'private'],
      ['innovation-beijing-education-apps', 'new apps by city and field, held by Tencent', 'private'],
      ['innovation-xiamen-tool-apps', 'new apps by city and field, held by Tencent', 'private'],
    ] as const
  ).map(([figure, inputs, needs]) => claim(figure, { figure, compute: () => ({ needs, inputs }) })),
  ...contexts(),
];

function inHealthTopTen(evidence: Parameters<typeof rankOf>[0], place: string): boolean {
  return topTenOf(evidence, 'top-ten-industries-chapter-3', 'industry', 'health').includes(place);
}

/** Figures that say nothing about the index itself. */
function contexts(): ClaimMaker[] {
  const use =
    'About the use of city services, an input of the index that is not published; no other figure of the report bears on it.';
  const sample = 'Says how the data were collected; no figure of the report bears on it.';
  return [
    ...[
      'summary-services-user-share',
      'smart-city-covered-cities',
      'smart-city-served',
      'smart-city-local-service-cities',
      'smart-city-shenzhen-users',
      'smart-city-deyang-services',
      'smart-city-deyang-local-users',
      'smart-city-ningxia-fund-return-rate',
      'smart-city-ningxia-hospital-return-rate',
      'smart-city-jiangsu-users-rank',
      'smart-city-zhejiang-users-rank',
      'services-local-over-national',
      'services-vehicle-return-rate',
      'services-government-return-rate',
      'services-traffic-users',
      'services-human-resources-return-rate',
      'services-fund-return-rate',
      'services-map-weather-users',
      'services-provinces-ahead',
      'services-guangdong-ahead',
      'services-beijing-ahead',
      'services-hunan-ahead',
      'cases-user-share',
      'case-guangdong-services',
      'case-guangdong-local-services',
      'case-zhejiang-cities',
      'case-zhejiang-users-rank',
      'case-zhejiang-services',
      'case-zhejiang-services-share',
      'case-fujian-cities',
    ].map((figure) => context(figure, use)),
    ...[
      'weights-experts',
      'weights-lowest-score',
      'weights-highest-score',
      'summary-prefecture-coverage',
      'smart-city-province-data-cities',
    ].map((figure) => context(figure, sample)),
  ];
}
