import { methodOf, placeOfOption } from '../node-methods.js';
import type { Rule } from '../problem.js';

/** A negative direction under a normalise that cannot turn it. */
export const unturnedDirection: Rule = {
  severity: 'error',
  find: (subject) =>
    subject.nodes
      .filter((node) => node.direction === -1 && !methodOf(node, 'normalise').traits.turns)
      .map((node) => ({
        path: placeOfOption(subject, node, 'direction'),
        node: node.row.id,
        reason: `a low value is good, and ${methodOf(node, 'normalise').name} cannot turn it round`,
        remedy: 'State a normalise that turns, such as min-max, z-score, rank or goalposts.',
      })),
};
