import { methodOf, placeOfNormalise } from '../node-methods.js';
import type { Rule } from '../problem.js';

/** Shares of each year's total, which cannot grow. */
export const constantTotal: Rule = {
  severity: 'warning',
  find: (subject) => {
    if (subject.specification.data?.time === undefined) return [];
    return subject.nodes
      .filter((node) => {
        const { traits, options } = methodOf(node, 'normalise');
        return traits.overTotal && options.base === undefined;
      })
      .slice(0, 1)
      .map((node) => ({
        path: placeOfNormalise(subject, node),
        node: node.row.id,
        reason: 'shares of the current total sum to the same constant every year: the index cannot grow as a whole',
        remedy: 'Take the totals of a base year: { method: share-of-total, base: <year> }.',
      }));
  },
};
