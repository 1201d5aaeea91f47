import type { Table } from '@indexlab/core';
import type { Database } from '../store/database.js';
import { sqlText } from '../store/open-duckdb.js';

/** What Parquet cannot say of a column of numbers stands as JSON in the file's own notes, under this key. */
export const notesKey = 'indexlab';

/** A column as it was written; they stand in the order of the file's columns. */
export interface WrittenColumn {
  readonly name: string;
  readonly unit?: string;
  readonly decimals?: Int8Array;
}

/** The notes on a table's columns. */
export function columnNotes(table: Table): string {
  const columns = table.columns.map((name) => {
    const column = table.column(name);
    if (column.type === 'text') return { name };
    const { unit, decimals } = column;
    return {
      name,
      ...(unit !== undefined && { unit }),
      ...(decimals && {
        decimals: Buffer.from(decimals.buffer, decimals.byteOffset, decimals.length).toString('base64'),
      }),
    };
  });
  return JSON.stringify(columns);
}

/** The notes of a file; none when another program wrote it. */
export async function readColumnNotes(database: Database, path: string): Promise<WrittenColumn[]> {
  const [notes = []] = await database.columns(
    `select decode(value) from parquet_kv_metadata(${sqlText(path)}) where decode(key) = ${sqlText(notesKey)}`,
  );
  if (notes.length === 0) return [];
  const columns = JSON.parse(notes[0] as string) as { name: string; unit?: string; decimals?: string }[];
  return columns.map(({ name, unit, decimals }) => ({
    name,
    ...(unit !== undefined && { unit }),
    ...(decimals !== undefined && { decimals: new Int8Array(Buffer.from(decimals, 'base64')) }),
  }));
}
