import { givenScores } from '../../specification/given-scores.js';
import type { Rule } from '../problem.js';

/** A node whose score is a column of the data, so that nothing below it counts. */
export const overshadowedNode: Rule = {
  severity: 'warning',
  find: ({ specification, paths, columns }) =>
    columns === null
      ? []
      : givenScores(specification, columns).map((id) => ({
          path: paths.get(id)!,
          node: id,
          reason: 'the data have a column of this name: its values are the score, and nothing below it is used',
          remedy: 'Rename the column if the score is to be built from below.',
        })),
};
