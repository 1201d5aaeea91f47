import { exactValue } from '../../checks/exact-value.js';
import { sameOrder } from '../../checks/lists.js';
import { claim, type ClaimMaker, named, province, table } from './claim.js';

const gdpShares = table('province-gdp-shares');

/** Claims about all 31 provinces, of which the report prints nine: what these show is never the whole. */
export const nineProvincesClaims: readonly ClaimMaker[] = [
  claim('leading-provinces-order', {
    statement: 'Guangdong, Beijing and Shanghai (广东、北京、上海) are the three leading provinces of the total index',
    printed: 'ranks 1 to 3',
    locator: 'executive summary; offset 12021',
    at: { offset: 12021 },
    alsoAt: ['summary-province-top-3-rank'],
    compute: (evidence) => {
      const rows = evidence
        .places(gdpShares)
        .map((place, index) => ({ place, cell: evidence.cell(gdpShares, index + 1, 'share') }));
      const order = rows.sort((a, b) => b.cell.value.compare(a.cell.value)).slice(0, 3);
      return {
        ...sameOrder(
          order.map(({ place }) => named(place)),
          ['广东', '北京', '上海'].map(province).map(named),
        ),
        partial: true,
      };
    },
    reason: 'Checked among the nine provinces that the table prints; the other 22 are not published.',
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
];
