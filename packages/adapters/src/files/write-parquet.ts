import { renameSync, rmSync } from 'node:fs';
import { assertThat, IndexlabError, type Table } from '@indexlab/core';
import { openDuckDb, sqlText } from '../store/open-duckdb.js';
import { columnNotes, notesKey } from './parquet-notes.js';

/**
 * Writes a table as a Parquet file (zstd) that `readParquet` reads back as the same table: numbers as doubles, missing ones
 * as null, texts as texts; units and printed decimals in the file's notes.
 *
 * Names that Parquet's readers could not tell apart (they ignore case) are numbered in the file; the notes keep the names.
 *
 * @throws IndexlabError when the table has no column, or the file cannot be written
 *
 * @example
 * const path = `${loadDataPackage().folder}/no/such/folder.parquet`;
 * await writeParquet(new Table([{ type: 'text', name: 'place', values: ['Beijing'] }]), path).catch((error) => error.name) // => 'IndexlabError'
 */
export async function writeParquet(table: Table, path: string): Promise<void> {
  assertThat(table.columns.length > 0, 'writeParquet requires a table with columns, got none');
  const unfinished = `${path}.writing`;
  const database = await openDuckDb({ files: [unfinished], threads: 1 });
  try {
    const columns = table.columns.map((name) => table.column(name));
    const names = plainNames(table.columns);
    const definitions = columns.map(
      ({ type }, index) => `"${names[index]!.replaceAll('"', '""')}" ${type === 'number' ? 'double' : 'varchar'}`,
    );
    await database.run(`create table written (${definitions.join(', ')})`);
    await database.append(
      'written',
      columns.map((column) =>
        column.type === 'text'
          ? { type: 'text', values: column.values }
          : { type: 'double', values: Array.from(column.values, (value) => (Number.isNaN(value) ? null : value)) },
      ),
    );
    await database.run(
      `copy written to ${sqlText(unfinished)} (format parquet, compression zstd, use_tmp_file false, kv_metadata {${notesKey}: ${sqlText(columnNotes(table))}})`,
    );
    renameSync(unfinished, path);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    throw new IndexlabError(
      `writeParquet requires a file that can be written, got ${JSON.stringify(path)} (${(cause as Error).message.split('\n')[0]})`,
      { cause },
    );
  } finally {
    database.close();
  }
}

/** Names that are neither empty nor alike but for their case. */
function plainNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const plain = name.replaceAll('\0', '').trim() || `column ${index + 1}`;
    let candidate = plain;
    for (let copy = 2; taken.has(candidate.toLowerCase()); copy += 1) candidate = `${plain} (${copy})`;
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}
