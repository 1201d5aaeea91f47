import { reachedNodes } from '../../specification/given-scores.js';
import { methodOf, placeOfOption } from '../node-methods.js';
import type { Rule } from '../problem.js';

/** A node that has to be built from children whose weights nobody knows. */
export const undisclosedWeights: Rule = {
  severity: 'warning',
  find: (subject) => {
    const { built } = reachedNodes(subject.specification, subject.columns ?? []);
    return subject.nodes
      .filter(
        (node) => node.children.length > 0 && built.has(node.row.id) && methodOf(node, 'weigh').name === 'undisclosed',
      )
      .map((node) => ({
        path: placeOfOption(subject, node, 'weigh'),
        node: node.row.id,
        reason: 'its weights are not published, so it cannot be built from below',
        remedy: `Give a column "${node.row.specification.column ?? node.row.id}" with its score, or weights for its children.`,
      }));
  },
};
