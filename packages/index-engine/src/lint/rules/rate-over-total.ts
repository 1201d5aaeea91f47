import { isDenominated, isIndicator, methodOf, placeOfOption } from '../node-methods.js';
import type { Rule } from '../problem.js';

const rates = /^(share|rate|ratio|percent|%|stars|points|index)$/i;

/** A rate or a score divided by its national total. */
export const rateOverTotal: Rule = {
  severity: 'warning',
  find: (subject) =>
    subject.nodes
      .filter(
        (node) =>
          isIndicator(node) &&
          methodOf(node, 'normalise').traits.overTotal &&
          (rates.test(node.row.specification.unit ?? '') || isDenominated(node)),
      )
      .map((node) => ({
        path: placeOfOption(subject, node, 'normalise'),
        node: node.row.id,
        reason:
          'a rate or score over its national total: such totals add nothing up, and large and small units count alike',
        remedy: 'Use share-of-maximum or min-max for rates; keep share-of-total for counts and amounts.',
      })),
};
