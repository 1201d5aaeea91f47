import { assertThat } from '@indexlab/core';
import type { ReadResult } from '../import-result.js';
import { readWorkbook, type XlsxOptions } from './read-workbook.js';
import { openWorkbook } from './workbook.js';

export type { XlsxOptions };

/**
 * Reads a table from a sheet of a workbook (.xlsx).
 *
 * Header, types, totals, notes and missing marks are found out as by `readCsv`. Printed decimals are those of text cells
 * and of number formats with a fixed number of decimals; the general format shows no digits for certain, so such a column
 * carries none. A number shown with a percent sign counts in percent. Cells that are merged share their text; a merged
 * number stands in its first cell only, above the data in all. Dates become texts (2019-01-31). A formula is never run:
 * its cell gives the value saved with it.
 *
 * @throws IndexlabError when the bytes are no workbook or a hostile one, or an option does not fit it
 *
 * @example
 * readXlsx(writeXlsx(readCsv('place,index\n北京,25.80\n').table)).table.toRows() // => [{ place: '北京', index: 25.8 }]
 */
export function readXlsx(bytes: Uint8Array, options: XlsxOptions = {}): ReadResult {
  assertThat(
    bytes[0] === 0x50 && bytes[1] === 0x4b,
    () =>
      `readXlsx requires a workbook (.xlsx), got ${bytes[0] === 0xd0 && bytes[1] === 0xcf ? 'one of the old format (.xls) or with a password' : 'other bytes'}`,
    'Save it as .xlsx; delimited text is for readCsv.',
  );
  return readWorkbook(openWorkbook(bytes, 'readXlsx'), 'xlsx', options, 'readXlsx');
}
