import { IndexlabError, Table } from '@indexlab/core';
import { parse } from 'csv-parse/sync';

/**
 * Reads CSV into a table of texts, empty cells as `null`; the first line names the columns.
 *
 * @param input the text, or its bytes in UTF-8, with or without a byte order mark
 * @throws IndexlabError when there is no header, a row has more or fewer cells than it, or a quote does not close
 *
 * @example
 * readCsv('place,score\n北京,\n').toRows() // => [{ place: '北京', score: null }]
 */
export function readCsv(input: string | Uint8Array): Table {
  const [header, ...rows] = parseRows(typeof input === 'string' ? input : new TextDecoder().decode(input));
  if (!header) throw new IndexlabError('readCsv requires a line of column names, got an empty file');
  return new Table(
    header.map((name, column) => ({ type: 'text', name, values: rows.map((row) => row[column] || null) })),
  );
}

function parseRows(text: string): string[][] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true });
  } catch (error) {
    throw new IndexlabError(`readCsv requires rows like the header, got: ${(error as Error).message}`, { cause: error });
  }
}
