import { assertThat, IndexlabError, listNames } from '@indexlab/core';
import { type Cell } from '../columns/cells.js';
import { parseNumber, unknownDigits } from '../columns/parse-number.js';
import type { NoteList } from '../import-report.js';
import { JsonObject, type JsonValue, NumberToken } from './parse-json.js';

/** A table in JSON: its rows are made one by one, when they are asked for. */
export interface JsonTable {
  /** The names of the columns where the form of the JSON gives them. */
  readonly names: readonly string[] | null;
  readonly rowCount: number;
  readonly width: number;
  row(index: number): Cell[];
}

/** Rows that each have keys of their own would make a column for every one of them. */
const mostCells = 50_000_000;
/** The largest table is read without asking when the others have not a tenth of its rows. */
const farSmaller = 10;

/**
 * The table that a path, or a number, chooses; or the only one; or the one far larger than the others, with a warning.
 *
 * @throws IndexlabError when there is none, or several compete
 */
export function findTable(
  values: readonly JsonValue[],
  { path, table }: { readonly path?: string; readonly table?: number },
  notes: NoteList,
): JsonTable {
  assertThat(values.length > 0, 'readJson requires JSON, got an empty text');
  const start = values.length === 1 ? values[0]! : values;
  if (path !== undefined) {
    const value = valueAt(start, path);
    const found = value === undefined ? null : asTable(value, path);
    if (found) return noted(found.make(), notes);
    throw noTable({ remedy: `Nothing of that kind stands at ${path}.` });
  }
  const found = tablesIn(start, '');
  const filled = found.filter(({ size }) => size > 0);
  const all = filled.length > 0 ? filled : found;
  if (all.length === 0) throw noTable({});
  if (table !== undefined) {
    const chosen = all[table - 1];
    if (chosen) return noted(chosen.make(), notes);
    throw new IndexlabError(`readJson requires a table from 1 to ${all.length}, got ${table} (option table)`, {
      remedy: listed(all),
    });
  }
  const [largest, second] = [...all].sort((a, b) => b.size - a.size) as [FoundTable, FoundTable | undefined];
  if (second && second.size * farSmaller > largest.size) {
    throw new IndexlabError(
      `readJson requires one table, got several (${all
        .map((one) => one.path || 'the top')
        .slice(0, 10)
        .join(', ')})`,
      { remedy: `Say which with the option table or path: ${listed(all)}` },
    );
  }
  if (largest.path !== '')
    notes.count({
      rule: 'table',
      weight: second ? 'warning' : 'note',
      line: null,
      column: null,
      value: largest.path,
      message: `the table under ${JSON.stringify(largest.path)} is read${second ? `, not those under ${listNames(all.filter((one) => one !== largest).map((one) => JSON.stringify(one.path)))} (option table)` : ''}`,
    });
  return noted(largest.make(), notes);
}

function noTable(options: { remedy?: string }): IndexlabError {
  return new IndexlabError('readJson requires a table (rows as objects, or columns as arrays), got none', options);
}

interface FoundTable {
  readonly path: string;
  readonly size: number;
  make(): JsonTable & { readonly cells: (row: number) => readonly (JsonValue | undefined)[] };
}

function listed(tables: readonly FoundTable[]): string {
  const lines = tables
    .slice(0, 10)
    .map(({ path, size }, index) => `${index + 1}: ${path || 'the top'} (${size} ${size === 1 ? 'row' : 'rows'})`);
  return `${lines.join(', ')}${tables.length > 10 ? ` and ${tables.length - 10} more` : ''}.`;
}

/** Notes what of a table is no plain cell. */
function noted(table: ReturnType<FoundTable['make']>, notes: NoteList): JsonTable {
  for (let row = 0; row < table.rowCount; row += 1)
    table.cells(row).forEach((value, column) => {
      if (isObject(value) || isList(value))
        notes.count({
          rule: 'nested',
          line: row + 1,
          column: table.names?.[column] ?? `column ${column + 1}`,
          value: null,
          message: 'a list or an object in a cell is kept as its text',
        });
    });
  return table;
}

function valueAt(start: JsonValue, path: string): JsonValue | undefined {
  let at: JsonValue | undefined = start;
  for (const key of path.split('.')) at = isObject(at) ? at.get(key) : isList(at) ? at[Number(key)] : undefined;
  return at;
}

