import { type Cell, cellText, type CellClass, isEmpty } from '../columns/cells.js';
import { parseNumber } from '../columns/parse-number.js';
import { areUnits, bareUnit } from '../layout/units.js';

type Row = readonly (Cell | undefined)[];

/** What is known of a table when its header is looked for. */
export interface Columns {
  /** What most cells of each column look like. */
  readonly classes: readonly CellClass[];
  /** The columns that hold numbers, years or dates. */
  readonly typed: readonly number[];
}

const textOf = (cell: Cell | undefined): string => cellText(cell ?? null)?.trim() ?? '';

export function isUnitRow(row: Row): boolean {
  const present = row.filter((cell) => !isEmpty(cell));
  return areUnits(present.map((cell) => bareUnit(textOf(cell))));
}

/**
 * Whether a row continues the header above it. A row without numbers is none for that alone: it may be a row of data whose
 * values are missing, or spans (10-12). It takes units, an empty first cell over texts or years, the first cell
 * once more (merged cells), names below group names, or the header in another language.
 *
 * @param found what the row's cells look like
 */
export function continuesHeader(
  row: Row,
  above: Row,
  found: readonly CellClass[],
  { classes, typed }: Columns,
): boolean {
  if (isUnitRow(row)) return true;
  const present = typed.filter((column) => !isEmpty(row[column]));
  if (present.length === 0) return false;
  const isName = (column: number): boolean =>
    found[column] === 'text' ||
    ((found[column] === 'year' || found[column] === 'dated') && classes[column] !== found[column]);
  if (!present.every(isName)) return false;
  if (!typed.includes(0) && (isEmpty(row[0]) || textOf(row[0]) === textOf(above[0]))) return true;
  return namesBelowGroups(row, above, typed) || translates(row, above);
}

/** Group names stand over several columns: the row above repeats them, or leaves cells empty that this row fills. */
function namesBelowGroups(row: Row, above: Row, typed: readonly number[]): boolean {
  const heads = typed.map((column) => textOf(above[column]));
  const named = typed.every((column) => !isEmpty(row[column]));
  const groups = new Set(heads).size < heads.length || heads.includes('');
  const pairs = new Set(typed.map((column) => `${groupOf(above, column)}\n${textOf(row[column])}`));
  return named && groups && pairs.size === typed.length && new Set(typed.map((column) => textOf(row[column]))).size > 1;
}

function groupOf(above: Row, column: number): string {
  let at = column;
  while (at > 0 && isEmpty(above[at])) at -= 1;
  return textOf(above[at]);
}

/** The header above in Chinese and this row in Latin letters, all of it, with as many names. */
function translates(row: Row, above: Row): boolean {
  const names = row.map(textOf).filter((text) => text !== '');
  const heads = above.map(textOf).filter((text) => text !== '');
  return (
    names.length >= 2 &&
    names.length === heads.length &&
    new Set(names).size === names.length &&
    heads.every((text) => /\p{Script=Han}/u.test(text)) &&
    names.every((text) => /[A-Za-z]{2}/.test(text) && !/\p{Script=Han}/u.test(text))
  );
}

