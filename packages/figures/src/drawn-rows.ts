import { assertThat, type Data, numbersOf } from '@indexlab/core';

/** The rows that a chart can draw, and a sentence about those that it cannot. */
export interface DrawnRows {
  readonly rows: readonly number[];
  /** Empty when every row is drawn. */
  readonly note: string;
}

/** The rows whose cells in all the given columns are finite numbers; at least one. */
export function drawnRows(caller: string, data: Data, columns: readonly string[]): DrawnRows {
  const values = columns.map((name) => numbersOf(data, name));
  const count = values[0]!.length;
  const rows = Array.from({ length: count }, (_, row) => row).filter((row) =>
    values.every((column) => Number.isFinite(column[row])),
  );
  assertThat(
    rows.length > 0,
    () =>
      `${caller} requires a row with a number in every column drawn, got none (columns ${columns.join(', ')}; ${count} rows)`,
  );
  const missing = count - rows.length;
  return { rows, note: missing === 0 ? '' : `Not drawn: ${missing} of ${count} rows, which lack a value.` };
}

/** Joins a chart's own second line with a note. */
export function withNote(subtitle: string | undefined, note: string): string {
  return [subtitle ?? '', note].filter((part) => part !== '').join(' ');
}
