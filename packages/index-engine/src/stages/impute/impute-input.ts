import type { Rows } from '../rows.js';

/** Columns that are filled together; some methods look across them. */
export interface ImputeInput {
  readonly columns: Readonly<Record<string, Float64Array>>;
  readonly rows: Rows;
}

/** Columns with their gaps filled as far as the method can, and the source year of each value filled from another year. */
export interface Filled {
  readonly columns: Readonly<Record<string, Float64Array>>;
  readonly sourceYears?: Readonly<Record<string, Float64Array>>;
}
