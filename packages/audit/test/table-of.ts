import { type Column, printedDecimals, Table } from '@indexlab/core';

/** A table from comma-separated lines, as a reader gives it: a column is of numbers when all of its cells are, or empty. */
export function tableOf(...lines: readonly string[]): Table {
  const [header, ...rows] = lines.map((line) => line.split(','));
  return new Table(
    header!.map((name, at): Column => {
      const cells = rows.map((row) => row[at] ?? '');
      if (cells.every((cell) => cell === '') || cells.some((cell) => !/^(-?\d+(\.\d+)?)?$/.test(cell))) {
        return { type: 'text', name, values: cells.map((cell) => (cell === '' ? null : cell)) };
      }
      const values = Float64Array.from(cells, (cell) => (cell === '' ? NaN : Number(cell)));
      return { type: 'number', name, values, decimals: Int8Array.from(cells, printedDecimals) };
    }),
  );
}
