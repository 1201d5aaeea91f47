import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { IndexlabError, type Table } from '@indexlab/core';
import { readCsv } from '@indexlab/readers';

/**
 * Reads a user's file into a table: a column is numeric when every cell is a number and none looks like a code, and
 * then carries the decimals that each cell prints.
 *
 * @param path a `.csv` file in UTF-8 whose first line names the columns
 * @throws IndexlabError when the file cannot be read, is no CSV, or has no row
 */
export function readDataFile(path: string): Table {
  if (extname(path).toLowerCase() !== '.csv') {
    throw new IndexlabError(`readDataFile requires a .csv file, got ${JSON.stringify(path)}`);
  }
  const table = readCsv(readBytes(path)).table;
  if (table.rowCount > 0) return table;
  throw new IndexlabError(`readDataFile requires at least one row, got a header alone (${path})`);
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new IndexlabError(`readDataFile requires a file that can be read, got ${JSON.stringify(path)} (${(error as NodeJS.ErrnoException).code})`, {
      cause: error,
    });
  }
}
