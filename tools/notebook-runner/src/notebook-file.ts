import { assertThat, IndexlabError } from '@indexlab/core';

/** A value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** An output of a cell, as the notebook format has it. */
export type Output = { readonly [key: string]: Json };

export interface Cell {
  readonly type: 'code' | 'markdown' | 'raw';
  readonly source: string;
  readonly id: string;
  readonly metadata: { readonly [key: string]: Json };
  /** The outputs that a cell of code has in the file. */
  readonly outputs: readonly Output[];
  /** Whatever else the cell holds, such as the attachments of a text. */
  readonly rest: { readonly [key: string]: Json };
}

export interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata: { readonly [key: string]: Json };
}

/**
 * Reads the text of a notebook of format 4.
 *
 * Cells without an identifier get one by their place, so that reading the same text twice gives the same notebook.
 *
 * @param path for messages
 * @throws IndexlabError when the text is no such notebook, or one for another language than TypeScript
 */
export function parseNotebook(text: string, path: string): Notebook {
  const json = parseJson(text, path);
  assertThat(
    isRecord(json) && json['nbformat'] === 4 && Array.isArray(json['cells']) && json['cells'].every(isRecord),
    () => `runNotebooks requires a notebook of format 4, got something else (${path})`,
  );
  const metadata = isRecord(json['metadata']) ? json['metadata'] : {};
  const kernel = isRecord(metadata['kernelspec']) ? metadata['kernelspec']['language'] : undefined;
  assertThat(
    kernel === undefined || kernel === 'typescript',
    () => `runNotebooks requires a notebook in TypeScript, got one in ${JSON.stringify(kernel)} (${path})`,
  );
  const taken = new Set<string>();
  return { metadata, cells: json['cells'].map((cell, index) => parseCell(cell, index, taken, path)) };
}

/**
 * Writes a notebook as Jupyter does (sorted keys, one space of indentation, texts as lists of lines), with its outputs.
 *
 * @param outputs those of each cell; `undefined` for a cell that was not executed; the cells behind the last of them keep
 *   the outputs that they had
 */
export function formatNotebook(notebook: Notebook, outputs: readonly (readonly Output[] | undefined)[]): string {
  let count = 0;
  const cells = notebook.cells.map((cell, index): Json => {
    const own = outputs[index];
    const kept = index < outputs.length ? [] : cell.outputs;
    return {
      ...cell.rest,
      cell_type: cell.type,
      id: cell.id,
      metadata: cell.metadata,
      source: lines(cell.source),
      ...(cell.type === 'code' && { execution_count: own ? ++count : null, outputs: own ?? kept }),
    };
  });
  return `${formatJson({ cells, metadata: notebook.metadata, nbformat: 4, nbformat_minor: 5 }, '')}\n`;
}

/** A text as a list of its lines, each with its line break. */
export function lines(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function parseCell(cell: Record<string, Json>, index: number, taken: Set<string>, path: string): Cell {
  const { cell_type: type, source, metadata, id, ...rest } = cell;
  const text = Array.isArray(source) ? source.join('') : source;
  assertThat(
    (type === 'code' || type === 'markdown' || type === 'raw') && typeof text === 'string',
    () => `runNotebooks requires cells with a type and a source, got something else (${path}, cell ${index + 1})`,
  );
  const outputs = Array.isArray(rest['outputs']) ? (rest['outputs'] as Output[]) : [];
  delete rest['outputs'];
  delete rest['execution_count'];
  const kept = { ...(isRecord(metadata) ? metadata : {}) };
  delete kept['execution']; // The times at which it was executed.
  return { type, source: text, metadata: kept, outputs, rest, id: identifier(id, index, taken) };
}

function identifier(id: Json | undefined, index: number, taken: Set<string>): string {
  let own = typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : `cell-${index + 1}`;
  while (taken.has(own)) own += '-1';
  taken.add(own);
  return own;
}

function parseJson(text: string, path: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    throw new IndexlabError(`runNotebooks requires a notebook, got a file that is not JSON (${path})`, {
      cause: error,
    });
  }
}

/** Written by hand because objects of this language put keys that look like numbers first. */
function formatJson(value: Json, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent} `;
  const entries = isList(value)
    ? value.map((entry) => formatJson(entry, inner))
    : Object.keys(value)
        .sort()
        .map((key) => `${JSON.stringify(key)}: ${formatJson(value[key]!, inner)}`);
  const [open, close] = isList(value) ? '[]' : '{}';
  return entries.length === 0
    ? `${open}${close}`
    : `${open}\n${inner}${entries.join(`,\n${inner}`)}\n${indent}${close}`;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

function isRecord(value: unknown): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