/** Words at the head of a first column, in the languages of those who publish tables. */
const labelWord =
  /^(?:.*[\s_/-])?(?:country|countries|region|regions|city|cities|province|state|county|district|municipality|place|area|territory|geo|nuts|name|unit|entity|economy|label|item|indicator|variable|sector|industry|group|category|class|type|year|date|time|period|month|quarter|land|länder|stadt|kreis|gemeinde|jahr|monat|pays|région|ville|année|commune|département|país|ciudad|año|id|code|key|no|sample|site|station|respondent|age|sex|quantiles?|deciles?|percentiles?|quintiles?|quartiles?|quantile?|dezile?|perzentile?)(?:[\s_/(].*)?$|分位|地区|城市|国家|省|市名|区县|年份|年度|时间|月份|指标|项目|名称|行业|类别|单位|序号/i;

/** Words over texts that name places and things: no column of numbers is called so. */
const textLabel =
  /^(?:.*[\s_/-])?(?:country|countries|region|regions|city|cities|town|province|state|county|district|municipality|place|area ?name|territory|geo|name|economy|entity|land|länder|bundesland|stadt|städte|kreis|gemeinde|ort|pays|région|ville|commune|département|país|ciudad|provincia|comune|paese|kraj|miasto)(?:[\s_/(].*)?$|^(?:地区|城市|国家|省份?|市名|区县|名称|行业)$/iu;

export function namesTexts(name: string): boolean {
  return textLabel.test(name.trim());
}

/**
 * Why a first row of numbers or dates is a header (deciles, benchmark years, codes), or `null` when it is a row like the
 * others. Its numbers must be whole and rise; and its first cell is a word for places or times, or empty over texts, or
 * stands over another kind; or its numbers have no decimals where those below have; or its steps are even and those below
 * are not.
 */
export function numbersAsHeader(rows: readonly Row[], { classes, typed }: Columns): string | null {
  const [head, ...body] = rows;
  if (!head || body.length === 0) return null;
  const first = textOf(head[0]);
  const isWord = first !== '' && !/^[\d\s.,:*<>()+-]+$/.test(first);
  const columns = typed.filter((column) => (column > 0 || !isWord) && !isEmpty(head[column]));
  if (isWord && labelWord.test(first) && areSpans(columns.map((column) => textOf(head[column]))))
    return 'its cells are bounds and spans behind a word for what stands in the first column';
  const texts = columns.map((column) => textOf(head[column]));
  // Group A above Group B and Group C is a row like them.
  if (/\s/.test(first) && body.every((row) => labelWord.test(textOf(row[0])))) return null;
  const steps = risingSteps(texts);
  if (!steps) return isWord || first === '' ? sharesAsHeader(texts, rows, { classes, typed }, columns) : null;
  if (isWord && typed.includes(0)) return 'its first cell is a word over a column of another kind';
  if (isWord && labelWord.test(first)) return 'its numbers rise behind a word for what stands in the first column';
  if (first === '' && !typed.includes(0) && classes[0] === 'text') return 'its numbers rise behind an empty first cell';
  if (decimalsBelow(body, columns)) return 'its numbers are whole and rise, and those below have decimals';
  const alike = body.filter((row) => risingSteps(columns.map((column) => textOf(row[column]))) !== null).length;
  const even = steps.length >= 2 && steps.every((step) => step === steps[0]);
  const fromStart = isWord || /^[01]$/.test(first);
  return even && fromStart && body.length >= 2 && 2 * alike < body.length
    ? 'its numbers rise in even steps, and those below do not'
    : null;
}

/**
 * The same for shares of one that rise, in points or commas (0.1, 0.5, 0.9), or for percentages (10%): behind a word for
 * what stands in the first column or an empty cell; or where they lie evenly about the half, as quantiles do, and most
 * numbers below are none of that size.
 */
function sharesAsHeader(
  texts: readonly string[],
  [head, ...body]: readonly Row[],
  { classes, typed }: Columns,
  columns: readonly number[],
): string | null {
  const shares = texts.map(shareOf);
  if (texts.length < 2 || typed.includes(0) || classes[0] !== 'text') return null;
  if (!shares.every((share, index) => index === 0 || share > shares[index - 1]!)) return null;
  const first = textOf(head![0]);
  if (first === '') return 'its shares rise behind an empty first cell';
  if (labelWord.test(first)) return 'its shares rise behind a word for what stands in the first column';
  const even = shares.every((share, index) => Math.abs(share + shares[shares.length - 1 - index]! - 1) < 1e-9);
  const below = body.flatMap((row) => columns.map((column) => textOf(row[column])).filter((text) => text !== ''));
  const others = below.filter((text) => Number.isNaN(shareOf(text))).length;
  return even && texts.length >= 3 && 2 * others > below.length
    ? 'its numbers are shares about the half, as quantiles are, and those below are none'
    : null;
}

/** A share of one (0.25; 0,25; 25%), NaN for what is none. */
function shareOf(text: string): number {
  const percent = /^(\d{1,2}(?:[.,]\d+)?)\s?%$/.exec(text)?.[1];
  if (percent !== undefined) return Number(percent.replace(',', '.')) / 100;
  return /^0?[.,]\d+$/.test(text) ? Number(text.replace(',', '.')) : NaN;
}

/** Bounds, spans and open ends, as age groups have them, each different: <15, 15-64, 65+. */
function areSpans(texts: readonly string[]): boolean {
  const span = /^[<>≤≥＜＞]=?\s?[\d.,]+$|^[\d.,]+\s?(?:[-–—~至]\s?[\d.,]+|\+|及以上|以上|以下)$/;
  return texts.length >= 2 && new Set(texts).size === texts.length && texts.every((text) => span.test(text));
}

/** The steps between whole numbers that rise, or between dates in order; `null` for others, and for a single one. */
function risingSteps(texts: readonly string[]): number[] | null {
  const values = texts.every((text) => yearMonth.test(text)) ? texts.map(monthCount) : texts.map(wholeOrDate);
  const steps = values.slice(1).map((value, index) => value - values[index]!);
  return steps.length > 0 && steps.every((step) => step > 0) ? steps : null;
}

/** A year and a month: 2020.9, 2020.10. */
const yearMonth = /^((?:19|20)\d\d)[.年](0?[1-9]|1[0-2])月?$/;

function monthCount(text: string): number {
  const [, year, month] = yearMonth.exec(text)!;
  return 12 * Number(year) + Number(month);
}

function wholeOrDate(text: string): number {
  return /^\d{1,7}$/.test(text) ? Number(text) : /^\d{4}-\d\d(-\d\d)?$/.test(text) ? Date.parse(text) : NaN;
}

function decimalsBelow(body: readonly Row[], columns: readonly number[]): boolean {
  const cells = body.flatMap((row) => columns.map((column) => textOf(row[column])).filter((text) => text !== ''));
  const fractions = cells.filter((text) => {
    const number = parseNumber(text, '.') ?? parseNumber(text, ',');
    return number !== null && /[.,]/.test(text);
  });
  return cells.length >= 2 && 2 * fractions.length > cells.length;
}

/**
 * Whether the row below a header numbers its columns: 甲 1 2, (1) (2) (3), A 1 2; or 1 2 3 where the first column holds
 * texts.
 */
export function numbersColumns(row: Row, below: readonly Row[]): boolean {
  const texts = row.map(textOf);
  const last = texts.findLastIndex((text) => text !== '');
  const digits = texts.slice(0, last + 1).map((text) => /^[(（[]?(\d{1,3})[)）\]]?(?:\s*=.*)?$/.exec(text)?.[1]);
  const start = digits.findIndex((text) => text === '1');
  if (start < 0 || !digits.slice(start).every((text, index) => text === String(index + 1))) return false;
  const labels = texts.slice(0, start);
  const count = digits.length - start;
  const firsts = below.map((other) => textOf(other[0])).filter((text) => text !== '');
  if (labels.length > 0) {
    if (labels.every((text) => /^[甲乙丙丁]$/.test(text))) return true;
    const named = labels.every((text) => /^(?:[A-D]|栏次|序号|列次|column|columns|col\.?|no\.?|)$/i.test(text));
    return named && count >= 2 && firsts.every((text) => text.length > 1);
  }
  if (texts.slice(0, last + 1).every((text) => /^[(（[]/.test(text))) return count >= 2;
  return count >= 3 && firsts.length > 0 && firsts.every((text) => !/^\d+$/.test(text));
}

/**
 * Whether a row below data is the header of another table: in every column of numbers that it fills stands a word.
 *
 * @param apart whether an empty row or a lone line stands above it; without, several different words are needed
 */
export function beginsTable(
  cells: readonly (string | null)[],
  numberColumns: readonly number[],
  apart: boolean,
): boolean {
  const words = numberColumns.map((column) => cells[column]?.trim() ?? '').filter((text) => text !== '');
  if (words.length === 0 || words.some((text) => !/\p{L}{2}|^\p{L}$|^(?:19|20)\d\d/u.test(text))) return false;
  const others = cells.filter((text, column) => !numberColumns.includes(column) && text !== null && text.trim() !== '');
  if (apart) return words.length + others.length >= 2;
  return words.length >= 2 && words.length === numberColumns.length && new Set(words).size === words.length;
}
