import { type Cell, cellText } from '../columns/cells.js';
import { parseNumber } from '../columns/parse-number.js';
import type { ReadOptions } from '../read-options.js';

/** Whether a cell is one of the marks that the user states: to the letter, or, for numbers, by value (-99 and -99.0). */
export type IsStatedMissing = (cell: Cell | number) => boolean;

/** The test for the marks that the option `missing` states; `null` without any. */
export function statedMissing({ missing = [], decimalMark = '.' }: ReadOptions): IsStatedMissing | null {
  if (missing.length === 0) return null;
  const tokens = new Set(missing.map((text) => text.trim()));
  const values = new Set(missing.flatMap((text) => valueOf(text, decimalMark) ?? []));
  return (cell) => {
    if (typeof cell === 'number') return values.has(cell);
    if (cell === null) return false;
    if (typeof cell === 'object') return (cell.unit === '' && values.has(cell.value)) || tokens.has(cell.text.trim());
    if (tokens.has(cellText(cell)!.trim())) return true;
    const value = values.size > 0 ? valueOf(cell, decimalMark) : null;
    return value !== null && values.has(value);
  };
}

export const statedMarkMessage = 'a mark that is stated to stand for a missing cell';

/** The same for texts: a mark is missing there to the letter, and no default one is, unless it is stated. */
export function statedMark({ missing = [] }: ReadOptions): ((text: string) => boolean) | null {
  const tokens = new Set(missing.map((text) => text.trim()));
  return tokens.size === 0 ? null : (text) => tokens.has(text.trim());
}

function valueOf(text: string, mark: '.' | ','): number | null {
  const number = parseNumber(text, mark) ?? parseNumber(text, mark === '.' ? ',' : '.');
  return number === null || number.grouped || number.unit !== '' ? null : number.value;
}
