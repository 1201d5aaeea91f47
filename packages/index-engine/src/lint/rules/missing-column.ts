import { absentColumns } from '../../specification/absent-columns.js';
import type { Rule } from '../problem.js';

/** A column that the data lack, with those that may be meant. */
export const missingColumn: Rule = {
  severity: 'error',
  find: ({ specification, paths, columns, names }) =>
    columns === null
      ? []
      : absentColumns(specification, columns, names).map(({ column, node, path, remedy }) => ({
          path: node === null ? path : [...paths.get(node)!, 'column'],
          ...(node !== null && { node }),
          reason: `the data have no column "${column}"`,
          remedy,
        })),
};
