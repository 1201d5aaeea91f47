import { isIndicator } from '../node-methods.js';
import type { Rule } from '../problem.js';

/** A unit in the specification that is a power of ten away from the one in the column's header, such as 万元 for "GDP (亿元)". */
export const otherUnit: Rule = {
  severity: 'warning',
  find: ({ nodes, paths, unitOf }) =>
    nodes.filter(isIndicator).flatMap(({ row }) => {
      const { column = row.id, unit } = row.specification;
      const named = unitOf(column) ?? /[(（]([^()（）]+)[)）]\s*$/.exec(column)?.[1]?.trim();
      if (unit === undefined || named === undefined || unit.trim() === named || bare(unit.trim()) !== bare(named))
        return [];
      return [
        {
          path: [...paths.get(row.id)!, 'unit'],
          node: row.id,
          reason: `the unit is ${unit}, and the column "${column}" says ${named}`,
          remedy: 'Values are taken as they stand, not converted: correct the unit, or the data.',
        },
      ];
    }),
};

const power =
  '[十百千万亿兆]+|(?:1[ 0,.]*0|hundred|thousand|million|billion|trillion)s?|ths\\.?|tsd\\.?|mio\\.?|mrd\\.?|mln|bln|mn|bn|tn|[kmt](?=[€$£])';
const leading = new RegExp(`^(?:in\\s+)?(?:${power})\\s*(?:of\\s+)?`, 'i');
const trailing = new RegExp(`\\s+(?:${power})$`, 'i');

/** A unit without its power of ten. */
function bare(unit: string): string {
  return unit.replace(leading, '').replace(trailing, '').toLowerCase();
}
