import { columnOf, givenScores } from '../../specification/given-scores.js';
import type { SpecificationNode } from '../../specification/schema.js';
import type { Rule } from '../problem.js';

/** A node whose score is a column of the data, so that nothing below it counts. */
export const overshadowedNode: Rule = {
  severity: 'warning',
  find: ({ specification, nodes, paths, columns }) =>
    columns === null
      ? []
      : givenScores(specification, columns).map((id) => {
          const { specification: node } = nodes.find(({ row }) => row.id === id)!.row;
          return {
            path: paths.get(id)!,
            node: id,
            reason: `the data have a column "${columnOf(node)}": its values are the score, and nothing below it is used`,
            remedy: hasColumnBelow(node, new Set(columns))
              ? 'Rename the column if the score is to be built from below.'
              : 'Nothing below it has a column, so it could not be built otherwise.',
          };
        }),
};

function hasColumnBelow({ children = [] }: SpecificationNode, columns: ReadonlySet<string>): boolean {
  return children.some((child) => columns.has(columnOf(child)) || hasColumnBelow(child, columns));
}
