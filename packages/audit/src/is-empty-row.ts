import type { Table } from '@indexlab/core';

/** Whether nothing stands in a row. */
export function isEmptyRow(table: Table, row: number): boolean {
  return table.columns.every((name) => {
    const cell = table.column(name).values[row];
    return cell === null || Number.isNaN(cell);
  });
}
