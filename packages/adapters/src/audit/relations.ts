import { IndexlabError, type Table } from '@indexlab/core';
import type { AuditProblem } from './audit-problem.js';
import { meanOutsideParts } from './mean-outside-parts.js';
import { derivedCells } from './percentages.js';
import { partOverWhole, sharesOfOneWhole } from './shares.js';
import { sumOfColumns, sumOfRows } from './sums.js';
import { valueOrder } from './value-order.js';

/** What must hold between cells of a table. Columns are meant by their names, rows by their keys. */
export type Relation =
  /** In each row, `total` is the sum of `parts`. */
  | { readonly kind: 'sum'; readonly total: string; readonly parts: readonly string[] }
  /** In each of the columns, the cell of the row `total` is the sum of all other cells. */
  | { readonly kind: 'column-sum'; readonly total: string; readonly columns: readonly string[] }
  /** `share` is 100 times `part` over `whole`, in percent. */
  | { readonly kind: 'share'; readonly share: string; readonly part: string; readonly whole: string }
  /** `growth` is 100 times the growth from `before` to `after`, in percent. */
  | { readonly kind: 'growth'; readonly growth: string; readonly before: string; readonly after: string }
  /** `ratio` is `numerator` over `denominator`. */
  | { readonly kind: 'ratio'; readonly ratio: string; readonly numerator: string; readonly denominator: string }
  /** `difference` is `after` minus `before`. */
  | { readonly kind: 'difference'; readonly difference: string; readonly before: string; readonly after: string }
  /** `part` belongs to `whole` and is not greater. */
  | { readonly kind: 'part'; readonly part: string; readonly whole: string }
  /** The cells of the column are shares of one whole, in percent. */
  | { readonly kind: 'shares'; readonly column: string }
  /** In the column, the cell of the row `whole` is a mean of the other cells, with weights that are not negative. */
  | { readonly kind: 'mean'; readonly column: string; readonly whole: string }
  /** The values of the column do not rise from row to row. */
  | { readonly kind: 'descending'; readonly column: string };

/**
 * The cells for which a relation holds for no values that the printed digits allow; cells that are missing have none.
 *
 * @param keyName the column whose cells are the keys of rows
 * @throws IndexlabError when a column is missing or carries no printed digits, or no row has the key of a total
 */
export function relationProblems(table: Table, relation: Relation, keyName: string | undefined): AuditProblem[] {
  const column = (name: string) => table.numbers(name);
  switch (relation.kind) {
    case 'sum':
      return sumOfColumns(column(relation.total), relation.parts.map(column));
    case 'column-sum':
      return relation.columns.flatMap((name) => sumOfRows(column(name), rowWithKey(table, keyName, relation.total)));
    case 'share':
      return derivedCells('share', column(relation.share), column(relation.part), column(relation.whole));
    case 'growth':
      return derivedCells('growth', column(relation.growth), column(relation.after), column(relation.before));
    case 'ratio':
      return derivedCells('ratio', column(relation.ratio), column(relation.numerator), column(relation.denominator));
    case 'difference':
      return derivedCells('difference', column(relation.difference), column(relation.after), column(relation.before));
    case 'part':
      return partOverWhole(column(relation.part), column(relation.whole));
    case 'shares':
      return sharesOfOneWhole(column(relation.column));
    case 'mean':
      return meanOutsideParts(column(relation.column), rowWithKey(table, keyName, relation.whole));
    case 'descending':
      return valueOrder(column(relation.column));
  }
}

function rowWithKey(table: Table, keyName: string | undefined, key: string): number {
  const row = keyName === undefined ? -1 : table.texts(keyName).values.indexOf(key);
  if (row >= 0) return row;
  throw new IndexlabError(
    `auditTable requires a row with the key of a relation, got none with ${JSON.stringify(key)}`,
    {
      remedy: 'Say which column holds the keys.',
    },
  );
}
