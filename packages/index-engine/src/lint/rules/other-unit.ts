import { isIndicator } from '../node-methods.js';
import type { Rule } from '../problem.js';

/** A unit in the specification that is a power of ten away from the one in the column's name, such as 万元 for "GDP (亿元)". */
export const otherUnit: Rule = {
  severity: 'warning',
  find: ({ nodes, paths }) =>
    nodes.filter(isIndicator).flatMap(({ row }) => {
      const { column = row.id, unit } = row.specification;
      const named = /[(（]([^()（）]+)[)）]\s*$/.exec(column)?.[1]?.trim();
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

/** A unit without its power of ten. */
function bare(unit: string): string {
  return unit.replace(/^([十百千万亿兆]+|(hundred|thousand|million|billion|trillion)s?\s+(of\s+)?)/i, '').toLowerCase();
}
