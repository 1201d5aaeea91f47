import type { Cell } from '../columns/cells.js';
import { findEncoding } from '../encoding/detect-encoding.js';
import { encodingNote, noteUndecodable, undecodableNote } from '../encoding/encoding-note.js';
import { decodeUtf8, isValid, toUtf8 } from '../encoding/text-encoding.js';
import type { ReadResult } from '../import-result.js';
import { NoteList } from '../import-report.js';
import { readRows } from '../layout/read-rows.js';
import type { ReadOptions } from '../read-options.js';
import { findTable } from './find-table.js';
import { jsonStat } from './json-stat.js';
import { parseJson } from './parse-json.js';
import { worldBank } from './world-bank.js';

/** What a user may say about a JSON file. */
export interface JsonOptions extends ReadOptions {
  /** The key under which the table stands, or the keys on the way to it, joined by points: "result.records". */
  readonly path?: string;
}

/**
 * Reads a table from JSON: rows as objects, columns as arrays, rows as arrays below a header, names and rows side by side
 * (`columns` and `data`), or one value per line; wherever it stands in the file.
 *
 * Numbers keep the digits that they stand with (27.70); so do numbers in quotes. `null` and keys that a row lacks are
 * missing. JSON-stat (1 and 2: a data set, a bundle, a collection) and the World Bank's API become long tables, with the
 * flags of values in `value flag`. Of several tables one must be chosen. In the layout `plain`, text stays text and numbers are those without quotes.
 *
 * @throws IndexlabError when the text is no JSON, nested too deeply, or holds no table or several
 *
 * @example
 * readJson('{"result": [{"place": "北京", "index": "25.80"}]}').table.numbers('index').decimals // => new Int8Array([2])
 */
export function readJson(input: string | Uint8Array, options: JsonOptions = {}): ReadResult {
  const notes = new NoteList();
  const values = parseJson(typeof input === 'string' ? input : textOf(input, options.encoding, notes), 'readJson');
  const known =
    options.path === undefined ? (worldBank(values, options, notes) ?? jsonStat(values, options, notes)) : null;
  if (known) return known;
  const { names, rowCount, width, row } = findTable(values, options, notes);
  // The names count as the first row, above the first row of the file.
  const above = names ? 1 : 0;
  const source = {
    caller: 'readJson',
    format: 'json' as const,
    width,
    rowCount: above + rowCount,
    row: (index: number): Cell[] =>
      index < above ? Array.from({ length: width }, (_, column) => names![column] ?? null) : row(index - above),
    rowOffset: -above,
    named: names !== null,
  };
  const { table: _chosen, ...rest } = options;
  return readRows(source, rest, notes).result;
}

function textOf(bytes: Uint8Array, stated: string | undefined, notes: NoteList): string {
  if (stated !== undefined) {
    const text = decodeUtf8(toUtf8(bytes, stated));
    noteUndecodable(bytes, stated, notes);
    return text;
  }
  const found = findEncoding(bytes);
  const note = encodingNote(bytes, found);
  if (note) notes.count(note);
  if (!isValid(bytes, found.encoding)) notes.count(undecodableNote(bytes, found.encoding));
  return decodeUtf8(toUtf8(bytes, found.encoding));
}
