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
 * @throws IndexlabError as `readDataFile` does
 */
export async function userTable(path: unknown, terminal: Terminal, options: UserTableOptions = {}): Promise<Table> {
  const { table, report } = await readUserFile(path, terminal, options);
  if (report.rowsDropped > 0) {
    terminal.note(
      `${String(path)}: ${report.rowsKept} of ${report.rowsIn} rows kept; "indexlab load" says which were dropped and why`,
    );
  }
  return table;
}

/** The same with the whole report. */
export async function readUserFile(
  path: unknown,
  terminal: Terminal,
  options: UserTableOptions = {},
): Promise<ReadResult> {
  const file = String(path);
  const onProgress = (done: number, total: number): void =>
    terminal.progress(`reading ${file}: ${Math.floor((100 * done) / total)} %`);
  const result = await readDataFile(file, { ...options, onProgress });
  terminal.progress('');
  for (const line of warningLines(file, result.report)) terminal.note(line);
  return result;
}
