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
