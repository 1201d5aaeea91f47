import { Exact, Interval, printedNumber } from '@indexlab/core';
import { exactValue } from '../../checks/exact-value.js';
import { sameOrder } from '../../checks/lists.js';
import { ratio } from '../../checks/ratio.js';
import { sum } from '../../checks/sum.js';
import type { Cell, Evidence } from '../../ledger/evidence.js';
import { city, claim, type ClaimMaker, named, province, rankOf, slugOf, table, valuesOf } from './claim.js';

const firstTier = ['北京', '深圳', '广州', '上海'];
const leadingProvinces = ['广东', '北京', '上海'];
const gdpShares = table('province-gdp-shares');
const percent = { unit: '%' };
const third = Exact.ratio(1n, 3n);

/** Claims about the total index: its leaders, and the provinces beside their GDP. */
export const totalClaims: readonly ClaimMaker[] = [
  claim('leading-four-ranks', {
    statement:
      'Beijing, Shenzhen, Guangzhou and Shanghai (北京、深圳、广州、上海) take ranks 1 to 4 of the total index, in this order',
    printed: 'ranks 1 to 4',
    locator: 'executive summary; offset 12122',
    alsoAt: ['summary-first-tier-ranks'],
    compute: (evidence) => sameOrder(evidence.places(table('total'), 1, 4).map(named), firstTier.map(city).map(named)),
  }),
  claim('leading-four-total', {
    statement: 'The total indices of Beijing, Shenzhen, Guangzhou and Shanghai sum to 28.26',
    figure: 'summary-first-tier-sum',
    alsoAt: ['summary-first-tier-share'],
    compute: (evidence) => sum(valuesOf(evidence, 'total', firstTier)),
  }),
  claim('leading-four-quarter', {
    statement: 'The four leading cities hold a good quarter (四分之一强) of digital China',
    printed: printedNumber('25', { ...percent, qualifier: 'over' }),
    locator: 'executive summary; offset 12159',
    alsoAt: ['summary-first-tier-quarter'],
    compute: (evidence) => sum(valuesOf(evidence, 'total', firstTier)),
  }),
  claim('leading-provinces-order', {
    statement: 'Guangdong, Beijing and Shanghai (广东、北京、上海) are the three leading provinces of the total index',
    printed: 'ranks 1 to 3',
    locator: 'executive summary; offset 12021',
    alsoAt: ['summary-province-top-3-rank'],
    compute: (evidence) => {
      const rows = evidence
        .places(gdpShares)
        .map((place, index) => ({ place, cell: evidence.cell(gdpShares, index + 1, 'share') }));
      const order = rows.sort((a, b) => b.cell.value.compare(a.cell.value)).slice(0, 3);
      return {
        ...sameOrder(
          order.map(({ place }) => named(place)),
          leadingProvinces.map(province).map(named),
        ),
        partial: true,
      };
    },
    reason: 'Checked among the nine provinces that the table prints; the other 22 are not published.',
  }),
  claim('leading-provinces-total', {
    statement: 'The total indices of Guangdong, Beijing and Shanghai sum to 35.5',
    figure: 'summary-province-top-3-sum',
    alsoAt: ['summary-province-top-3-share'],
    compute: (evidence) => sum(shares(evidence, leadingProvinces)),
  }),
  claim('leading-provinces-third', {
    statement: 'Guangdong, Beijing and Shanghai hold over a third of digital China',
    printed: { token: 'a third', unit: '', qualifier: 'over', exact: false, interval: new Interval(third, null) },
    locator: 'executive summary; offset 12079',
    alsoAt: ['summary-province-top-3-third'],
    compute: (evidence) => {
      const { value, bounds } = sum(shares(evidence, leadingProvinces));
      const hundred = Exact.ratio(100n);
      return { value: value!.over(hundred), bounds: bounds.over(Interval.point(hundred)) };
    },
  }),
  claim('provinces-ahead-of-gdp', {
    statement: 'Nine provinces (九大省份) have a larger share of the index than of GDP',
    figure: 'core-provinces-ahead-of-gdp',
    compute: (evidence) => {
      const ahead = evidence.column(gdpShares, 'share').filter((share, index) => {
        const ofGdp = evidence.cell(gdpShares, index + 1, 'gdpShare');
        return share.interval.lower!.compare(ofGdp.interval.upper!) > 0;
      });
      return { ...exactValue(ahead.length), partial: true };
    },
    reason: 'All nine provinces of the table are ahead; the shares of the other 22 are not published.',
  }),
  ...leadingProvinces.map((name) =>
    claim(`two-to-three-times-gdp-${slugOf(province(name))}`, {
      statement: `The share of ${named(province(name))} in the index is two to three times its share of GDP`,
      printed: printedNumber('2~3', { unit: 'times', qualifier: 'range' }),
      locator: 'core views; offset 8798',
      compute: (evidence) => ratio(shares(evidence, [name]), [evidence.at(gdpShares, province(name), 'gdpShare')]),
      class: 'text against table',
      reason: 'The range is read with both ends rounded, 1.5 to 3.5; with both ends exact it is another reading.',
      means: 'The table right below the sentence gives 3.6, outside even a range with rounded ends.',
    }),
  ),
  ...['海南', '宁夏'].map((name) =>
    claim(`ahead-of-gdp-${slugOf(province(name))}`, {
      statement: `The share of ${named(province(name))} in the index exceeds its share of GDP`,
      printed: printedNumber('1', { unit: 'times', qualifier: 'over' }),
      locator: 'core views; offset 8847',
      compute: (evidence) => ratio(shares(evidence, [name]), [evidence.at(gdpShares, province(name), 'gdpShare')]),
    }),
  ),
  ...(
    [
      ['东莞', 20, 'core views; offset 8461'],
      ['佛山', 20, 'core views; offset 8461'],
      ['德阳', 60, 'core views; offset 8649'],
      ['潮州', 100, 'core views; offset 8481'],
      ['汕尾', 100, 'core views; offset 8481'],
      ['河源', 100, 'core views; offset 8481'],
    ] as const
  ).map(([name, limit, passage]) =>
    claim(`top-${limit}-${slugOf(city(name))}`, {
      statement: `${named(city(name))} is among the ${limit} leading cities of the total index`,
      printed: printedNumber(String(limit), { exact: true, qualifier: 'at-most' }),
      locator: passage,
      compute: (evidence) => rankOf(evidence, 'total', city(name)),
    }),
  ),
];

function shares(evidence: Evidence, names: readonly string[]): Cell[] {
  return names.map((name) => evidence.at(gdpShares, province(name), 'share'));
}
