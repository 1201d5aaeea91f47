import type { Cell } from '../columns/cells.js';
import { splitFlag } from '../evidence/flagged-cell.js';
import { missingMarks } from '../evidence/missing-marks.js';
import { parseNumber } from '../columns/parse-number.js';
import { type Dialect, splitRecord, type TextRecord } from './split-record.js';
import { CellDecoder, decodeUtf8, encodeUtf8 } from '../encoding/text-encoding.js';

const doubleQuote = 34;
const apostrophe = 39;
const backslash = 92;

/** What most programs write. */
export const plainDialect: Dialect = {
  delimiter: encodeUtf8(','),
  run: false,
  skipSpace: false,
  quote: doubleQuote,
  escape: -1,
};

/** How far a delimiter is to be expected: a rare one must fit better to be believed. */
const delimiters: readonly { text: string; run?: boolean; prior: number }[] = [
  { text: ',', prior: 1 },
  { text: ';', prior: 1 },
  { text: '\t', prior: 1 },
  { text: '|', prior: 0.98 },
  { text: '\u0001', prior: 0.98 },
  { text: '||', prior: 0.98 },
  { text: '，', prior: 0.9 },
  { text: '、', prior: 0.7 },
  { text: '^', prior: 0.8 },
  { text: '~', prior: 0.8 },
  { text: '¦', prior: 0.9 },
  { text: '\t', run: true, prior: 0.9 },
  { text: '  ', run: true, prior: 0.85 },
  { text: ' ', run: true, prior: 0.8 },
  { text: ' ', prior: 0.78 },
  { text: ':', prior: 0.6 },
];

/** A dialect, and how many cells most records have in it. */
export interface DetectedDialect {
  readonly dialect: Dialect;
  readonly cells: number;
  /** Whether the text is one column of numbers, whose commas separate no cells. */
  readonly single: boolean;
}

/**
 * Finds how a text separates and quotes its cells, from its first records.
 *
 * Every candidate splits them. A good one gives many records of one length and cells that look whole: numbers, dates,
 * words, not a number glued to a delimiter or half a pair of quotes. The score is the product of the two shares and of
 * how common the delimiter is; the best score wins, and one column is left when none is good. Lines of one cell above
 * and below the others are titles and notes and weigh little.
 */
