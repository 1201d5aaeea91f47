import { type Data, dataSource, listNames } from '@indexlab/core';

/** Which columns a method takes, and which texts it leaves out. */
export interface NumericColumns {
  readonly names: readonly string[];
  /** The columns of texts or truth values, where all columns were asked for. */
  readonly leftOut: readonly string[];
  /** A sentence that names them; none where nothing was left out. */
  readonly warnings: string[];
}

/**
 * The columns asked for, or all that hold no text: a name stands beside its numbers in nearly every table, and no method of
 * numbers means it. What is left out is named. Columns asked for by name are taken as they are.
 */
export function numericColumns(data: Data, columns?: readonly string[]): NumericColumns {
  if (columns !== undefined) return { names: columns, leftOut: [], warnings: [] };
  const source = dataSource(data);
  const leftOut = source.columns.filter((name) => holdsText(source.column(name).values));
  return {
    names: source.columns.filter((name) => !leftOut.includes(name)),
    leftOut,
    warnings: leftOut.length > 0 ? [`Columns of texts left out: ${listNames(leftOut)}.`] : [],
  };
}

/** Whether a column holds texts or truth values, and so categories. */
export function holdsText(values: ArrayLike<unknown>): boolean {
  if (values instanceof Float64Array) return false;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row];
    if ((typeof value === 'string' && value !== '') || typeof value === 'boolean') return true;
  }
  return false;
}
