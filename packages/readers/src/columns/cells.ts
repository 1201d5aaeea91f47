import { isValueLike } from '../evidence/value-like.js';
export { missingMarks } from '../evidence/missing-marks.js';

/** A number that its file stores as one: a cell of a sheet, a number in JSON. */
export interface NumberCell {
  readonly value: number;
  /** Printed decimals, or `unknownDigits`. */
  readonly decimals: number;
  readonly unit: '' | '%' | '‰';
  /** The cell as it is shown. */
  readonly text: string;
}

/** What stands in a cell: a text, a stored number, or nothing. */
export type Cell = string | NumberCell | null;

export function cellText(cell: Cell): string | null {
  return cell === null || typeof cell === 'string' ? cell : cell.text;
}

export function isEmpty(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** What a cell looks like, for finding the header and the place of a cell that slipped. */
export type CellClass = 'empty' | 'missing' | 'year' | 'number' | 'dated' | 'text';

/** What a cell looks like, whichever its decimal mark: that is decided later, column by column. */
export function classify(cell: Cell | undefined, marks: ReadonlySet<string>): CellClass {
  if (cell === undefined || cell === null) return 'empty';
  if (typeof cell !== 'string') return isYear(cell.text) ? 'year' : 'number';
  const text = cell.trim();
  if (text === '') return 'empty';
  if (marks.has(text)) return 'missing';
  if (isYear(text)) return 'year';
  if (isDated(text)) return 'dated';
  return isValueLike(text) ? 'number' : 'text';
}

/** A year or a span of two, with a flag or without: 2018, 2018年, 2013-14, 2020 p. */
function isYear(text: string): boolean {
  return /^(1[89]|20)\d\d(年|[-/–—](\d\d|(1[89]|20)\d\d年?))?(\s?[a-zA-Z*†]|\s?[(（][a-zA-Z*][)）])?$/.test(text);
}

/** A date, a month, a quarter or a time of day. */
function isDated(text: string): boolean {
  return /^\d{1,4}[-/年]\d{1,2}([-/月]\d{1,4}日?)?([ T]\d|$)|^\d{1,2}\.\d{1,2}\.\d{2,4}$|^\d{4}\.\d{1,2}\.\d{1,2}$|^\d{1,2}:\d{2}(:\d{2})?$|^(19|20)\d\d[-\s]?[QMSHW]\d{1,2}$/i.test(
    text,
  );
}