export function detectDialect(sample: Uint8Array, fixed: Partial<Dialect>): DetectedDialect {
  const text = decodeUtf8(sample);
  if (fixed.delimiter === undefined && isNumberColumn(text))
    return { dialect: { ...plainDialect, ...fixed, delimiter: encodeUtf8(noDelimiter) }, cells: 1, single: true };
  const quotes =
    fixed.quote === undefined ? [doubleQuote, ...(/(^|[,;\t| ])'/m.test(text) ? [apostrophe] : [])] : [fixed.quote];
  const escapes = fixed.escape === undefined ? [-1, ...(/\\["']/.test(text) ? [backslash] : [])] : [fixed.escape];
  const stated = fixed.delimiter && { text: decodeUtf8(fixed.delimiter), prior: 1 };
  let best = trial(sample, { ...plainDialect, ...fixed }, 1);
  const trials = [best];
  for (const { text: mark, run = false, prior } of stated ? [stated as (typeof delimiters)[number]] : delimiters) {
    if (!text.includes(mark)) continue;
    for (const quote of quotes) {
      for (const escape of escapes) {
        for (const skipSpace of mark.trim() === '' || !text.includes(`${mark} `) ? [false] : [false, true]) {
          if (mark === ',' && quote === plainDialect.quote && escape < 0 && !skipSpace) continue; // tried first
          const found = trial(sample, { delimiter: encodeUtf8(mark), run, skipSpace, quote, escape }, prior);
          trials.push(found);
          if (found.score > best.score) best = found;
        }
      }
    }
  }
  return trials.reduce((kept, found) => (splitsHeader(found, kept, fixed) ? found : kept), best);
}

/**
 * Whether another delimiter splits a header that the kept one leaves whole: it gives the same number of cells from a row
 * further up to the last one of the table, so that what the kept one finds in the rows below are decimal commas, or
 * commas in names.
 */
function splitsHeader(found: Trial, kept: Trial, fixed: Partial<Dialect>): boolean {
  if (fixed.delimiter !== undefined || found.dialect.run || found.dialect.delimiter.length > 1) return false;
  if (!headerDelimiters.includes(found.dialect.delimiter[0]!) || found.dialect.quote !== kept.dialect.quote)
    return false;
  return found.regular && found.cells > 1 && found.first < kept.first && found.core > kept.core;
}

/** Semicolon, tab and stroke: a text seldom has them in each of its lines by chance. */
const headerDelimiters: readonly number[] = [59, 9, 124];

/** A character that stands in no text, for one that separates nothing. */
const noDelimiter = '\u0001';

/** Whether lines of numbers with commas stand below one name: a decimal comma, or one between thousands. */
function isNumberColumn(text: string): boolean {
  const [name, ...lines] = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  if (name === undefined || /[,;\t|"]|^[\d\s.]*$/.test(name) || text.includes(noDelimiter)) return false;
  const isNumber = (line: string): boolean => (parseNumber(line, ',') ?? parseNumber(line, '.')) !== null;
  return lines.some((line) => line.includes(',')) && lines.every((line) => isNumber(line) || marks.has(line.trim()));
}

interface Trial extends DetectedDialect {
  readonly score: number;
  /** The first record of the usual length, how many there are, and whether all between the first and the last are. */
  readonly first: number;
  readonly core: number;
  readonly regular: boolean;
}

function trial(sample: Uint8Array, dialect: Dialect, prior: number): Trial {
  let records: readonly TextRecord[];
  try {
    records = firstRecords(sample, dialect, new CellDecoder());
  } catch {
    return { dialect, cells: 1, single: false, score: -1, first: 0, core: 0, regular: false }; // a row of more cells than any table has
  }
  const lengths = new Map<number, number>();
  for (const { cells } of records)
    if (cells.some((cell) => cell !== null)) lengths.set(cells.length, (lengths.get(cells.length) ?? 0) + 1);
  const weight = (length: number): number => ((lengths.get(length) ?? 0) * (length - 1)) / length;
  const cells = [...lengths.keys()].reduce((most, length) => (weight(length) > weight(most) ? length : most), 1);
  const total = [...lengths.values()].reduce((sum, count) => sum + count, 0);
  const core = lengths.get(cells) ?? 0;
  const around = cells > 1 && core > 1 && !isSpace(dialect) ? linesAround(records, cells) : 0;
  const consistency = total === 0 ? 0 : core / (total - around + Math.min(lineWeight * around, mostLines * core));
  const whole = wholeness(
    records.filter((record) => record.cells.length === cells),
    dialect,
  );
  const first = records.findIndex((record) => record.cells.length === cells);
  const last = records.findLastIndex((record) => record.cells.length === cells);
  const regular = records
    .slice(first, last + 1)
    .every((record) => record.cells.length === cells || record.cells.every((cell) => cell === null));
  const score = prior * consistency * whole * (1 - 0.5 / cells);
  return { dialect, cells, single: false, score, first, core, regular };
}

/** A line above or below a table counts for so much of a record of another length, all of them for so much of the table. */
const lineWeight = 0.1;
const mostLines = 0.3;

/** How many lines of one cell stand above the first and below the last record of the usual length. */
function linesAround(records: readonly TextRecord[], cells: number): number {
  const first = records.findIndex((record) => record.cells.length === cells);
  const last = records.findLastIndex((record) => record.cells.length === cells);
  return records.filter((record, index) => (index < first || index > last) && isLine(record)).length;
}

/** Sentences have blanks as well: a line of one cell shows nothing where these separate the cells. */
function isSpace({ delimiter }: Dialect): boolean {
  return delimiter[0] === 32;
}

function isLine({ cells }: TextRecord): boolean {
  return cells.length === 1 && cells[0] !== null;
}

/** Records enough to see a pattern, and cells enough that more would only cost time; empty records show nothing. */
const fewRecords = 50;
const manyRecords = 100;
const manyCells = 10_000;
const mostEmpty = 5000;
/** Lines of one cell above a table that are gone through to find it. */
const mostTitles = 1000;

/** The first records of a text, empty ones included. */
export function firstRecords(bytes: Uint8Array, dialect: Dialect, decoder: CellDecoder): TextRecord[] {
  const records: TextRecord[] = [];
  let literalUntil = 0;
  let cells = 0;
  let empty = 0;
  let titles = 0;
  for (
    let at = 0;
    at < bytes.length &&
    empty < mostEmpty &&
    records.length - empty - titles < (cells < manyCells ? manyRecords : fewRecords);

  ) {
    const record = splitRecord(bytes, at, dialect, decoder, literalUntil);
    records.push(record);
    if (record.cells.every((cell) => cell === null)) empty += 1;
    else if (titles === records.length - empty - 1 && isLine(record) && titles < mostTitles) titles += 1;
    cells += record.cells.length;
    ({ next: at, literalUntil } = record);
  }
  return records;
}

/** The share of cells that look whole. */
function wholeness(records: readonly TextRecord[], dialect: Dialect): number {
  const { skipSpace } = dialect;
  const blanks = isSpace(dialect);
  let sum = 0;
  let count = 0;
  for (const { cells, quoted } of records) {
    cells.forEach((cell, column) => {
      // A stronger delimiter inside cells that blanks separate: the blanks belong to the texts.
      const torn = blanks && !quoted[column] && cell !== null && /[;|\t]/.test(cell);
      sum += torn ? 0.3 : cellWholeness(cell, quoted[column]!, column > 0 && !skipSpace);
      count += 1;
    });
  }
  return count === 0 ? 0 : sum / count;
}

const marks = new Set(missingMarks);

/** A number under either mark, as it stands, with a currency or with a flag. */
function isNumeric(text: string): boolean {
  if (parseNumber(text, '.') || parseNumber(text, ',')) return true;
  if (!/\d/.test(text)) return false;
  const token = splitFlag(text)?.token ?? text.replace(/^[$€£¥￥]\s?|\s?[$€£¥￥元]$/, '');
  return token !== '' && token !== text && (parseNumber(token, '.') ?? parseNumber(token, ',')) !== null;
}

function cellWholeness(cell: Cell, quoted: boolean, mayLead: boolean): number {
  if (typeof cell !== 'string') return 0.95;
  const text = cell.trim();
  if (text === '' || marks.has(text)) return 0.95;
  if (isNumeric(text)) return 1;
  if (quoted) return 1;
  const spaced = mayLead && cell.startsWith(' ') ? 0.9 : 1;
  if (/^["']|["']$/.test(text)) return 0.3;
  if (
    /^\d{1,4}[-/.年]\d{1,2}([-/.月]\d{1,4}日?)?([ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?)?$|^\d{1,2}:\d{2}(:\d{2})?$/.test(
      text,
    )
  )
    return spaced;
  if (/^[\p{L}\p{N}_.@#/&()（）%+:?=~-]+$/u.test(text)) return spaced;
  if (/^[^,;\t|]*$/.test(text)) return 0.95 * spaced;
  return /\d[,;|\t]\s*[\d"']|[,;|\t]{2}|["'][,;|\t]|[,;|\t]["']/.test(text) ? 0.2 : 0.7;
}
