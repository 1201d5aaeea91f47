import { type Cell, cellText, isEmpty } from '../columns/cells.js';
import { namesTexts } from '../evidence/header-row.js';
import type { NoteList } from '../import-report.js';
import type { ReadOptions } from '../read-options.js';
import type { Layout } from './layout.js';

/** Columns of a file that make a table of their own, from the first to the one before `end`. */
export interface Span {
  readonly first: number;
  readonly end: number;
}

/** Tables that stand side by side. */
export interface TablesBeside {
  readonly spans: readonly Span[];
  /** Whether that is certain enough to read the first one alone. */
  readonly certain: boolean;
}

export const noneBeside: TablesBeside = { spans: [], certain: false };

/**
 * The tables that stand side by side: behind columns without a name and without a cell begins one whose first column is
 * called as that of the first table, or holds different texts before numbers. It is certain where the name repeats or is one
 * for places, or where one of them has more rows. Names that repeat in full without a gap may be one table printed in parts.
 *
 * @param body the first rows of data
 * @param rowsBelow all rows from one on, to see whether the gaps stay empty
 */
export function tablesBeside(
  layout: Layout,
  body: readonly (readonly Cell[])[],
  rowsBelow: (first: number) => Iterable<readonly Cell[]>,
): TablesBeside {
  const found = spansOf(layout, body);
  const gaps = found.spans.slice(1).flatMap(({ first }, at) => range(found.spans[at]!.end, first));
  if (gaps.length > 0)
    for (const row of rowsBelow(layout.firstRow)) if (gaps.some((column) => !isEmpty(row[column]))) return noneBeside;
  return found;
}

function range(from: number, end: number): number[] {
  return Array.from({ length: end - from }, (_, index) => from + index);
}

/** The cells of a row that belong to one of the tables; all where there is but one. */
export function cellsIn<T>(row: readonly T[], span: Span | null): T[] {
  return span ? row.slice(span.first, span.end) : [...row];
}

/** How many cells the rows of one of the tables have. */
export function widthOf(span: Span | null, width: number): number {
  return span ? Math.min(span.end, width) - span.first : width;
}

function spansOf({ header, classes, width }: Layout, body: readonly (readonly Cell[])[]): TablesBeside {
  if (header.length === 0 || body.length === 0) return noneBeside;
  const names = Array.from({ length: width }, (_, column) => nameOf(header, column));
  const isVoid = (column: number): boolean => names[column] === '' && body.every((row) => isEmpty(row[column]));
  const filled = (column: number): number => body.findLastIndex((row) => !isEmpty(row[column]));
  const holdsNumbers = ({ first, end }: Span): boolean =>
    classes.slice(first + 1, end).some((found) => found === 'number');
  const spans: Span[] = [];
  let certain = true;
  for (let first = 0; first < width; first += 1) {
    if (isVoid(first)) continue;
    let end = first + 1;
    while (end < width && !isVoid(end)) end += 1;
    const [start] = spans;
    const span = { first, end };
    const named = start !== undefined && names[first] !== '' && names[first] === names[start.first];
    const texts = body.map((row) => cellText(row[first] ?? null)?.trim() ?? '').filter((text) => text !== '');
    const labels = classes[first] === 'text' && new Set(texts).size === texts.length && holdsNumbers(span);
    const begins = end - first > 1 && (named || (labels && start !== undefined && holdsNumbers(start)));
    if (start === undefined || begins) {
      if (begins) certain &&= named || namesTexts(names[first]!) || filled(first) !== filled(start!.first);
      spans.push(span);
    } else spans.push({ first: spans.pop()!.first, end });
    first = end;
  }
  if (spans.length > 1) return spans[0]!.end - spans[0]!.first > 1 ? { spans, certain } : noneBeside;
  return { spans: classes[0] === 'text' ? parts(names) : [], certain: false };
}

/** The parts of a list of names that repeats itself: city, score, city, score. */
function parts(names: readonly string[]): Span[] {
  const size = names.indexOf(names[0]!, 1);
  if (size < 2 || names.length % size !== 0 || names.some((name, at) => name === '' || name !== names[at % size]))
    return [];
  return Array.from({ length: names.length / size }, (_, part) => ({ first: part * size, end: (part + 1) * size }));
}

function nameOf(header: readonly (readonly string[])[], column: number): string {
  return header.map((texts) => texts[column]!.trim()).findLast((text) => text !== '') ?? '';
}

/** Which of the tables is to be read; `null` where all columns are read as one. */
export function chosenSpan({ spans, certain }: TablesBeside, { table }: ReadOptions, number: number): Span | null {
  if (spans.length === 0 || (table === undefined && !certain)) return null;
  const wanted = table === undefined ? 0 : table - number;
  const span = spans[wanted] ?? spans[0]!;
  return span.end === spans.at(-1)!.end ? { first: span.first, end: Infinity } : span;
}

/** Says that tables stand side by side, which one is read, and how the others are. */
export function noteTablesBeside(
  { spans, certain }: TablesBeside,
  { headerRow }: Layout,
  { table }: ReadOptions,
  notes: NoteList,
): void {
  if (spans.length === 0 || table !== undefined) return;
  const places = spans.map(({ first, end }) => `${first + 1} to ${end}`).join(' and ');
  const message = certain
    ? `${spans.length} tables stand side by side, in the columns ${places}; the first is read (the option table: 2 reads the next)`
    : `${spans.length} tables may stand side by side, in the columns ${places}; they are read as one, whose rows may have nothing to do with each other (the options table: 1 and table: 2 read them apart)`;
  notes.list({ rule: 'table', line: headerRow, column: null, value: null, message, weight: 'warning' });
}
