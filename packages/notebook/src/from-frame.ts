import { type Column, type DataSource, Table } from '@indexlab/core';

/**
 * A table with the columns of a danfojs frame; its index is left behind.
 *
 * A column is of numbers when all its values are numbers or truth values (1 and 0), otherwise of texts; `null`,
 * `undefined` and `NaN` are missing. The types that danfojs reports are not used: it takes codes for numbers.
 *
 * @throws IndexlabError when two columns share a name
 *
 * @example
 * const frame = { columns: ['code', 'score'], column: (name) => ({ values: name === 'code' ? ['010000', null] : [1.5, NaN] }) };
 * fromFrame(frame).toRows() // => [{ code: '010000', score: 1.5 }, { code: null, score: null }]
 */
export function fromFrame(frame: DataSource): Table {
  return new Table(frame.columns.map((name) => tableColumn(name, Array.from(frame.column(name).values))));
}

function tableColumn(name: string, values: readonly unknown[]): Column {
  const missing = values.map((value) => value === null || value === undefined || Number.isNaN(value));
  const numeric = values.every((value, row) => missing[row] || typeof value === 'number' || typeof value === 'boolean');
  return numeric
    ? { type: 'number', name, values: Float64Array.from(values, (value, row) => (missing[row] ? NaN : Number(value))) }
    : { type: 'text', name, values: values.map((value, row) => (missing[row] ? null : String(value))) };
}
