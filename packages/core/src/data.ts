import { columnNamed } from './column-named.js';
import { assertThat, IndexlabError } from './errors.js';
import { didYouMean } from './nearest-names.js';
import { numberIn } from './number-in.js';
import { requireArray } from './require-array.js';
import { shownValue } from './shown-value.js';
import { textCells } from './text-cells.js';

/** A column of anything that holds data: a table, a danfojs series, an array in a record. */
export interface DataColumn {
  readonly values: ArrayLike<unknown>;
  /** The unit of measure, where the header gives one. */
  readonly unit?: string | undefined;
}

/** What gives names and columns: a `Table`, a danfojs `DataFrame`. */
export interface DataSource {
  readonly columns: readonly string[];
  column(name: string): DataColumn;
}

/** Whatever takes data takes any of these: a source, rows, or a record of columns. */
export type Data =
  | DataSource
  | readonly Readonly<Record<string, unknown>>[]
  | Readonly<Record<string, ArrayLike<unknown>>>;

/**
 * Gives any kind of data as names and columns.
 *
 * @example
 * dataSource([{ a: 1 }, { a: 2, b: 3 }]).columns // => ['a', 'b']
 * @example
 * dataSource({ a: [1, 2] }).column('a').values // => [1, 2]
 */
export function dataSource(data: Data): DataSource {
  assertThat(
    typeof data === 'object' && data !== null,
    () => `Data require a table, rows or a record of columns, got ${shownValue(data)}`,
  );
  if (isDataSource(data)) return data;
  const columns = Array.isArray(data)
    ? columnsOfRows(data)
    : columnsOfRecord(data as Readonly<Record<string, unknown>>);
  return {
    columns: [...columns.keys()],
    column(name) {
      const values = columns.get(name);
      if (values === undefined) throw unknownColumn(name, [...columns.keys()]);
      return { values };
    },
  };
}

/**
 * A column as numbers, `NaN` where missing (`null`, `undefined`, `NaN` or an empty text).
 *
 * Nothing that is no number is read as one: see {@link numberIn}.
 *
 * @param caller the function that the reader called, for messages
 * @throws IndexlabError when there is no such column, or a cell is not a finite number
 *
 * @example
 * numbersOf({ a: [1, null] }, 'a') // => new Float64Array([1, NaN])
 */
export function numbersOf(data: Data, name: string, caller = 'numbersOf'): Float64Array {
  const values = columnOf(data, name);
  const numbers = values instanceof Float64Array ? values : new Float64Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row];
    // Finite numbers, nearly all cells, pass without a call.
    if (typeof value === 'number' && value - value === 0) {
      if (numbers !== values) numbers[row] = value;
      continue;
    }
    if (typeof value === 'string' && value !== '') throw notNumbers(values, name, caller);
    const number = numberIn(value, caller, () => `column "${name}", row ${row + 1}`);
    if (numbers !== values) numbers[row] = number;
  }
  return numbers;
}

/**
 * A column as texts, `null` where missing.
 *
 * @throws IndexlabError when there is no such column
 *
 * @example
 * textsOf({ a: [1, null] }, 'a') // => ['1', null]
 */
export function textsOf(data: Data, name: string): (string | null)[] {
  const values = columnOf(data, name);
  return Array.from({ length: values.length }, (_, row) => {
    const value = values[row];
    return value === null || value === undefined || Number.isNaN(value) ? null : String(value);
  });
}

/** A column of texts: the message names the first that is no number, the remedy all of them. */
function notNumbers(values: ArrayLike<unknown>, name: string, caller: string): IndexlabError {
  const { numbers, others, listed } = textCells(values);
  const text = (value: unknown): boolean => typeof value === 'string' && value !== '';
  const first = Array.from(values).findIndex((value) => text(value) && (others === 0 || textCells([value]).others > 0));
  return new IndexlabError(
    `${caller} requires finite numbers, got ${shownValue(values[first])} (column "${name}", row ${first + 1})`,
    {
      remedy:
        others === 0
          ? 'The column holds texts, all of them numbers: make them numbers, or read the column as such (the option types).'
          : numbers === 0
            ? 'The column holds texts and no number: take another.'
            : `${others === 1 ? 'One cell is' : `${others} cells are`} no number: ${listed}. Mend or leave out such rows, or read the texts as missing (the option missing).`,
    },
  );
}

function columnOf(data: Data, name: string): ArrayLike<unknown> {
  const source = dataSource(data);
  const column = columnNamed(source, name);
  if (column === undefined) throw unknownColumn(name, source.columns);
  return source.column(column).values;
}

function unknownColumn(name: string, columns: readonly string[]): IndexlabError {
  return new IndexlabError(`The data have no column "${name}"`, { remedy: didYouMean(name, columns, 'columns') });
}

function isDataSource(data: Data): data is DataSource {
  return 'columns' in data && 'column' in data && typeof data.column === 'function';
}

/** Each part of a record of columns has a length; a text has one, but is no column. */
function columnsOfRecord(record: Readonly<Record<string, unknown>>): Map<string, ArrayLike<unknown>> {
  const columns = new Map<string, ArrayLike<unknown>>();
  for (const name of Object.keys(record)) {
    const values = record[name];
    // Columns of doubles, most of those that are given again and again, need no further look.
    if (!(values instanceof Float64Array)) requireArray(values, 'A record of columns', `column "${name}"`);
    columns.set(name, values as ArrayLike<unknown>);
  }
  return columns;
}

function columnsOfRows(rows: readonly Readonly<Record<string, unknown>>[]): Map<string, unknown[]> {
  const columns = new Map<string, unknown[]>();
  rows.forEach((row, i) =>
    assertThat(
      typeof row === 'object' && row !== null && !Array.isArray(row),
      () => `Rows require an object with names for each, got ${JSON.stringify(row)} (row ${i + 1})`,
    ),
  );
  for (const row of rows) {
    for (const name of Object.keys(row)) if (!columns.has(name)) columns.set(name, []);
  }
  for (const [name, values] of columns) for (const row of rows) values.push(row[name] ?? null);
  assertThat(!(rows.length > 0 && columns.size === 0), 'dataSource requires rows with at least one column, got none');
  return columns;
}
