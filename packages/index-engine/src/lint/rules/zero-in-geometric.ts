import { listNames } from '@indexlab/core';
import { methodOf, placeOfOption } from '../node-methods.js';
import type { Finding, Rule } from '../problem.js';

/** An aggregation of values above zero over a scale that reaches zero. */
export const zeroInGeometric: Rule = {
  severity: 'error',
  find: (subject) =>
    subject.nodes
      .filter((node) => node.children.length > 0 && methodOf(node, 'aggregate').traits.needsPositive)
      .flatMap((node): Finding[] => {
        const low = node.children
          .map((child) => subject.nodes[child]!)
          .filter((child) => (methodOf(child, 'normalise').range()?.[0] ?? 1) <= 0);
        if (low.length === 0) return [];
        return [
          {
            path: placeOfOption(subject, node, 'aggregate'),
            node: node.row.id,
            reason: `a ${methodOf(node, 'aggregate').name} mean takes values above zero, and ${listNames(low.map(({ row }) => row.id))} can be zero or less`,
            remedy: 'Normalise onto a range above zero, such as { method: min-max, lower: 1, upper: 100 }.',
          },
        ];
      }),
};
