import { assertThat, type Column, IndexlabError } from '@indexlab/core';
import { columnsResult } from '../columns/columns-result.js';
import { dimensionColumn, observedColumns } from '../columns/long-columns.js';
import { asNumbers } from '../columns/numbers-from-texts.js';
import type { NoteList } from '../import-report.js';
import type { ReadResult } from '../import-result.js';
import type { ReadOptions } from '../read-options.js';
import { JsonObject, type JsonValue, NumberToken } from './parse-json.js';

const mostCells = 20_000_000;

interface Dimension {
  readonly id: string;
  /** Codes in the order of the values. */
  readonly codes: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
}

/**
 * The long table of a JSON-stat response, of version 1 or 2; `null` when the JSON is none. A column for each dimension
 * holds its codes (years as numbers), `<dimension> label` their labels where these say more, `value` the observations,
 * and `value flag` their status.
 *
 * @throws IndexlabError when it holds no data set, or several and no choice, or one that is not whole
 */
export function jsonStat(values: readonly JsonValue[], options: ReadOptions, notes: NoteList): ReadResult | null {
  const [top] = values;
  if (values.length !== 1 || !(top instanceof JsonObject)) return null;
  const found = dataSetsIn(top);
  if (found === null) return null;
  const [first] = found;
  if (!first)
    throw new IndexlabError('readJson requires a JSON-stat data set, got a collection without one in it', {
      remedy: 'Fetch a data set that it links to.',
    });
  const chosen = options.table === undefined && found.length === 1 ? first : found[(options.table ?? 0) - 1];
  if (!chosen)
    throw new IndexlabError(
      `readJson requires one data set, got ${options.table === undefined ? 'several' : `${options.table} of ${found.length} (option table)`}`,
      {
        remedy: `Say which with the option table: ${found
          .slice(0, 10)
          .map(({ name }, index) => `${index + 1}: ${name}`)
          .join(', ')}.`,
      },
    );
  const columns = dataSetColumns(chosen.set);
  notes.count({
    rule: 'format',
    line: null,
    column: null,
    value: chosen.name,
    message: 'a JSON-stat data set is read as a long table: a row for each observation',
  });
  return columnsResult('readJson', 'json-stat', columns, notes, options);
}

interface NamedSet {
  readonly name: string;
  readonly set: JsonObject;
}

/** The data sets of a response: itself, those of a bundle (version 1) or of a collection; `null` for other JSON. */
function dataSetsIn(top: JsonObject): NamedSet[] | null {
  const kind = top.get('class');
  if (kind === 'dataset' || (kind === undefined && isDataSet(top)))
    return [{ name: labelOf(top, 'the data set'), set: top }];
  if (kind === 'collection' && top.get('link') instanceof JsonObject) {
    const items = (top.get('link') as JsonObject).get('item');
    return (Array.isArray(items) ? (items as JsonValue[]) : [])
      .filter((item): item is JsonObject => item instanceof JsonObject && isDataSet(item))
      .map((set, index) => ({ name: labelOf(set, `data set ${index + 1}`), set }));
  }
  if (kind === 'dimension' && top.get('category') !== undefined) return [];
  const sets = top
    .entries()
    .filter((entry): entry is [string, JsonObject] => entry[1] instanceof JsonObject && isDataSet(entry[1]));
  return sets.length > 0 ? sets.map(([name, set]) => ({ name, set })) : null;
}

function labelOf(set: JsonObject, otherwise: string): string {
  const label = set.get('label');
  return typeof label === 'string' && label !== '' ? label : otherwise;
}

function isDataSet(set: JsonObject): boolean {
  const dimension = set.get('dimension');
  return (
    set.get('value') !== undefined &&
    dimension instanceof JsonObject &&
    Array.isArray(set.get('id') ?? dimension.get('id')) &&
    Array.isArray(set.get('size') ?? dimension.get('size'))
  );
}

