import { type DecimalMark, parseNumber } from './parse-number.js';

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

/** Texts that stand for a missing number in statistical yearbooks and in what programs write. */
export const missingMarks: readonly string[] = [
  '-',
  '--',
  '---',
  '–',
  '——',
  '—',
  '－',
  '…',
  '……',
  '...',
  '..',
  '.',
  '·',
  '/',
  '*',
  '×',
  'NA',
  'N/A',
  'n/a',
  'na',
  'N.A.',
  'n.a.',
  'NaN',
  'nan',
  'NULL',
  'null',
  'None',
  'none',
  '#N/A',
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '空',
  '空白',
  '缺',
  '缺失',
  '无',
  '暂无',
  '无数据',
  '不详',
  '未公布',
];

/** What a cell looks like, for finding the header and the place of a cell that slipped. */
export type CellClass = 'empty' | 'missing' | 'year' | 'number' | 'dated' | 'text';

export function classify(cell: Cell | undefined, mark: DecimalMark, marks: ReadonlySet<string>): CellClass {
  if (cell === undefined || cell === null) return 'empty';
  if (typeof cell !== 'string') return isYear(cell.text) ? 'year' : 'number';
  const text = cell.trim();
  if (text === '') return 'empty';
  if (marks.has(text)) return 'missing';
  if (isYear(text)) return 'year';
  if (parseNumber(text, mark) || /^[$€£¥￥]\s?[\d,]+(\.\d+)?$/.test(text) || /^\d+$/.test(text)) return 'number';
  return /^\d{1,4}[-/.年]\d{1,2}([-/.月]\d{1,4}日?)?([ T]\d|$)|^\d{1,2}:\d{2}(:\d{2})?$/.test(text) ? 'dated' : 'text';
}

/** A year or a span of two: 2018, 2018年, 2013-14. */
function isYear(text: string): boolean {
  return /^(1[89]|20)\d\d(年|[-/–—](\d\d|(1[89]|20)\d\d年?))?$/.test(text);
}
