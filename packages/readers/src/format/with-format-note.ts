import type { ImportNote } from '../import-report.js';
import type { ReadResult } from '../import-result.js';
import { type FileFormat, formatNames, promisedFormat } from './format-of.js';

/**
 * The result, with a note where a file's name promises another format than its content has.
 *
 * @example
 * withFormatNote(readCsv('a,b\nx,1\n'), 'csv', 'table.xlsx').report.notes[0]?.rule // => 'format'
 */
export function withFormatNote(result: ReadResult, format: FileFormat, name: string): ReadResult {
  const promised = promisedFormat(name);
  if (promised === null || promised === format) return result;
  const note: ImportNote = {
    rule: 'format',
    weight: 'note',
    row: null,
    line: null,
    column: null,
    value: name,
    message: `the file is ${formatNames[format]}, not ${formatNames[promised]} as its name says`,
    count: 1,
  };
  return { ...result, report: { ...result.report, notes: [note, ...result.report.notes] } };
}
