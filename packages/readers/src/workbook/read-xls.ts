import { assertThat } from '@indexlab/core';
import { compoundStream } from '../format/compound-file.js';
import type { ReadResult } from '../import-result.js';
import { openBinaryWorkbook } from './binary-workbook.js';
import { readWorkbook, type XlsxOptions } from './read-workbook.js';

/**
 * Reads a table from a sheet of a workbook of Excel 97 to 2003 (.xls, BIFF8), by the rules of `readXlsx` and with its
 * options.
 *
 * @throws IndexlabError when the bytes are no such workbook, older, protected or damaged, or an option does not fit it
 *
 * @example
 * const attempt = () => readXls(new Uint8Array(600));
 * (() => { try { return attempt(); } catch (error) { return error.message; } })() // => 'readXls requires a workbook (.xls), got other bytes'
 */
export function readXls(bytes: Uint8Array, options: XlsxOptions = {}): ReadResult {
  assertThat(bytes[0] === 0xd0 && bytes[1] === 0xcf, 'readXls requires a workbook (.xls), got other bytes');
  const stream = compoundStream(bytes, 'Workbook', 'readXls');
  assertThat(
    stream !== null,
    () =>
      `readXls requires a workbook of Excel 97 or newer, got ${compoundStream(bytes, 'Book', 'readXls') ? 'an older one' : 'a compound file without a workbook'}`,
    'Save it as .xlsx.',
  );
  return readWorkbook(openBinaryWorkbook(stream, 'readXls'), 'xls', options, 'readXls');
}
