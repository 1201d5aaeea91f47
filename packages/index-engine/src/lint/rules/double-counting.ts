import { listNames } from '@indexlab/core';
import { isIndicator } from '../node-methods.js';
import type { Rule } from '../problem.js';

/** Two indicators that are described alike. */
export const doubleCounting: Rule = {
  severity: 'warning',
  find: ({ nodes, paths }) => {
    const alike = new Map<string, string[]>();
    for (const { row } of nodes.filter(isIndicator)) {
      const { definition, source, titleZh, title } = row.specification;
      const key = JSON.stringify([titleZh ?? title, definition ?? null, source ?? null]);
      alike.set(key, [...(alike.get(key) ?? []), row.id]);
    }
    return [...alike.values()]
      .filter((ids) => ids.length > 1)
      .map((ids) => ({
        path: paths.get(ids[1]!)!,
        node: ids[1]!,
        reason: `the same title, definition and source as ${ids[0]}${ids.length > 2 ? `, and so have ${listNames(ids.slice(2))}` : ''}`,
        remedy: 'Leave all but one out, or say in the definitions how they differ.',
      }));
  },
};
