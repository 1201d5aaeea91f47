import { type Data, dataSource } from '@indexlab/core';

/** The data of some rows, counted from zero. */
export function takeRows(data: Data, rows: Int32Array): Data {
  const source = dataSource(data);
  return {
    columns: source.columns,
    column: (name) => {
      const { values } = source.column(name);
      return { values: Array.from(rows, (row) => values[row]) };
    },
  };
}
