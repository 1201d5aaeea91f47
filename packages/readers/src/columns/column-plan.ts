import type { ImportRule } from '../import-report.js';
import { type Cell, cellText, isEmpty } from './cells.js';
import { type DecimalMark, parseNumber } from './parse-number.js';
import type { ReadOptions } from '../read-options.js';

/** The type that a column is read as; a column of numbers becomes text when one of its cells proves to be none. */
export interface ColumnPlan {
  readonly type: 'number' | 'text';
  /** The user said so: a cell that does not fit is an error. */
  readonly stated: boolean;
  /** Why a column that could be numbers is text. */
  readonly reason?: { readonly rule: ImportRule; readonly message: string };
}

export interface PlanContext {
  readonly options: ReadOptions;
  readonly mark: DecimalMark;
  readonly marks: ReadonlySet<string>;
  /** Whether some cell of the file stands without quotes, so that quotes say something. */
  readonly quotesMean: boolean;
  readonly textIsText: boolean;
}

/** The first rows of data, with the marks of quoted cells where a format has them. */
export interface SampleRow {
  readonly cells: readonly Cell[];
  readonly quoted?: readonly boolean[];
}

/** The plans for all columns, from the first rows of data; a row that repeats the header says nothing. */
export function planColumns(
  names: readonly string[],
  header: readonly (readonly string[])[],
  sample: readonly SampleRow[],
  context: PlanContext,
): ColumnPlan[] {
  const rows = sample.filter(({ cells }) => !header.some((texts) => repeatsHeader(cells.map(cellText), texts)));
  return names.map((name, column) =>
    planColumn(
      name,
      rows.map(({ cells }) => cells[column] ?? null),
      rows.map(({ quoted }) => quoted?.[column] ?? false),
      context,
    ),
  );
}

/** Whether a row says the header once more, as in tables printed over several pages. */
export function repeatsHeader(cells: readonly (string | null)[], header: readonly string[]): boolean {
  return (
    header.some((text) => text !== '') &&
    header.every((text, column) => text === '' || text.trim() === cells[column]?.trim())
  );
}

function planColumn(
  name: string,
  cells: readonly Cell[],
  quoted: readonly boolean[],
  context: PlanContext,
): ColumnPlan {
  const { options, mark, marks, quotesMean, textIsText } = context;
  const stated = statedType(name, options);
  if (stated) return { type: stated, stated: true };
  const plain = options.layout === 'plain';
  const present = cells.filter((cell) => !isEmpty(cell) && !isMark(cell, marks));
  if (textIsText && cells.some((cell) => typeof cell === 'string')) return { type: 'text', stated: false };
  const allQuoted = cells.every(
    (cell, row) => cell === null || (quoted[row] && typeof cell === 'string' && /^[^,;|\t"']*$/.test(cell)),
  );
  const quotedText = quotesMean && allQuoted && cells.some((cell) => !isEmpty(cell));
  if (present.length === 0) return quotedText ? { type: 'text', stated: false } : allMissing(cells, plain);
  const isNumber = (cell: Cell): boolean => {
    if (typeof cell !== 'string') return true;
    const number = parseNumber(cell, mark);
    return number !== null && !(plain && (number.grouped || number.unit !== ''));
  };
  if (!present.every(isNumber)) return { type: 'text', stated: false };
  const texts = present.map((cell) => cellText(cell)!);
  if (quotedText) {
    return code('its numbers stand in quotes, as texts do, and other cells do not');
  }
  if (plain || !texts.every((text) => /^\d+$/.test(text.trim()))) return { type: 'number', stated: false };
  if (codeName.test(name)) return code('its name says that they are codes');
  if (areDivisionCodes(texts)) return code('they are codes of administrative divisions');
  return { type: 'number', stated: false };
}

export function statedType(name: string, { types }: ReadOptions): 'text' | 'number' | undefined {
  if (types === undefined || types === 'text') return types;
  return Object.hasOwn(types, name) ? types[name] : undefined;
}

/**
 * A column without a value is one of numbers, missing for now, unless its marks are words or a plain file has empty texts
 * in it; empty throughout it ends as text.
 */
function allMissing(cells: readonly Cell[], plain: boolean): ColumnPlan {
  const texts = cells.some((cell) => typeof cell === 'string' && (plain || /\p{Script=Han}/u.test(cell)));
  return { type: texts ? 'text' : 'number', stated: false };
}

function code(why: string): ColumnPlan {
  return { type: 'text', stated: false, reason: { rule: 'code', message: `whole numbers kept as text: ${why}` } };
}

function isMark(cell: Cell, marks: ReadonlySet<string>): boolean {
  return typeof cell === 'string' && marks.has(cell.trim());
}

const codeName =
  /代码|代号|编码|编号|邮编|区号|电话|证号|adcode|\bcodes?\b|_code|\bids?\b|_id$|\bfips\b|\bzip\b|postal|postcode|phone/i;

/** First two digits of the six-digit codes of China's provinces. */
const provinces = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\d{4}$/;

function areDivisionCodes(texts: readonly string[]): boolean {
  const codes = new Set(texts);
  return (
    texts.length >= 3 &&
    [...codes].every((text) => provinces.test(text)) &&
    [...codes].filter((text) => text.endsWith('00')).length >= codes.size / 2
  );
}
