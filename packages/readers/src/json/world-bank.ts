import { type Column, IndexlabError } from '@indexlab/core';
import { columnsResult } from '../columns/columns-result.js';
import { dimensionColumn } from '../columns/long-columns.js';
import { asNumbers } from '../columns/numbers-from-texts.js';
import type { NoteList } from '../import-report.js';
import type { ReadResult } from '../import-result.js';
import type { ReadOptions } from '../read-options.js';
import { JsonObject, type JsonValue, NumberToken } from './parse-json.js';

/**
 * The table of a response of the World Bank's API, `[page, rows]`; `null` when the JSON is none. What has an id and a
 * value (`country`) becomes two columns, `country` and `country id`; the status of an observation is `value flag`.
 *
 * @throws IndexlabError when the response is an error message, or holds no row
 */
export function worldBank(values: readonly JsonValue[], options: ReadOptions, notes: NoteList): ReadResult | null {
  const [top] = values;
  if (values.length !== 1 || !Array.isArray(top)) return null;
  const [page, rows] = top as readonly JsonValue[];
  if (!(page instanceof JsonObject)) return null;
  const message = page.get('message');
  if (top.length === 1 && Array.isArray(message) && message[0] instanceof JsonObject)
    throw new IndexlabError(
      `readJson requires data, got an error message of the service (${String(message[0].get('value'))})`,
      { remedy: 'Check the query that fetched the file.' },
    );
  if (top.length !== 2 || page.get('page') === undefined || page.get('pages') === undefined) return null;
  if (rows === null || (Array.isArray(rows) && rows.length === 0))
    throw new IndexlabError('readJson requires data, got a response without a row');
  if (!Array.isArray(rows) || !(rows as JsonValue[]).every((row) => row instanceof JsonObject)) return null;
  const pages = Number(text(page.get('pages')!));
  if (pages > 1)
    notes.count({
      rule: 'table',
      weight: 'warning',
      line: null,
      column: null,
      value: text(page.get('page')!),
      message: `page ${text(page.get('page')!)} of ${pages}: the other pages are not in this file (per_page in the query gives them)`,
    });
  return columnsResult('readJson', 'world-bank', columnsOf(rows as JsonObject[]), notes, options);
}

function columnsOf(rows: readonly JsonObject[]): Column[] {
  const names = [...new Set(rows.flatMap(({ keys }) => keys))];
  const status = names.includes('value') ? names.find((name) => /^obs_?status$/i.test(name)) : undefined;
  return names.flatMap((name): Column[] => {
    const cells = rows.map((row) => row.get(name) ?? null);
    if (cells.some((cell) => cell instanceof JsonObject && cell.get('value') !== undefined)) {
      const part = (key: string): (string | null)[] =>
        cells.map((cell) => text(cell instanceof JsonObject ? (cell.get(key) ?? null) : cell));
      return [dimensionColumn(name, part('value')), { type: 'text', name: `${name} id`, values: part('id') }];
    }
    const values = cells.map(text);
    if (name === status)
      return values.some((flag) => flag !== null) ? [{ type: 'text', name: 'value flag', values }] : [];
    if (name === 'value') return [asNumbers({ type: 'text', name, values }) ?? { type: 'text', name, values }];
    return [dimensionColumn(name, values)];
  });
}

function text(value: JsonValue): string | null {
  if (value === null || value === '') return null;
  if (value instanceof NumberToken) return value.token;
  return value instanceof JsonObject ? text(value.get('value') ?? null) : String(value);
}
