import { usedColumns } from '../../specification/used-columns.js';
import type { Rule } from '../problem.js';

/** A column that is declared and never used. */
export const unusedInput: Rule = {
  severity: 'warning',
  find: ({ specification }) => {
    const used = new Set(usedColumns(specification).map(({ column }) => column));
    return (['groups', 'denominators'] as const).flatMap((kind) =>
      (specification.data?.[kind] ?? []).flatMap((column, index) =>
        used.has(column)
          ? []
          : [
              {
                path: ['data', kind, index],
                reason: `the column "${column}" is declared but never used`,
                remedy: 'Use it, or take it out of data.',
              },
            ],
      ),
    );
  },
};
