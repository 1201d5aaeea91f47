import { isIndicator, methodOf, placeOfOption } from '../node-methods.js';
import type { Rule } from '../problem.js';

/** A score that becomes a rank before it is summed again. */
export const scaledRanks: Rule = {
  severity: 'warning',
  find: (subject) =>
    subject.nodes
      .filter((node) => !isIndicator(node) && methodOf(node, 'normalise').traits.givesRanks)
      .map((node) => ({
        path: placeOfOption(subject, node, 'normalise'),
        node: node.row.id,
        reason: 'ranks of a score throw its distances away before the next sum: rounding decides ties',
        remedy: 'Scale the score itself (min-max, share-of-maximum), and rank only at the end.',
      })),
};
