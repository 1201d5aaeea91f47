import { displayWidth } from '@indexlab/core';
import { tableFigure, tableText } from '@indexlab/figures';

type Row = Readonly<Record<string, string | number | null>>;

/** A terminal is at least so wide. */
const narrowest = 80;

/**
 * Rows as a table that fits the width: columns from the right are left out where it would not, and named below.
 *
 * @param always how many columns from the left stay whatever the width
 */
export function fittingTable(rows: readonly Row[], title: string, always: number, width = narrowest): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  for (let count = columns.length; ; count -= 1) {
    const text = tableText(tableFigure(rows, { title, columns: columns.slice(0, count), limit: Infinity }));
    const fits = text.split('\n').every((line) => displayWidth(line) <= width);
    if (!fits && count > always) continue;
    const omitted = columns.length - count;
    return omitted === 0 ? text : `${text}\n… ${omitted} more columns; --json and --out have them all`;
  }
}
