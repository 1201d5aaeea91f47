import { readDataFile } from '@indexlab/adapters';
import type { Table } from '@indexlab/core';
import type { Terminal } from './terminal.js';

/** Options of `readDataFile` that a verb passes on. */
export type UserTableOptions = NonNullable<Parameters<typeof readDataFile>[1]>;

/**
 * Reads a user's file for a verb that goes on to use it: progress on a terminal, and a note where rows were dropped.
 *
 * @throws IndexlabError as `readDataFile` does
 */
export async function userTable(path: unknown, terminal: Terminal, options: UserTableOptions = {}): Promise<Table> {
  const file = String(path);
  const onProgress = (done: number, total: number): void =>
    terminal.progress(`reading ${file}: ${Math.floor((100 * done) / total)} %`);
  const { table, report } = await readDataFile(file, { ...options, onProgress });
  terminal.progress('');
  if (report.rowsDropped > 0) {
    terminal.note(
      `${file}: ${report.rowsKept} of ${report.rowsIn} rows kept; "indexlab load" says which were dropped and why`,
    );
  }
  return table;
}
