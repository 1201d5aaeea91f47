import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { IndexlabError } from '@indexlab/core';
import {
  checkFormatOptions,
  meantOptions,
  type ReadResult,
  readTable,
  type TableOptions,
  withFormatNote,
  type WithStated,
} from '@indexlab/readers';
import { readParquet } from './read-parquet.js';
import { reading } from './reading.js';

/** Text beyond this is for the store: the readers hold a file in memory as a whole. */
const largestFile = 2 ** 31 - 1;

/**
 * Reads a user's file into a table, with a report on what was assumed and changed; see `readTable` and its options, and
 * `readParquet`.
 *
 * @param path delimited text, a workbook (.xlsx, .xls, .ods), JSON, Parquet, a Stata (.dta) or an SPSS (.sav) file; the
 * content says which, whatever the name
 * @throws IndexlabError when the file cannot be read, is no table, or has no row
 *
 * @example
 * const { table } = await readDataFile(`${loadDataPackage().folder}/places/aliases.csv`);
 * table.rowCount > 0 // => true
 */
export async function readDataFile(
  path: string,
  stated: WithStated<Omit<TableOptions, 'format' | 'name'>> = {},
): Promise<ReadResult> {
  const name = basename(path);
  const result = isParquet(path)
    ? withFormatNote(await parquet(path, meantOptions<TableOptions>(stated)), 'parquet', name)
    : readTable(readBytes(path), { ...stated, name });
  if (result.table.rowCount > 0) return result;
  throw new IndexlabError(`readDataFile requires at least one row, got none (${path})`, {
    remedy:
      'Check that it is the right file and was saved whole; of a workbook, choose the sheet with the option sheet.',
  });
}

function parquet(path: string, options: TableOptions): Promise<ReadResult> {
  checkFormatOptions('readDataFile', 'parquet', options);
  return readParquet(path, options);
}

/** Whether a file begins as Parquet does: it is left to the engine, which reads it in parts. */
function isParquet(path: string): boolean {
  const head = Buffer.alloc(4);
  const file = reading(path, () => openSync(path, 'r'));
  try {
    return reading(path, () => readSync(file, head, 0, 4, 0)) === 4 && head.toString('latin1') === 'PAR1';
  } finally {
    closeSync(file);
  }
}

function readBytes(path: string): Uint8Array {
  const { size } = reading(path, () => statSync(path));
  if (size <= largestFile) return reading(path, () => readFileSync(path));
  throw new IndexlabError(`readDataFile requires a file of less than 2 GiB, got ${size} bytes (${path})`, {
    remedy: 'Save it as Parquet, or in parts.',
  });
}
