import { guardFormula } from './formula-guard.js';

/**
 * A text as one cell of CSV (RFC 4180): guarded against being run as a formula, in quotes where it must be.
 *
 * @param delimiter a comma unless told
 * @param quoted puts it in quotes in any case
 *
 * @example
 * csvCell('a "b"') // => '"a ""b"""'
 * @example
 * csvCell('@SUM(1)') // => "'@SUM(1)"
 */
export function csvCell(text: string, delimiter = ',', quoted = false): string {
  const safe = guardFormula(text);
  const bare = !quoted && !safe.includes(delimiter) && !/["\r\n\ufeff]|^[\s#']|\s$/.test(safe);
  return bare ? safe : `"${safe.replaceAll('"', '""')}"`;
}

/**
 * Cells as a line of CSV, without its end: numbers and printed numbers as they are, missing ones empty, lists joined by blanks, texts as
 * {@link csvCell} writes them.
 *
 * @example
 * csvLine(['Arn, town', 82.5, null, ['a', 'b']]) // => '"Arn, town",82.5,,a b'
 */
export function csvLine(cells: readonly unknown[], delimiter = ','): string {
  return cells
    .map(cellText)
    .map((text) => (printedNumber.test(text) ? text : csvCell(text, delimiter)))
    .join(delimiter);
}

/** A number as printed, with stars of significance or not, is no formula. */
const printedNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?(%|\*{1,3})?$/i;

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined || Number.isNaN(cell)) return '';
  return Array.isArray(cell) ? cell.join(' ') : String(cell);
}
