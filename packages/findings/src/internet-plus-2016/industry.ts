import { Exact, Interval, printedNumber } from '@indexlab/core';
import { exactValue } from '../checks/exact-value.js';
import { decided, sameOrder } from '../checks/lists.js';
import { descending } from '../checks/descending.js';
import { sum } from '../checks/sum.js';
import type { Cell, Evidence } from '../ledger/evidence.js';
import { city, claim, type ClaimMaker, leaders, named, province, slugOf, table, valuesOf } from './claim.js';

const percent = { unit: '%' };
const list = table('industry');
const provinces = table('province-industry');
const municipalities = ['北京', '上海', '重庆', '天津'].map(city);

/** Claims about the industry sub-index of cities and provinces (chapter 3, sections 1 and 2). */
export const industryClaims: readonly ClaimMaker[] = [
  claim('industry-top-50-total', {
    statement: 'The 50 leading cities of the industry sub-index sum to 69.32',
    figure: 'industry-50-share',
    compute: (evidence) => sum(leaders(evidence, 'industry', 50)),
  }),
  claim('industry-top-50-total-summary', {
    statement: 'The 50 leading cities of the industry sub-index sum to 69.3 (core views)',
    figure: 'core-industry-top-50-share',
    compute: (evidence) => sum(leaders(evidence, 'industry', 50)),
  }),
  claim('industry-top-50-nearly-70', {
    statement: 'The 50 leading cities of the industry sub-index hold nearly 70 (接近70%)',
    figure: 'industry-50-share-nearly',
    alsoAt: ['industry-core-top-50-share'],
    compute: (evidence) => sum(leaders(evidence, 'industry', 50)),
  }),
  claim('industry-top-50-count-share', {
    statement: 'Fifty cities are 14.25 % of the 351 cities',
    figure: 'industry-50-city-share',
    compute: (evidence) => {
      const value = Exact.ratio(50n * 100n, BigInt(evidence.rowCount(table('cities'))));
      return { value, bounds: Interval.point(value) };
    },
  }),
  claim('industry-leading-four', {
    statement:
      'Beijing, Shenzhen, Shanghai and Guangzhou (北京、深圳、上海、广州) lead the industry sub-index in this order',
    printed: 'ranks 1 to 4',
    locator: 'chapter 3, section 1.2; offset 27884',
    alsoAt: ['industry-first-tier-rank'],
    compute: (evidence) =>
      sameOrder(evidence.places(list, 1, 4).map(named), ['北京', '深圳', '上海', '广州'].map(city).map(named)),
  }),
  ...(
    [
      ['北京', '11.97'],
      ['深圳', '9.01'],
      ['上海', '6.51'],
      ['广州', '5.56'],
    ] as const
  ).map(([name, token]) =>
    claim(`industry-share-${slugOf(city(name))}`, {
      statement: `${named(city(name))} holds ${token} of the industry sub-index`,
      printed: printedNumber(token, percent),
      locator: 'chapter 3, section 1.2; offset 27892',
      compute: (evidence) => sum(valuesOf(evidence, 'industry', [name])),
    }),
  ),
  claim('industry-leading-four-total', {
    statement: 'Beijing, Shenzhen, Shanghai and Guangzhou sum to 33.05 in the industry sub-index',
    figure: 'industry-first-tier-share',
    compute: (evidence) => sum(valuesOf(evidence, 'industry', ['北京', '深圳', '上海', '广州'])),
  }),
  claim('industry-shanghai-above-guangzhou', {
    statement: 'Shanghai and Guangzhou follow Beijing and Shenzhen, Shanghai ahead',
    printed: 'Shanghai above Guangzhou',
    locator: 'chapter 3, section 1.2; offset 27991',
    compute: (evidence) =>
      descending(valuesOf(evidence, 'industry', ['深圳', '上海', '广州']), ['Shenzhen', 'Shanghai', 'Guangzhou']),
    reason: 'The sentence calls the two about equal, at 6.51 and 5.56; how close that must be is not said.',
    flags: ['true but empty'],
  }),
  claim('industry-capitals-count', {
    statement: 'Twenty-one of the 50 leading cities are provincial capitals (省会、首府)',
    figure: 'industry-50-capitals',
    compute: (evidence) => exactValue(rowsWhere(evidence, isCapital).length),
  }),
  claim('industry-capitals-total', {
    statement: 'The provincial capitals among the 50 leading cities sum to 25.80',
    figure: 'industry-50-capitals-share',
    compute: (evidence) => sum(rowsWhere(evidence, isCapital)),
  }),
  claim('industry-municipalities-count', {
    statement: 'Four of the 50 leading cities are municipalities (直辖市)',
    figure: 'industry-50-municipalities',
    compute: (evidence) => exactValue(rowsWhere(evidence, (place) => municipalities.includes(place)).length),
  }),
  claim('industry-municipalities-total', {
    statement: 'The four municipalities sum to 21.00',
    figure: 'industry-50-municipalities-share',
    compute: (evidence) => sum(rowsWhere(evidence, (place) => municipalities.includes(place))),
  }),
  claim('industry-other-cities-count', {
    statement: 'Twenty-five of the 50 leading cities are neither capitals nor municipalities',
    figure: 'industry-50-prefectures',
    compute: (evidence) => exactValue(rowsWhere(evidence, isOther).length),
  }),
  claim('industry-other-cities-half', {
    statement: 'The other cities are half (半数) of the 50 leading cities',
    printed: printedNumber('50', { ...percent, exact: true }),
    locator: 'chapter 3, section 1.4; offset 28300',
    compute: (evidence) => exactValue(rowsWhere(evidence, isOther).length * 2),
  }),
  claim('industry-other-cities-total', {
    statement: 'The other cities among the 50 leading ones sum to 22.52',
    figure: 'industry-50-prefectures-share',
    compute: (evidence) => sum(rowsWhere(evidence, isOther)),
  }),
  claim('industry-province-leading-two', {
    statement: 'Guangdong and Beijing (广东、北京) are the two peaks of the industry sub-index of provinces',
    printed: 'ranks 1 and 2',
    locator: 'chapter 3, section 2.1; offset 29097',
    alsoAt: ['chapter 3; offset 26597', 'industry-core-peaks'],
    compute: (evidence) =>
      sameOrder(evidence.places(provinces, 1, 2).map(named), ['广东', '北京'].map(province).map(named)),
  }),
  claim('industry-province-guangdong', {
    statement: 'Guangdong holds 19.81 of the industry sub-index',
    figure: 'industry-guangdong-share',
    compute: (evidence) => sum([evidence.at(provinces, province('广东'), 'index')]),
  }),
  claim('industry-province-guangdong-nearly-20', {
    statement: 'Guangdong holds nearly 20 (近 20%) of the industry sub-index',
    figure: 'industry-guangdong-share-nearly',
    compute: (evidence) => sum([evidence.at(provinces, province('广东'), 'index')]),
  }),
  claim('industry-province-next-four', {
    statement: 'Beijing, Shanghai, Zhejiang and Jiangsu (北京、上海、浙江、江苏) sum to 29.62',
    figure: 'industry-next-four-share',
    compute: (evidence) => sum(evidence.column(provinces, 'index', 2, 5)),
  }),
  claim('industry-province-next-four-nearly-30', {
    statement: 'Beijing, Shanghai, Zhejiang and Jiangsu sum to nearly 30 (近 30%)',
    figure: 'industry-next-four-share-nearly',
    compute: (evidence) => sum(evidence.column(provinces, 'index', 2, 5)),
  }),
  claim('industry-province-next-four-order', {
    statement: 'Beijing, Shanghai, Zhejiang and Jiangsu follow Guangdong in this order',
    printed: 'ranks 2 to 5',
    locator: 'chapter 3, section 2.2; offset 29290',
    alsoAt: ['industry-next-four-count'],
    compute: (evidence) =>
      sameOrder(evidence.places(provinces, 2, 5).map(named), ['北京', '上海', '浙江', '江苏'].map(province).map(named)),
  }),
  claim('industry-province-first-five', {
    statement: 'The five leading provinces sum to 49.43',
    figure: 'industry-five-provinces-share',
    alsoAt: ['chapter 3, section 2.2; offset 29191', 'industry-five-provinces-share-about'],
    compute: (evidence) => sum(evidence.column(provinces, 'index', 1, 5)),
  }),
  claim('industry-province-other-26-count', {
    statement: 'Twenty-six provinces stand behind the five leading ones',
    figure: 'industry-other-provinces',
    compute: (evidence) => exactValue(evidence.rowCount(provinces) - 5),
  }),
  claim('industry-province-other-26-total', {
    statement: 'The 26 other provinces sum to over 50 (超 50%)',
    figure: 'industry-other-provinces-share',
    compute: (evidence) => sum(evidence.column(provinces, 'index', 6, 31)),
    class: 'text against table',
    means:
      'The 26 values of table 3 sum to 39.50. The sentence takes what the five leaders leave of 100 (50.57), but the 31 values of the table sum to 88.93, not to 100.',
  }),
  claim('industry-province-middle-13', {
    statement: 'Thirteen provinces, Shandong and Sichuan (山东、四川) among them, sum to 30.54',
    figure: 'industry-middle-provinces-share',
    compute: (evidence) => sum(evidence.column(provinces, 'index', 6, 18)),
    reason: 'The thirteen are taken as ranks 6 to 18.',
  }),
  claim('industry-province-last-13', {
    statement: 'The last thirteen provinces hold 20.03',
    figure: 'industry-last-provinces-share',
    compute: (evidence) => sum(evidence.column(provinces, 'index', 19, 31)),
    class: 'text against table',
    means:
      'The last thirteen values of table 3 sum to 8.96. The printed 20.03 is 100 - 49.43 - 30.54: the remainder to 100 was given to them, although the table sums to 88.93.',
  }),
  claim('industry-east-above-middle', {
    statement:
      'The leading cities of the middle and the west are mostly provincial capitals (中西部集中于部分省会城市)',
    printed: 'most are capitals',
    locator: 'chapter 3, section 1.4; offset 28434',
    compute: (evidence) => {
      const inland = evidence.places(list, 1, 50).filter((place) => !eastern.has(place.slice(0, 2)));
      const capitals = inland.filter((place) => isCapital(place) || municipalities.includes(place));
      return decided(
        2 * capitals.length > inland.length,
        `${capitals.length} of ${inland.length} inland cities in the list are capitals or Chongqing`,
      );
    },
    reason:
      "The middle and the west are the provinces outside the National Bureau's east; the north-east counts as inland here.",
  }),
];

/** First two digits of the codes of the National Bureau's eastern provinces (2011). */
const eastern = new Set(['11', '12', '13', '31', '32', '33', '35', '37', '44', '46']);

/** A provincial capital's code ends in 0100; municipalities are provinces of their own. */
function isCapital(place: string): boolean {
  return place.endsWith('0100');
}

function isOther(place: string): boolean {
  return !isCapital(place) && !municipalities.includes(place);
}

/** Values of those of the 50 leading cities that a rule picks. */
function rowsWhere(evidence: Evidence, picks: (place: string) => boolean): Cell[] {
  return evidence
    .places(list, 1, 50)
    .flatMap((place, index) => (picks(place) ? [evidence.cell(list, index + 1, 'index')] : []));
}
