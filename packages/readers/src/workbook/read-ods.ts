import type { ReadResult } from '../import-result.js';
import { openDocument } from './open-document.js';
import { readWorkbook, type XlsxOptions } from './read-workbook.js';

/**
 * Reads a table from a sheet of an OpenDocument workbook (.ods), by the rules of `readXlsx` and with its options.
 *
 * @throws IndexlabError when the bytes are no such workbook or a hostile one, or an option does not fit it
 *
 * @example
 * const attempt = () => readOds(writeXlsx(readCsv('a,b\nx,1\n').table));
 * (() => { try { return attempt(); } catch (error) { return error.name; } })() // => 'IndexlabError'
 */
export function readOds(bytes: Uint8Array, options: XlsxOptions = {}): ReadResult {
  return readWorkbook(openDocument(bytes, 'readOds'), 'ods', options, 'readOds');
}
