import { areDivisionCodes, isCodeName, isCodeToken } from '../evidence/code-like.js';
import { statedMissing } from '../evidence/stated-missing.js';
import { magnitudeRemedy } from '../evidence/magnitude.js';
import { isValueLike, sharedUnit } from '../evidence/value-like.js';
import type { GivenNote } from '../import-report.js';
import { type Cell, cellText, isEmpty } from './cells.js';
import { type DecimalMark, parseNumber } from './parse-number.js';
import { ofColumn, type ReadOptions } from '../read-options.js';

/** The type that a column is read as; a column of numbers becomes text when one of its cells proves to be none. */
export interface ColumnPlan {
  readonly type: 'number' | 'text';
  /** The user said so: a cell that does not fit is an error. */
  readonly stated: boolean;
  /** The column's decimal mark, where it was decided. */
  readonly mark?: DecimalMark;
  /** What must be said about the mark. */
  readonly doubts?: readonly GivenNote[];
  /** Why a column that could be numbers is text. */
  readonly reason?: Pick<GivenNote, 'rule' | 'message' | 'weight'> & Partial<Pick<GivenNote, 'line' | 'value'>>;
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
  const isMissing = statedMissing(options);
  const present = cells.filter((cell) => !isEmpty(cell) && !isMark(cell, marks) && !isMissing?.(cell));
  if (textIsText && cells.some((cell) => typeof cell === 'string')) return { type: 'text', stated: false };
  const allQuoted = cells.every(
    (cell, row) => cell === null || (quoted[row] && typeof cell === 'string' && /^[^,;|\t"']*$/.test(cell)),
  );
  const quotedText = quotesMean && allQuoted && cells.some((cell) => !isEmpty(cell));
  if (present.length === 0) return quotedText ? { type: 'text', stated: false } : allMissing(cells, plain);
  const texts = present.map((cell) => cellText(cell)!.trim());
  const strings = present.some((cell) => typeof cell === 'string');
  if (
    !plain &&
    strings &&
    texts.some(isCodeToken) &&
    texts.every((text) => isCodeToken(text) || parseNumber(text, mark))
  )
    return code('some begin with a zero or have more digits than a number holds');
  const isNumber = (cell: Cell): boolean => {
    if (typeof cell !== 'string') return true;
    if (!plain) return isValueLike(cell.trim());
    const number = parseNumber(cell, mark);
    return number !== null && !number.grouped && number.unit === '';
  };
  const numbers = present.filter(isNumber).length;
  if (plain ? numbers < present.length : 2 * numbers < present.length || !present.some(hasDigit))
    return plain ? { type: 'text', stated: false } : textBecause(texts, name);
  if (quotedText && present.every((cell) => typeof cell === 'string' && parseNumber(cell, mark) !== null))
    return code('its numbers stand in quotes, as texts do, and other cells do not');
  if (plain) return { type: 'number', stated: false };
  const whole = texts.every((text) => /^\d+$/.test(text));
  if (isCodeName(name) && (strings || whole)) return code('its name says that they are codes');
  if (whole && areDivisionCodes(texts)) return code('they are codes of administrative divisions');
  return { type: 'number', stated: false };
}

const monthName = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
/**
 * Numbers as programs, clocks and cooks write them, which no reading makes numbers of (0x1F, 1_000, 12:30, 1/2), spans, and
 * what spreadsheets make of spans and codes (Mar-05, 5-Mar).
 */
const numberLike = new RegExp(
  [
    '0[xX][0-9a-fA-F]+|\\d{1,3}(?:_\\d{3})+|\\d{1,2}:\\d\\d(?::\\d\\d)?|\\d+\\/\\d+',
    '\\d[\\d.,]*\\s?(?:[-\u2010-\u2014~～至]|to|bis)\\s?\\d[\\d.,]*',
    `${monthName}[- ]\\d{1,2}|\\d{1,2}[- ]${monthName}`,
  ]
    .map((form) => `^(?:${form})$`)
    .join('|'),
);

/**
 * Texts. Somebody could miss the numbers where each has the same unit behind it, where cells look like numbers and are
 * written as none, or where some are numbers and most are not.
 */
function textBecause(texts: readonly string[], name: string): ColumnPlan {
  const because = (message: string, value: string, remedy?: string): ColumnPlan => {
    const more = remedy === undefined ? '' : `; ${remedy}`;
    const reason = { rule: 'not-a-number' as const, message: `${message}: ${JSON.stringify(value)}${more}`, value };
    return { type: 'text', stated: false, reason };
  };
  const unit = sharedUnit(texts);
  if (unit !== null)
    return because(
      `its numbers have ${JSON.stringify(unit)} behind them, so the column stays text`,
      texts[0]!,
      magnitudeRemedy(texts[0]!, name) ??
        `take it off every cell and call the column ${JSON.stringify(`${name} (${unit})`)} to read numbers`,
    );
  const like = texts.find((text) => numberLike.test(text));
  const plan =
    like !== undefined
      ? because(
          'cells are written as times, fractions, spans, days of a month or hexadecimal numbers are, so the column stays text',
          like,
        )
      : null;
  if (plan) return { ...plan, reason: { ...plan.reason!, weight: 'note' } };
  const numbers = texts.filter((text) => parseNumber(text, '.') ?? parseNumber(text, ','));
  const word = texts.find((text) => !numbers.includes(text));
  if (numbers.length === 0 || word === undefined) return { type: 'text', stated: false };
  const mixed = because(
    `most cells are no numbers, so the column stays text with those that are (${numbers[0]})`,
    word,
  );
  return { ...mixed, reason: { ...mixed.reason!, weight: 'note' } };
}

const hasDigit = (cell: Cell): boolean => typeof cell !== 'string' || /\p{Nd}/u.test(cell);

export function statedType(name: string, { types }: ReadOptions): 'text' | 'number' | undefined {
  return types === undefined || types === 'text' ? types : ofColumn(types, name);
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
  return { type: 'text', stated: false, reason: { rule: 'code', message: `numbers kept as text: ${why}` } };
}

function isMark(cell: Cell, marks: ReadonlySet<string>): boolean {
  return typeof cell === 'string' && marks.has(cell.trim());
}
