import type { ReadResult } from '../import-result.js';
import { openDocument } from './open-document.js';
import { readWorkbook, type XlsxOptions } from './read-workbook.js';

/**
 * Reads a table from a sheet of an OpenDocument workbook (.ods), by the rules of `readXlsx` and with its options.
 *
 * @throws IndexlabError when the bytes are no such workbook or a hostile one, or an option does not fit it
 *
 * @example
 * try { readOds(writeXlsx(readCsv('a,b\nx,1\n').table)) } catch (error) { error.message.slice(0, 40) } // => 'readOds requires a workbook (.ods), got a'
 */
export function readOds(bytes: Uint8Array, options: XlsxOptions = {}): ReadResult {
  return readWorkbook(openDocument(bytes, 'readOds'), 'ods', options, 'readOds');
}