/** The tables in a value, in their order: the value itself, or else those under its keys. */
function tablesIn(value: JsonValue, path: string): FoundTable[] {
  const table = asTable(value, path);
  if (table) return [table];
  if (!isObject(value)) return [];
  return value.entries().flatMap(([key, member]) => tablesIn(member, path === '' ? key : `${path}.${key}`));
}

function asTable(value: JsonValue, path: string): FoundTable | null {
  if (isList(value)) {
    if (value.length > 0 && value.every(isObject)) return { path, size: value.length, make: () => ofObjects(value) };
    if (value.length > 0 && value.every(isList)) return { path, size: value.length, make: () => ofLists(null, value) };
    return value.length === 0 ? { path, size: 0, make: () => ofLists([], []) } : null;
  }
  if (!isObject(value)) return null;
  const names = value.get('columns');
  const rows = value.get('data') ?? value.get('rows') ?? value.get('values');
  if (isList(names) && names.every((name) => typeof name === 'string') && isList(rows) && rows.every(isList))
    return { path, size: rows.length, make: () => ofLists(names, rows) };
  const columns = value.entries();
  const first = columns[0]?.[1];
  const length = isList(first) ? first.length : -1;
  const isColumns =
    length > 0 &&
    columns.every(
      ([, column]) =>
        isList(column) && column.length === length && !column.some((cell) => isObject(cell) || isList(cell)),
    );
  return isColumns
    ? { path, size: length, make: () => ofColumns(columns as [string, readonly JsonValue[]][], length) }
    : null;
}

const isObject = (value: JsonValue | undefined): value is JsonObject => value instanceof JsonObject;
const isList = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value);

type Made = ReturnType<FoundTable['make']>;

function made(names: readonly string[] | null, rowCount: number, width: number, cells: Made['cells']): Made {
  const row = (index: number): Cell[] => {
    const values = cells(index);
    const made = new Array<Cell>(width);
    for (let column = 0; column < width; column += 1) made[column] = cellOf(values[column]);
    return made;
  };
  return { names, rowCount, width, cells, row };
}

function ofObjects(objects: readonly JsonObject[]): Made {
  const places = new Map<string, number>();
  let known: readonly string[] = [];
  for (const { keys } of objects) {
    if (keys === known) continue;
    known = keys;
    for (const key of keys) if (!places.has(key)) places.set(key, places.size);
  }
  const count = objects.length * places.size;
  assertThat(
    count <= mostCells,
    () => `readJson requires at most ${mostCells} cells, got ${objects.length} rows with ${places.size} different keys`,
  );
  const names = [...places.keys()];
  const sameOrder = (keys: readonly string[]): boolean =>
    keys.length === names.length && keys.every((key, index) => key === names[index]);
  let ordered: readonly string[] | null = null;
  return made(names, objects.length, places.size, (row) => {
    const { keys, values } = objects[row]!;
    if (keys === ordered || sameOrder(keys)) {
      ordered = keys;
      return values;
    }
    const cells = new Array<JsonValue | undefined>(places.size).fill(undefined);
    keys.forEach((key, index) => (cells[places.get(key)!] = values[index]));
    return cells;
  });
}

function ofLists(names: readonly string[] | null, lists: readonly (readonly JsonValue[])[]): Made {
  const width = lists.reduce((most, list) => Math.max(most, list.length), names?.length ?? 0);
  return made(names, lists.length, width, (row) => lists[row]!);
}

function ofColumns(columns: readonly [string, readonly JsonValue[]][], length: number): Made {
  return made(
    columns.map(([name]) => name),
    length,
    columns.length,
    (row) => columns.map(([, values]) => values[row]),
  );
}

function cellOf(value: JsonValue | undefined): Cell {
  if (value === null || value === undefined || typeof value === 'string') return value ?? null;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return numberCell(String(value));
  if (value instanceof NumberToken) return numberCell(value.token);
  return JSON.stringify(plain(value));
}

/** A value as `JSON.stringify` takes it. */
function plain(value: JsonValue): unknown {
  if (value instanceof NumberToken) return Number(value.token);
  if (isObject(value)) return Object.fromEntries(value.entries().map(([key, member]) => [key, plain(member)]));
  return isList(value) ? value.map(plain) : value;
}

/** A number as it stands; one that a double does not hold stays text, so that no digit is lost. */
export function numberCell(token: string): Cell {
  const number = parseNumber(token);
  if (number) return { ...number, text: token };
  const value = Number(token);
  return Number.isFinite(value) && String(value) === token
    ? { value, decimals: unknownDigits, unit: '', text: token }
    : token;
}
