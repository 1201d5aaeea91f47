import { assertThat, IndexlabError } from '@indexlab/core';
import type { Cell } from '../columns/cells.js';
import { detectEncoding } from '../encoding/detect-encoding.js';
import type { ReadResult } from '../import-result.js';
import { NoteList } from '../import-report.js';
import { readRows } from '../layout/read-rows.js';
import { type JsonValue, NumberToken, parseJson } from './parse-json.js';
import { parseNumber, unknownDigits } from '../columns/parse-number.js';
import type { ReadOptions } from '../read-options.js';
import { decodeUtf8, toUtf8 } from '../encoding/text-encoding.js';

/** What a user may say about a JSON file. */
export interface JsonOptions extends ReadOptions {
  /** The key under which the table stands, or the keys on the way to it, joined by points: "result.records". */
  readonly path?: string;
}

/** Rows that each have keys of their own would make a column for every one of them. */
const mostCells = 50_000_000;

/**
 * Reads a table from JSON: rows as objects, columns as arrays, rows as arrays below a header, names and rows side by side
 * (`columns` and `data`), or one value per line; wherever it stands in the file.
 *
 * Numbers keep the digits that they stand with (27.70); so do numbers in quotes. `null` and keys that a row lacks are
 * missing. In the layout `plain`, text stays text and numbers are those without quotes.
 *
 * @throws IndexlabError when the text is no JSON, nested too deeply, or holds no table or several
 *
 * @example
 * readJson('{"result": [{"place": "北京", "index": "25.80"}]}').table.numbers('index').decimals // => new Int8Array([2])
 */
export function readJson(input: string | Uint8Array, options: JsonOptions = {}): ReadResult {
  const notes = new NoteList();
  const { names, records } = tableOf(
    parseJson(typeof input === 'string' ? input : textOf(input, notes), 'readJson'),
    options.path,
    notes,
  );
  const rows = names ? [names, ...records] : records;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const full = rows.map((row) =>
    row.length === width ? row : Array.from({ length: width }, (_, column) => row[column] ?? null),
  );
  const source = {
    caller: 'readJson',
    format: 'json' as const,
    rows: full,
    rowOffset: names ? -1 : 0,
    named: names !== null,
  };
  return readRows(source, options, notes).result;
}

function textOf(bytes: Uint8Array, notes: NoteList): string {
  const encoding = detectEncoding(bytes);
  if (encoding !== 'utf-8')
    notes.count({
      rule: 'encoding',
      row: null,
      column: null,
      value: encoding,
      message: `the text is taken to be in ${encoding}`,
    });
  return decodeUtf8(toUtf8(bytes, encoding));
}

/** Rows of cells, and their names where the form of the JSON gives them. */
interface JsonTable {
  readonly names: string[] | null;
  readonly records: Cell[][];
}

function tableOf(values: readonly JsonValue[], path: string | undefined, notes: NoteList): JsonTable {
  assertThat(values.length > 0, 'readJson requires JSON, got an empty text');
  const start = values.length === 1 ? values[0]! : values;
  const found = path === undefined ? findTables(start, '') : tablesAt(start, path);
  const [first, second] = found;
  if (!first)
    throw new IndexlabError(
      'readJson requires a table (rows as objects, or columns as arrays), got none',
      path === undefined ? {} : { remedy: `Nothing of that kind stands at ${path}.` },
    );
  if (second && second.size === first.size) {
    throw new IndexlabError(
      `readJson requires one table, got several (${found
        .map((table) => table.path || 'the top')
        .slice(0, 10)
        .join(', ')})`,
      { remedy: 'Say which with the option path.' },
    );
  }
  return first.make(notes);
}

interface FoundTable {
  readonly path: string;
  readonly size: number;
  make(notes: NoteList): JsonTable;
}

function tablesAt(value: JsonValue, path: string): FoundTable[] {
  let at: JsonValue | undefined = value;
  for (const key of path.split('.'))
    at =
      at instanceof Map
        ? (at as ReadonlyMap<string, JsonValue>).get(key)
        : Array.isArray(at)
          ? (at as readonly JsonValue[])[Number(key)]
          : undefined;
  const table = at === undefined ? null : asTable(at, path);
  return table ? [table] : [];
}

