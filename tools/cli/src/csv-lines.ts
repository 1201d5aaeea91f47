import { csvLine } from '@indexlab/core';

/** Rows as lines of CSV, the columns of the first row. */
export function csvLines(rows: readonly object[]): string[] {
  const columns = Object.keys(rows[0] ?? {});
  return [
    csvLine(columns),
    ...rows.map((row) => csvLine(columns.map((column) => (row as Record<string, unknown>)[column]))),
  ];
}
