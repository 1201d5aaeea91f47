import { assertThat, Exact, Interval, listNames } from '@indexlab/core';

/** A published table of parts and their total; `null` where a cell is missing. */
export interface PublishedColumns {
  /** What each row is called; its number by default. */
  readonly unit?: readonly string[];
  readonly total: readonly (Interval | null)[];
  readonly parts: Readonly<Record<string, readonly (Interval | null)[]>>;
}

/** A row in which every part and the total are printed. */
export interface PublishedRow {
  readonly unit: string;
  readonly lower: readonly Exact[];
  readonly upper: readonly Exact[];
  /** The printed values of the parts: the middles of their intervals. */
  readonly middle: readonly Exact[];
  readonly total: Interval;
}

/** The names of the parts, the complete rows, and the units of the rows in which a cell is missing. */
export interface PublishedRows {
  readonly parts: readonly string[];
  readonly rows: readonly PublishedRow[];
  readonly incomplete: readonly string[];
}

/** A printed cell is an interval: a bare number does not say how it was rounded. */
function requireIntervals(name: string, cells: readonly unknown[]): void {
  const row = cells.findIndex((cell) => cell !== null && !(cell instanceof Interval));
  assertThat(
    row < 0,
    () => `recoverWeights requires printed numbers as intervals, got ${String(cells[row])} ("${name}", row ${row + 1})`,
    "Write roundedInterval('50.0'), or take recoverFromColumns for a table.",
  );
}

/**
 * Checks a published table and sorts its rows into complete and incomplete ones.
 *
 * @throws IndexlabError when there is no part or no complete row, lengths differ, or a part is unbounded
 */
export function publishedRows({ unit, total, parts }: PublishedColumns): PublishedRows {
  const names = Object.keys(parts);
  assertThat(names.length > 0, 'recoverWeights requires at least one part, got none');
  for (const [name, { length }] of [...Object.entries(parts), ...(unit ? [['unit', unit] as const] : [])]) {
    assertThat(
      length === total.length,
      () =>
        `recoverWeights requires columns of one length, got ${length} and ${total.length} ("${name}" and the total)`,
    );
  }
  for (const [name, cells] of [...Object.entries(parts), ['total', total] as const]) requireIntervals(name, cells);
  const rows: PublishedRow[] = [];
  const incomplete: string[] = [];
  total.forEach((cell, row) => {
    const label = unit?.[row] ?? String(row + 1);
    const cells = names.flatMap((name) => parts[name]![row] ?? []);
    if (cell === null || cells.length < names.length) {
      incomplete.push(label);
      return;
    }
    const ends = cells.map((part) => part.ends(`recoverWeights (row ${label})`));
    rows.push({
      unit: label,
      lower: ends.map(([lower]) => lower),
      upper: ends.map(([, upper]) => upper),
      middle: ends.map(([lower, upper]) => middle(lower, upper)),
      total: cell,
    });
  });
  assertThat(
    rows.length > 0,
    () =>
      `recoverWeights requires at least one row with the total and all parts, got none (missing cells in ${listNames(incomplete)})`,
  );
  return { parts: names, rows, incomplete };
}

/** The middle of two numbers. */
export function middle(lower: Exact, upper: Exact): Exact {
  return lower.plus(upper).over(two);
}

const two = Exact.ratio(2n);
