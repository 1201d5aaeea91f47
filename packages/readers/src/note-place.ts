import type { ImportNote } from './import-report.js';

/**
 * Where a note points to, in words: the row of the table, and the line of the file where that is another; '' for a note on
 * the whole.
 *
 * @example
 * notePlace({ row: 12, line: 15 }) // => 'row 12 (line 15)'
 * @example
 * notePlace({ row: null, line: 1 }) // => 'line 1'
 */
export function notePlace({ row, line }: Pick<ImportNote, 'row' | 'line'>): string {
  if (row === null) return line === null ? '' : `line ${line}`;
  return line === null || line === row ? `row ${row}` : `row ${row} (line ${line})`;
}
