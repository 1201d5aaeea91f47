import { methodOf, placeOfNormalise } from '../node-methods.js';
import type { Rule } from '../problem.js';

/** A panel that is normalised year by year without saying so. */
export const panelByYear: Rule = {
  severity: 'warning',
  find: (subject) => {
    if (subject.specification.data?.time === undefined) return [];
    const silent = subject.nodes.filter((node) => {
      const { traits, options } = methodOf(node, 'normalise');
      return traits.needsPeers && options.over === undefined && options.base === undefined;
    });
    return silent.slice(0, 1).map((node) => ({
      path: placeOfNormalise(subject, node),
      node: node.row.id,
      reason: `a panel is normalised year by year without saying so (${silent.length} nodes): scores of two years cannot be compared`,
      remedy: 'State over: pooled or base: <year>, or over: year where that is meant.',
    }));
  },
};
