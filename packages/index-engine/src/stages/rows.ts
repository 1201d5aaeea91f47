import { assertThat, type Data, dataSource, didYouMean, IndexlabError, listNames, textsOf } from '@indexlab/core';
import { requireFinite } from './finite.js';
import { summarise, type Summary } from './normalise/summaries.js';
import { readColumn } from './read-column.js';

/** The rows of the data: which unit and which year each is, and the columns beside the indicators. */
export interface Rows {
  readonly units: readonly string[];
  /** `null` for one year. */
  readonly years: Float64Array | null;
  /** A column of numbers beside the indicators, such as a population. */
  numbers(column: string): Float64Array;
  /** A column of texts, such as a region. */
  texts(column: string): readonly (string | null)[];
}

/** Which columns name the units and the years. */
export interface RowColumns {
  readonly unit: string;
  readonly time?: string | undefined;
}

/** Reads the rows of the data, each unit once, or once a year. */
export function readRows(data: Data, { unit, time }: RowColumns): Rows {
  const source = dataSource(data);
  const units = unitNames(columnOf(source, unit));
  assertThat(units.length > 0, 'buildIndex requires at least one unit, got an empty table');
  const numbers = (column: string): Float64Array => {
    columnOf(source, column);
    return numbersIn(source, column, units);
  };
  const years = time === undefined ? null : numbers(time);
  if (years) {
    const row = years.findIndex(Number.isNaN);
    assertThat(row < 0, () => `buildIndex requires a year in every row, got none (column "${time}", row ${row + 1})`);
  }
  const repeated = repeatedRows(units, years);
  assertThat(
    repeated.size === 0,
    () =>
      `buildIndex requires each unit once${years ? ' a year' : ''}, got ${listNames(repeated)} more than once (column "${unit}")`,
    years ? undefined : 'For several years, say which column holds the year: data: { time: year }.',
  );
  return { units, years, numbers, texts: (column) => textsOf(source, column) };
}

/** A column that the data have: finite numbers, one for each unit, `NaN` where missing. */
export function numbersIn(
  source: ReturnType<typeof dataSource>,
  column: string,
  units: readonly string[],
  summaryOf: (values: Float64Array) => Summary = summarise,
): Float64Array {
  const place = { caller: 'buildIndex', column, units };
  const values = readColumn(source.column(column).values, place);
  assertThat(
    values.length === units.length,
    () => `buildIndex requires a value for each unit, got ${values.length} for ${units.length} (column "${column}")`,
  );
  requireFinite(values, place, summaryOf(values));
  return values;
}

function columnOf(source: ReturnType<typeof dataSource>, column: string): ArrayLike<unknown> {
  if (source.columns.includes(column)) return source.column(column).values;
  throw new IndexlabError(`The data have no column "${column}"`, {
    remedy: didYouMean(column, source.columns, 'columns'),
  });
}

function unitNames(values: ArrayLike<unknown>): string[] {
  const names: string[] = [];
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row];
    const isMissing = value === null || value === undefined || Number.isNaN(value);
    names.push(typeof value === 'string' ? value : isMissing ? '' : String(value));
  }
  return names;
}

function repeatedRows(units: readonly string[], years: Float64Array | null): Set<string> {
  if (!years && new Set(units).size === units.length) return new Set();
  const seen = new Set<string>();
  const repeated = new Set<string>();
  units.forEach((unit, row) => {
    const key = years ? `${unit} in ${years[row]}` : unit;
    (seen.has(key) ? repeated : seen).add(key);
  });
  return repeated;
}

/** The rows at the given places. */
export function takeRows(rows: Rows, kept: Int32Array): Rows {
  return {
    units: Array.from(kept, (row) => rows.units[row]!),
    years: rows.years && takeValues(rows.years, kept),
    numbers: (column) => takeValues(rows.numbers(column), kept),
    texts: (column) => {
      const texts = rows.texts(column);
      return Array.from(kept, (row) => texts[row] ?? null);
    },
  };
}

/** The values at the given places. */
export function takeValues(values: Float64Array, kept: Int32Array): Float64Array {
  const taken = new Float64Array(kept.length);
  for (let i = 0; i < kept.length; i += 1) taken[i] = values[kept[i]!]!;
  return taken;
}

const known = new WeakMap<Rows, Map<string, Int32Array[]>>();

/**
 * The rows divided into sets that a method looks at together: by year unless pooled, and by a column of peers. Most
 * columns are divided alike: each division is made once for the same rows.
 *
 * @returns `null` when all rows are one set, so that no column need be copied
 */
export function partition(
  rows: Rows,
  { over, peers }: { over?: 'year' | 'pooled' | undefined; peers?: string | undefined },
): Int32Array[] | null {
  const years = over === 'pooled' ? null : rows.years;
  if (!years && peers === undefined) return null;
  const divisions = known.get(rows) ?? new Map<string, Int32Array[]>();
  known.set(rows, divisions);
  const key = `${years ? 'year' : 'pooled'}\n${peers ?? ''}`;
  const division = divisions.get(key) ?? divide(rows, years, peers);
  divisions.set(key, division);
  return division;
}

function divide(rows: Rows, years: Float64Array | null, peers: string | undefined): Int32Array[] {
  const groups = peers === undefined ? null : rows.texts(peers);
  const sets = new Map<string, number[]>();
  rows.units.forEach((unit, row) => {
    if (groups) {
      assertThat(
        groups[row] !== null,
        () => `buildIndex requires a group for every unit, got none for ${unit} (column "${peers}")`,
      );
    }
    const key = `${years?.[row] ?? ''}\n${groups?.[row] ?? ''}`;
    const set = sets.get(key);
    if (set) set.push(row);
    else sets.set(key, [row]);
  });
  return [...sets.values()].map((set) => Int32Array.from(set));
}
