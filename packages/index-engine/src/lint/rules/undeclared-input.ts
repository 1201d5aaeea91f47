import { usedColumns } from '../../specification/used-columns.js';
import type { Rule } from '../problem.js';

/** A column of groups or a denominator that is used without being declared. */
export const undeclaredInput: Rule = {
  severity: 'error',
  find: ({ specification }) => {
    const declared = new Set([...(specification.data?.groups ?? []), ...(specification.data?.denominators ?? [])]);
    return usedColumns(specification)
      .filter(({ column, as }) => as !== 'other' && !declared.has(column))
      .map(({ column, as, path, node }) => ({
        path,
        ...(node !== null && { node }),
        reason: `the column "${column}" is used but not declared`,
        remedy: `Declare it: data: { ${as}: [${column}] }.`,
      }));
  },
};