function dataSetColumns(set: JsonObject): Column[] {
  const dimensionsOf = set.get('dimension');
  assertThat(
    dimensionsOf instanceof JsonObject && isDataSet(set),
    'readJson requires a JSON-stat data set with id, size, dimension and value, got one without',
  );
  const ids = ((set.get('id') ?? dimensionsOf.get('id')) as JsonValue[]).map(String);
  const sizes = ((set.get('size') ?? dimensionsOf.get('size')) as JsonValue[]).map(numberOf);
  const dimensions = ids.map((id, index) => dimensionOf(id, dimensionsOf.get(id), sizes[index] ?? 0));
  const count = sizes.reduce((product, size) => product * size, 1);
  assertThat(count <= mostCells, () => `readJson requires at most ${mostCells} observations, got ${count}`);
  const columns: Column[] = [];
  let step = count;
  for (const { id, codes, labels } of dimensions) {
    step /= codes.length;
    const place = (row: number): string => codes[Math.floor(row / step) % codes.length]!;
    columns.push(
      dimensionColumn(
        id,
        Array.from({ length: count }, (_, row) => place(row)),
      ),
    );
    if (codes.some((code) => (labels.get(code) ?? code) !== code))
      columns.push({
        type: 'text',
        name: `${id} label`,
        values: Array.from({ length: count }, (_, row) => labels.get(place(row)) ?? null),
      });
  }
  const tokens = spread(set.get('value'), count, 'value');
  const value = { type: 'text' as const, name: ids.includes('value') ? 'value (2)' : 'value', values: tokens };
  return [...columns, ...observedColumns(asNumbers(value) ?? value, spread(set.get('status'), count, 'status'))];
}

/** The order of a dimension's codes stands in `index` as a list or by position; a single one may have a label only. */
function dimensionOf(id: string, dimension: JsonValue | undefined, size: number): Dimension {
  const category = dimension instanceof JsonObject ? dimension.get('category') : undefined;
  const index = category instanceof JsonObject ? category.get('index') : undefined;
  const label = category instanceof JsonObject ? category.get('label') : undefined;
  const labels = new Map(
    label instanceof JsonObject ? label.entries().map(([code, text]) => [code, String(text)]) : [],
  );
  const codes = Array.isArray(index)
    ? (index as JsonValue[]).map(textOf)
    : index instanceof JsonObject
      ? index
          .entries()
          .sort(([, a], [, b]) => numberOf(a) - numberOf(b))
          .map(([code]) => code)
      : [...labels.keys()];
  assertThat(
    codes.length === size && size > 0,
    () => `readJson requires ${size} categories of the dimension ${JSON.stringify(id)}, got ${codes.length}`,
  );
  return { id, codes: codes.map(String), labels };
}

/** One text for each observation, from a list, from an object of positions, or the same for all. */
function spread(value: JsonValue | undefined, count: number, what: string): (string | null)[] {
  if (value instanceof JsonObject) {
    const texts = new Array<string | null>(count).fill(null);
    for (const [place, one] of value.entries()) {
      assertThat(
        /^\d+$/.test(place) && Number(place) < count,
        () => `readJson requires positions below ${count} in ${what}, got ${JSON.stringify(place)}`,
      );
      texts[Number(place)] = textOf(one);
    }
    return texts;
  }
  if (!Array.isArray(value)) return new Array<string | null>(count).fill(value === undefined ? null : textOf(value));
  // A status of a single entry holds for all.
  const list = value as readonly JsonValue[];
  if (what === 'status' && list.length === 1) return new Array<string | null>(count).fill(textOf(list[0]!));
  assertThat(
    list.length === count,
    () => `readJson requires as many entries in ${what} as the sizes say, ${count}, got ${list.length}`,
  );
  return list.map(textOf);
}

function textOf(value: JsonValue): string | null {
  if (value === null || value === '') return null;
  return value instanceof NumberToken ? value.token : String(value);
}

function numberOf(value: JsonValue): number {
  return value instanceof NumberToken ? Number(value.token) : Number(value);
}
