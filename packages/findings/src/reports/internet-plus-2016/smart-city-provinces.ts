import { printedNumber } from '@indexlab/core';
import { exactValue } from '../../checks/exact-value.js';
import { descending } from '../../checks/descending.js';
import { sameOrder } from '../../checks/lists.js';
import { ratio } from '../../checks/ratio.js';
import { sum } from '../../checks/sum.js';
import type { Cell, Evidence } from '../../ledger/evidence.js';
import { city, claim, type ClaimMaker, named, rankOf, table, topTenOf } from './claim.js';
import { figureCell } from './figures.js';
import { provinceRelations } from './province-relations.js';

const values = ['guangdong', 'zhejiang', 'chongqing', 'beijing', 'jiangsu'].map((name) => `smart-city-${name}-index`);
const english = ['Guangdong', 'Zhejiang', 'Chongqing', 'Beijing', 'Jiangsu'];

/** Claims about provinces in the smart-city sub-index and about the use of services (chapter 5, sections 2 to 4). */
export const smartCityProvinceClaims: readonly ClaimMaker[] = [
  claim('smart-provinces-order', {
    statement:
      'Guangdong leads; Zhejiang, Chongqing, Beijing and Jiangsu (浙江、重庆、北京、江苏) take ranks 2 to 5 among the provinces',
    printed: 'ranks 1 to 5',
    locator: 'chapter 5, section 2.1; offset 52982',
    alsoAt: ['smart-city-next-provinces-ranks'],
    compute: (evidence) => descending(cells(evidence, values), english),
  }),
  claim('smart-provinces-guangdong-zhejiang', {
    figure: 'smart-city-guangdong-over-zhejiang',
    compute: (evidence) => ratio(cells(evidence, [values[0]!]), cells(evidence, [values[1]!])),
  }),
  claim('smart-provinces-first-five', {
    figure: 'smart-city-five-provinces-share',
    compute: (evidence) => sum(cells(evidence, values)),
    class: 'text against text',
    means: 'The five values printed in the same sentence do not sum to it.',
  }),
  ...(
    [
      ['chongqing-third', 'smart-city-chongqing-rank', 2],
      ['beijing-fourth', 'case-beijing-rank', 3],
      ['zhejiang-second', 'smart-city-zhejiang-rank', 1],
    ] as const
  ).map(([slug, figure, place]) =>
    claim(`smart-provinces-${slug}`, {
      figure,
      compute: (evidence) => {
        const all = cells(evidence, values);
        const above = all.filter((cell) => cell.value.compare(all[place]!.value) > 0).length;
        return exactValue(above + 1);
      },
    }),
  ),
  claim('smart-provinces-inland-count', {
    figure: 'smart-city-inland-count',
    statement: 'Three of the ten leading provinces lie in the middle and the west: ten less the seven eastern ones',
    compute: (evidence) =>
      sum(cells(evidence, ['smart-city-inland-top-10']), cells(evidence, ['smart-city-eastern-count'])),
    class: 'text against text',
    means: 'Ten provinces less the eastern ones give another number.',
  }),
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
  ...(
    [
      ['长沙', 'smart-city-changsha-capital-rank'],
      ['武汉', 'smart-city-wuhan-rank'],
      ['西安', 'smart-city-xian-rank'],
      ['郑州', 'smart-city-zhengzhou-rank'],
    ] as const
  ).map(([name, figure]) =>
    claim(`smart-capital-${figure.split('-')[2]}`, {
      figure,
      compute: (evidence) => rankOf(evidence, 'smart-city', city(name)),
    }),
  ),
  claim('smart-leapfrog-nine', {
    figure: 'smart-city-leapfrog-lead',
    compute: (evidence) => {
      const smart = table('leapfrog-smart-city');
      const leads = evidence
        .places(smart)
        .slice(1)
        .map((place) => evidence.at(smart, place, 'baseLead').value.toNumber());
      return exactValue(Math.min(...leads));
    },
    reason:
      'The smallest lead over the base sub-index; over industry and innovation some of the nine lead by less than 100.',
    flags: ['not like for like'],
  }),
  claim('case-fujian-seats', {
    figure: 'case-fujian-seats',
    compute: (evidence) => exactValue(inFujian(evidence).length),
  }),
  claim('case-fujian-ranks', {
    statement:
      'Xiamen, Quanzhou and Fuzhou (厦门、泉州、福州) take ranks 5 to 7 in users of household and security services',
    printed: 'ranks 5 to 7',
    locator: 'chapter 5, section 4; offset 60993',
    alsoAt: ['case-xiamen-rank', 'case-quanzhou-rank', 'case-fuzhou-rank'],
    compute: (evidence) =>
      sameOrder(householdTopTen(evidence).slice(4, 7).map(named), ['厦门', '泉州', '福州'].map(city).map(named)),
  }),
  claim('services-types-sum', {
    statement: 'The four types of service (34.54, 26.71, 22.33, 16.42) share all users of city services',
    printed: printedNumber('100', { unit: '%', exact: true }),
    locator: 'chapter 5, section 3.2; offset 54641',
    compute: (evidence) =>
      sum(
        cells(evidence, [
          'services-life-users',
          'services-government-users',
          'services-vehicle-users',
          'services-travel-users',
        ]),
      ),
    class: 'arithmetic',
    reason: 'Shares of one whole must sum to 100.',
  }),
  claim('services-order', {
    statement: 'Services of daily life lead, then government, vehicle and travel services',
    printed: 'falling shares',
    locator: 'chapter 5, section 3.2; offset 54641',
    compute: (evidence) =>
      descending(
        cells(evidence, [
          'services-life-users',
          'services-government-users',
          'services-vehicle-users',
          'services-travel-users',
        ]),
        ['daily life', 'government', 'vehicle', 'travel'],
      ),
  }),
  claim('services-ten-fields-users', {
    figure: 'smart-city-core-local-users',
    statement: 'Ten named fields of service hold 61.60 of the users, say the core views of chapter 5',
    compute: (evidence) => sum(cells(evidence, ['services-top-10-users'])),
    class: 'text against text',
    means:
      'Section 3.3 gives the same ten fields 66.1 of the users; 61.60 is what section 3.1 gives to all local services. Two passages print one share differently.',
  }),
  claim('services-local-users-repeated', {
    figure: 'services-local-users',
    compute: (evidence) => sum(cells(evidence, ['smart-city-core-local-users'])),
    reason: 'Repeated in the core views, there of ten fields instead of all local services.',
  }),
  claim('services-return-rate-repeated', {
    figure: 'services-local-return-rate',
    compute: (evidence) => sum(cells(evidence, ['smart-city-core-return-rate'])),
  }),
  claim('services-heading-seven-tenths', {
    figure: 'services-heading-top-10-users',
    compute: (evidence) => {
      const share = sum(cells(evidence, ['services-top-10-users']));
      const ten = printedNumber('10', { exact: true }).interval;
      return { value: share.value!.over(ten.lower!), bounds: share.bounds.over(ten) };
    },
  }),
  claim('services-ten-fields-within-local', {
    statement: 'Ten fields of local services hold no more users than all local services',
    printed: printedNumber('0', { unit: '%', exact: true, qualifier: 'at-least' }),
    locator: 'chapter 5, section 3.3; offset 55047',
    compute: (evidence) => sum(cells(evidence, ['services-local-users']), cells(evidence, ['services-top-10-users'])),
    class: 'text against text',
    means:
      'The ten fields are named as local services and hold 66.1 of the users; all local services hold 61.60 in section 3.1. A part exceeds its whole.',
  }),
  claim('services-deyang-rate-above-parts', {
    statement: 'The return rate of Deyang, 20.2, lies within those of its services named as highest, 26.40 and 20.60',
    printed: 'below the highest',
    locator: 'chapter 5, section 1.3; offset 52217',
    compute: (evidence) => {
      const all = cells(evidence, [
        'smart-city-deyang-fund-return-rate',
        'smart-city-deyang-insurance-return-rate',
        'smart-city-deyang-return-rate',
      ]);
      return descending(all, ['housing fund', 'social insurance', 'all services']);
    },
  }),
];

function cells(evidence: Evidence, ids: readonly string[]): Cell[] {
  return ids.map((id) => figureCell(evidence, id));
}

/** The ten cities with the most users of household and security services. */
function householdTopTen(evidence: Evidence): string[] {
  return topTenOf(evidence, 'top-ten-services-chapter-5', 'service', 'household-security');
}

function inFujian(evidence: Evidence): string[] {
  return householdTopTen(evidence).filter((place) => place.startsWith('35'));
}