/** The tables in a value, the largest first: the value itself, or else those under its keys. */
function findTables(value: JsonValue, path: string): FoundTable[] {
  const table = asTable(value, path);
  if (table) return [table];
  if (!(value instanceof Map)) return [];
  const inside = [...(value as ReadonlyMap<string, JsonValue>)].flatMap(([key, member]) =>
    findTables(member, path === '' ? key : `${path}.${key}`),
  );
  return inside.sort((a, b) => b.size - a.size);
}

function asTable(value: JsonValue, path: string): FoundTable | null {
  if (isList(value)) {
    if (value.length > 0 && value.every(isObject))
      return {
        path,
        size: value.length,
        make: (notes) => fromObjects(value as readonly ReadonlyMap<string, JsonValue>[], notes),
      };
    if (value.length > 0 && value.every(isList))
      return {
        path,
        size: value.length,
        make: (notes) => ({ names: null, records: fromLists(value as readonly (readonly JsonValue[])[], notes) }),
      };
    return value.length === 0 ? { path, size: 0, make: () => ({ names: [], records: [] }) } : null;
  }
  if (!isObject(value)) return null;
  const names = value.get('columns');
  const rows = value.get('data') ?? value.get('rows') ?? value.get('values');
  if (
    names &&
    rows &&
    isList(names) &&
    names.every((name) => typeof name === 'string') &&
    isList(rows) &&
    rows.every(isList)
  ) {
    return {
      path,
      size: rows.length,
      make: (notes) => ({
        names: names as string[],
        records: fromLists(rows as readonly (readonly JsonValue[])[], notes),
      }),
    };
  }
  const columns = [...value];
  const length = isList(columns[0]?.[1] ?? null) ? (columns[0]![1] as readonly JsonValue[]).length : -1;
  const isColumns =
    length > 0 &&
    columns.every(
      ([, column]) =>
        isList(column) && column.length === length && !column.some((cell) => isObject(cell) || isList(cell)),
    );
  return isColumns
    ? { path, size: length, make: (notes) => fromColumns(columns as [string, readonly JsonValue[]][], length, notes) }
    : null;
}

const isObject = (value: JsonValue): value is ReadonlyMap<string, JsonValue> => value instanceof Map;
const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

function fromObjects(objects: readonly ReadonlyMap<string, JsonValue>[], notes: NoteList): JsonTable {
  const places = new Map<string, number>();
  for (const object of objects) for (const key of object.keys()) if (!places.has(key)) places.set(key, places.size);
  const count = objects.length * places.size;
  assertThat(
    count <= mostCells,
    () => `readJson requires at most ${mostCells} cells, got ${objects.length} rows with ${places.size} different keys`,
  );
  const records = objects.map((object, row) => {
    const cells = new Array<Cell>(places.size).fill(null);
    for (const [key, value] of object) cells[places.get(key)!] = cellOf(value, row, key, notes);
    return cells;
  });
  return { names: [...places.keys()], records };
}

function fromLists(lists: readonly (readonly JsonValue[])[], notes: NoteList): Cell[][] {
  return lists.map((list, row) => list.map((value, column) => cellOf(value, row, `column ${column + 1}`, notes)));
}

function fromColumns(columns: readonly [string, readonly JsonValue[]][], length: number, notes: NoteList): JsonTable {
  const records = Array.from({ length }, (_, row) =>
    columns.map(([name, values]) => cellOf(values[row]!, row, name, notes)),
  );
  return { names: columns.map(([name]) => name), records };
}

function cellOf(value: JsonValue, row: number, column: string, notes: NoteList): Cell {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (value instanceof NumberToken) return numberOf(value.token);
  const text = JSON.stringify(value, (_, member: unknown) =>
    member instanceof Map ? Object.fromEntries(member) : member instanceof NumberToken ? Number(member.token) : member,
  );
  notes.count({
    rule: 'nested',
    row: row + 1,
    column,
    value: null,
    message: 'a list or an object in a cell is kept as its text',
  });
  return text;
}

/** A number as it stands; one that a double does not hold stays text, so that no digit is lost. */
function numberOf(token: string): Cell {
  const number = parseNumber(token);
  if (number) return { ...number, text: token };
  const value = Number(token);
  return Number.isFinite(value) && String(value) === token
    ? { value, decimals: unknownDigits, unit: '', text: token }
    : token;
}
