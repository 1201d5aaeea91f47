import { accessSync, constants } from 'node:fs';
import { type Column, IndexlabError } from '@indexlab/core';
import { columnsResult, type ImportNote, NoteList, type ReadOptions, type ReadResult } from '@indexlab/readers';
import { reading } from './reading.js';
import { type DuckDatabase, openDuckDb, sqlText } from '../store/open-duckdb.js';
import { parquetDictionary } from './parquet-dictionary.js';
import { readColumnNotes, type WrittenColumn } from './parquet-notes.js';

/** How a column is asked for: as numbers, as they are shown, or as text. */
interface ColumnQuery {
  readonly name: string;
  readonly sql: string;
  readonly type: 'number' | 'text';
  /** Decimals of a type that fixes them. */
  readonly decimals?: number;
  readonly note?: Pick<ImportNote, 'rule' | 'message'>;
  /** The texts of a column that repeats few: the query then gives their numbers, and theirs for none. */
  readonly dictionary?: readonly (string | null)[];
}

/**
 * Reads a table from a Parquet file, taken at its word: numbers are numbers, texts are texts, every row is data.
 *
 * Decimal columns carry their scale as printed decimals; floating ones carry none, unless `writeParquet` noted them.
 * Whole numbers that a double does not hold, dates, and lists become text, with a note.
 *
 * @throws IndexlabError when the file is missing or no Parquet
 *
 * @example
 * await readParquet('none.parquet').catch((error) => error.name) // => 'IndexlabError'
 */
export async function readParquet(path: string, options: ReadOptions = {}): Promise<ReadResult> {
  reading(path, () => accessSync(path, constants.R_OK));
  const database = await openDuckDb({ files: [path], threads: 1 });
  try {
    const file = sqlText(path);
    const [names = [], types = []] = await database.columns(`describe select * from read_parquet(${file})`);
    const written = await readColumnNotes(database, path);
    const queries: ColumnQuery[] = [];
    for (const [index, name] of names.entries()) {
      const query = await columnQuery(database, file, name as string, types[index] as string);
      queries.push(query.type === 'text' ? await withDictionary(database, file, query, index) : query);
    }
    const values = await readColumns(database, file, queries);
    const columns = queries.map((query, index) =>
      tableColumn(query, values[index]!, written.length === queries.length ? written[index] : undefined),
    );
    const notes = new NoteList();
    const rows = values[0]?.length ?? 0;
    for (const { name, note } of queries)
      if (note) notes.count({ ...note, weight: 'note', line: null, column: name, value: null }, rows);
    return columnsResult('readParquet', 'parquet', columns, notes, options);
  } catch (cause) {
    if (cause instanceof IndexlabError) throw cause;
    throw new IndexlabError(
      `readParquet requires a Parquet file, got ${(cause as Error).message.split('\n')[0]} (${path})`,
      { cause },
    );
  } finally {
    database.close();
  }
}

type Values = Float64Array | (string | null)[];

/** The values of all columns, taken from the file piece by piece. */
async function readColumns(database: DuckDatabase, file: string, queries: readonly ColumnQuery[]): Promise<Values[]> {
  const [[count = 0] = []] = await database.columns(`select count(*)::double from read_parquet(${file})`);
  const rows = Number(count);
  const values = queries.map(({ type }): Values => (type === 'number' ? new Float64Array(rows) : new Array(rows)));
  let from = 0;
  for await (const piece of database.pieces(
    `select ${queries.map(({ sql }) => sql).join(', ')} from read_parquet(${file})`,
  )) {
    piece.forEach((column, index) => {
      const target = values[index]!;
      const { dictionary } = queries[index]!;
      if (target instanceof Float64Array) target.set(column as Float64Array, from);
      else if (dictionary)
        for (let row = 0; row < column.length; row += 1) target[from + row] = dictionary[column[row] as number] ?? null;
      else for (let row = 0; row < column.length; row += 1) target[from + row] = column[row] as string | null;
    });
    from += piece[0]?.length ?? 0;
  }
  return values;
}

async function withDictionary(
  database: DuckDatabase,
  file: string,
  query: ColumnQuery,
  index: number,
): Promise<ColumnQuery> {
  const found = await parquetDictionary(database, file, query.sql, `dictionary_${index}`);
  return found ? { ...query, ...found } : query;
}

/** A column as doubles; a missing one is no number. */
function doubles(sql: string): string {
  return `coalesce(${sql}, 'nan'::double)`;
}

async function columnQuery(database: DuckDatabase, file: string, name: string, type: string): Promise<ColumnQuery> {
  const column = `"${name.replaceAll('"', '""')}"`;
  if (/^(TINYINT|SMALLINT|INTEGER|UTINYINT|USMALLINT|UINTEGER|DOUBLE)$/.test(type))
    return { name, sql: doubles(`${column}::double`), type: 'number' };
  // A float's shortest digits, not those of the double that holds it.
  if (type === 'FLOAT') return { name, sql: doubles(`${column}::varchar::double`), type: 'number' };
  // Fifteen digits divided by a power of ten give the double nearest to them.
  const decimal = /^DECIMAL\((\d+),(\d+)\)$/.exec(type);
  if (decimal && Number(decimal[1]) <= 15)
    return { name, sql: doubles(`${column}::double`), type: 'number', decimals: Number(decimal[2]) };
  if (/INT$/.test(type)) {
    const [[largest = null] = []] = await database.columns(
      `select max(abs(${column}::hugeint))::double from read_parquet(${file})`,
    );
    if (Number(largest ?? 0) <= Number.MAX_SAFE_INTEGER)
      return { name, sql: doubles(`${column}::double`), type: 'number' };
    return {
      name,
      sql: `${column}::varchar`,
      type: 'text',
      note: { rule: 'code', message: 'whole numbers kept as text: a double does not hold them' },
    };
  }
  if (type === 'VARCHAR') return { name, sql: column, type: 'text' };
  if (/^(DATE|TIME|TIMESTAMP)/.test(type))
    return { name, sql: `${column}::varchar`, type: 'text', note: { rule: 'date', message: 'dates as texts' } };
  return {
    name,
    sql: `${column}::varchar`,
    type: 'text',
    note: { rule: 'nested', message: `values of the type ${type} are kept as their text` },
  };
}

function tableColumn(
  { name: stored, decimals: fixed }: ColumnQuery,
  values: Values,
  written: WrittenColumn | undefined,
): Column {
  const name = written?.name ?? stored;
  if (!(values instanceof Float64Array)) return { type: 'text', name, values };
  const decimals = fixed === undefined ? written?.decimals : new Int8Array(values.length).fill(fixed);
  return {
    type: 'number',
    name,
    values,
    ...(decimals && { decimals }),
    ...(written?.unit !== undefined && { unit: written.unit }),
  };
}
