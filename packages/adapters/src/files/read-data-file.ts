import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { IndexlabError } from '@indexlab/core';
import { type ReadResult, readTable, type TableOptions } from '@indexlab/readers';
import { readParquet } from './read-parquet.js';

const formats: ReadonlyMap<string, 'csv' | 'json' | 'xlsx' | 'parquet'> = new Map([
  ['.csv', 'csv'],
  ['.tsv', 'csv'],
  ['.json', 'json'],
  ['.xlsx', 'xlsx'],
  ['.parquet', 'parquet'],
] as const);

/** Text beyond this is for the store: the readers hold a file in memory as a whole. */
const largestFile = 2 ** 31 - 1;

/**
 * Reads a user's file into a table, with a report on what was assumed and changed; see `readTable` and its options, and
 * `readParquet`.
 *
 * @param path a `.csv`, `.tsv`, `.xlsx`, `.json` or `.parquet` file
 * @throws IndexlabError when the file cannot be read, is of another format, or has no row
 *
 * @example
 * const { table } = await readDataFile(`${loadDataPackage().folder}/places/aliases.csv`);
 * table.rowCount > 0 // => true
 */
export async function readDataFile(path: string, options: Omit<TableOptions, 'format'> = {}): Promise<ReadResult> {
  const format = formats.get(extname(path).toLowerCase());
  if (!format)
    throw new IndexlabError(
      `readDataFile requires a file of the formats ${[...formats.keys()].join(', ')}, got ${JSON.stringify(path)}`,
    );
  const result =
    format === 'parquet' ? await readParquet(path, options) : readTable(readBytes(path), { ...options, format });
  if (result.table.rowCount > 0) return result;
  throw new IndexlabError(`readDataFile requires at least one row, got none (${path})`);
}

function readBytes(path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size <= largestFile) return readFileSync(path);
    throw new IndexlabError(`readDataFile requires a file of less than 2 GiB, got ${size} bytes (${path})`, {
      remedy: 'Save it as Parquet, or in parts.',
    });
  } catch (error) {
    if (error instanceof IndexlabError) throw error;
    throw new IndexlabError(
      `readDataFile requires a file that can be read, got ${JSON.stringify(path)} (${(error as NodeJS.ErrnoException).code})`,
      {
        cause: error,
      },
    );
  }
}
