import { listNames } from '@indexlab/core';
import { isIndicator } from '../node-methods.js';
import type { Rule } from '../problem.js';

/** Two indicators that take the same column of the data. */
export const sameColumn: Rule = {
  severity: 'warning',
  find: ({ nodes, paths }) => {
    const takers = new Map<string, string[]>();
    for (const { row } of nodes.filter(isIndicator)) {
      const column = row.specification.column ?? row.id;
      takers.set(column, [...(takers.get(column) ?? []), row.id]);
    }
    return [...takers]
      .filter(([, ids]) => ids.length > 1)
      .map(([column, ids]) => ({
        path: [...paths.get(ids[1]!)!, 'column'],
        node: ids[1]!,
        reason: `the column "${column}" is counted more than once: ${listNames(ids)}`,
        remedy: 'Leave all but one out, or name another column.',
      }));
  },
};
