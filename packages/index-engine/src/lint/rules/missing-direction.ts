import { listNames } from '@indexlab/core';
import { isIndicator } from '../node-methods.js';
import type { Rule } from '../problem.js';

/** Some indicators state their direction, others do not. */
export const missingDirection: Rule = {
  severity: 'warning',
  find: ({ nodes, paths }) => {
    // An index in which all indicators count upward need not say so one by one.
    const leaves = nodes.filter(isIndicator);
    const silent = leaves.filter(({ row }) => row.specification.direction === undefined);
    if (silent.length === leaves.length || silent.length === 0) return [];
    return [
      {
        path: paths.get(silent[0]!.row.id)!,
        node: silent[0]!.row.id,
        reason: `${leaves.length - silent.length} of ${leaves.length} indicators state their direction, these do not: ${listNames(silent.map(({ row }) => row.id))}`,
        remedy: 'State direction: positive or negative for all of them.',
      },
    ];
  },
};
