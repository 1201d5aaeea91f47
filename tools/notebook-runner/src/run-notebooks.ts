import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { writeFile } from '@indexlab/adapters';
import { assertThat, IndexlabError } from '@indexlab/core';
import { executeNotebook } from './execute-notebook.js';
import { findUnawaited } from './find-unawaited.js';
import { type Notebook, parseNotebook } from './notebook-file.js';

/** What became of one notebook. */
export interface NotebookResult {
  /** As it was given, or found below a folder that was given. */
  readonly path: string;
  /** Cells of code. */
  readonly cells: number;
  readonly seconds: number;
  readonly ok: boolean;
  /** Whether the notebook with its new outputs differs from the file. */
  readonly changed: boolean;
  /** What went wrong; only where `ok` is false. */
  readonly error?: string;
}

export interface NotebookProgress {
  readonly path: string;
  /** The cell that begins, from 1. */
  readonly cell: number;
  readonly cells: number;
}

export interface NotebookOptions {
  /** Whether a notebook is written back with its outputs; true by default. */
  readonly write?: boolean;
  /** How long one cell may take; 120 by default. */
  readonly cellSeconds?: number;
  readonly onProgress?: (progress: NotebookProgress) => void;
}

/**
 * Executes notebooks, each from a fresh kernel, and writes their outputs into them.
 *
 * A notebook fails on any error, on anything that it writes to standard error, on a rejected promise that nobody
 * awaited, on an output after the end of its cell, and on work still running after the last. The outputs up to the fault
 * are written all the same; the cells behind it keep those they had. The same notebook gives the same bytes whenever it is executed.
 *
 * @param paths notebooks, or folders with notebooks anywhere below
 * @throws IndexlabError when a path does not exist or is no notebook
 */
export async function runNotebooks(paths: readonly string[], options: NotebookOptions = {}): Promise<NotebookResult[]> {
  const { write = true } = options;
  const results: NotebookResult[] = [];
  for (const path of findNotebooks(paths)) {
    const { result, text } = await run(path, options);
    if (write && text !== undefined && result.changed) writeFile(path, text);
    results.push(result);
  }
  return results;
}

/**
 * Executes notebooks and compares them with their files, which it never writes: `ok` is false where an output differs,
 * where execution fails, or where `show(…)` is not awaited.
 *
 * @param paths notebooks, or folders with notebooks anywhere below
 * @throws IndexlabError when a path does not exist or is no notebook
 */
export async function checkNotebooks(
  paths: readonly string[],
  options: Omit<NotebookOptions, 'write'> = {},
): Promise<NotebookResult[]> {
  const results: NotebookResult[] = [];
  for (const path of findNotebooks(paths)) {
    const { result } = await run(path, options, requireAwaits);
    results.push(result.ok && result.changed ? { ...result, ok: false, error: differs } : result);
  }
  return results;
}

function requireAwaits(notebook: Notebook): void {
  const calls = notebook.cells.flatMap((cell) => (cell.type === 'code' ? findUnawaited(cell.source) : []));
  assertThat(calls.length === 0, () => `checkNotebooks requires calls that are awaited, got ${calls.join('; ')}`);
}

const differs = 'executed again, it differs from the file. Run "npx indexlab notebooks run" and look at what changed.';

/**
 * Notebooks at or below the given paths, in alphabetical order within each folder.
 *
 * @throws IndexlabError when a path does not exist or is neither a folder nor a notebook
 */
export function findNotebooks(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    assertThat(found !== undefined, () => `runNotebooks requires notebooks that exist, got ${path}`);
    if (!found.isDirectory()) {
      assertThat(extname(path) === '.ipynb', () => `runNotebooks requires .ipynb files or folders, got ${path}`);
      return [path];
    }
    const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    return entries.flatMap((entry) => {
      const inner = join(path, entry.name);
      if (entry.isDirectory())
        return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : findNotebooks([inner]);
      return extname(entry.name) === '.ipynb' ? [inner] : [];
    });
  });
}

async function run(
  path: string,
  options: NotebookOptions,
  inspect?: (notebook: Notebook) => void,
): Promise<{ result: NotebookResult; text?: string }> {
  const { cellSeconds = 120, onProgress } = options;
  const before = readFileSync(path, 'utf8');
  const notebook = parseNotebook(before, path);
  const cells = notebook.cells.filter((cell) => cell.type === 'code' && cell.source.trim() !== '').length;
  const start = performance.now();
  const seconds = (): number => Math.round((performance.now() - start) / 10) / 100;
  try {
    inspect?.(notebook);
    const { text, error } = await executeNotebook(notebook, dirname(resolve(path)), cellSeconds, (cell) =>
      onProgress?.({ path, cell, cells }),
    );
    const result = { path, cells, seconds: seconds(), ok: error === undefined, changed: text !== before };
    return { text, result: error ? { ...result, error: messageOf(error) } : result };
  } catch (error) {
    if (!(error instanceof IndexlabError)) throw error;
    return { result: { path, cells, seconds: seconds(), ok: false, changed: false, error: messageOf(error) } };
  }
}

function messageOf({ message, remedy }: IndexlabError): string {
  return remedy === undefined ? message : `${message}\n${remedy}`;
}
