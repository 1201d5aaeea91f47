import { readDataFile } from '@indexlab/adapters/files';
import type { Table } from '@indexlab/core';
import type { ReadResult } from '@indexlab/readers';
import type { Terminal } from './terminal.js';
import { warningLines } from './warning-lines.js';

/** Options of `readDataFile` that a verb passes on. */
export type UserTableOptions = NonNullable<Parameters<typeof readDataFile>[1]>;

/**
 * Reads a user's file for a verb that goes on to use it: progress on a terminal, a note where rows were dropped, and every
 * warning of the reading on standard error.
 *
 * @param options as `readerOptions` gives them
 * @param said what names the columns that the verb uses: warnings of others are only counted; without it, all are used
 * @throws IndexlabError as `readDataFile` does
 */
export async function userTable(
  path: unknown,
  terminal: Terminal,
  options: UserTableOptions = {},
  said?: readonly unknown[],
): Promise<Table> {
  return (await userResult(path, terminal, options, said)).table;
}

/** The same with the report, and what else the reader gives. */
export async function userResult(
  path: unknown,
  terminal: Terminal,
  options: UserTableOptions = {},
  said?: readonly unknown[],
): Promise<ReadResult> {
  const result = await readUserFile(path, terminal, options, said);
  const { rowsKept, rowsIn, rowsDropped } = result.report;
  if (rowsDropped > 0)
    terminal.note(
      `${String(path)}: ${rowsKept} of ${rowsIn} rows kept; "indexlab load" says which were dropped and why`,
    );
  return result;
}

/** The same without the note on rows, for a verb that tells all notes. */
export async function readUserFile(
  path: unknown,
  terminal: Terminal,
  options: UserTableOptions = {},
  said?: readonly unknown[],
): Promise<ReadResult> {
  const file = String(path);
  const onProgress = (done: number, total: number): void =>
    terminal.progress(`reading ${file}: ${Math.floor((100 * done) / total)} %`);
  const result = await readDataFile(file, { ...options, onProgress });
  terminal.progress('');
  for (const line of warningLines(file, result.report, said)) terminal.note(line);
  return result;
}
