import { IndexlabError } from '@indexlab/core';
import { detectEncoding } from './encoding/detect-encoding.js';
import type { ReadResult } from './import-result.js';
import { type CsvOptions, readCsv } from './csv/read-csv.js';
import { type JsonOptions, readJson } from './json/read-json.js';
import { readXlsx, type XlsxOptions } from './workbook/read-xlsx.js';
import { decodeUtf8, toUtf8 } from './encoding/text-encoding.js';

/** Options of every reader; those of another format than the file's are not looked at. */
export interface TableOptions extends CsvOptions, XlsxOptions, JsonOptions {
  /** The format, where the content must not decide. */
  readonly format?: 'csv' | 'json' | 'xlsx';
}

/**
 * Reads a table from a file's content in whichever format it is: a workbook, JSON, or delimited text.
 *
 * The content decides, not a name: an archive is a workbook, what starts with a bracket is JSON, the rest is text.
 *
 * @throws IndexlabError as `readCsv`, `readJson` and `readXlsx` do, and for Parquet, which the adapters read
 *
 * @example
 * readTable('[{"place": "北京", "index": 25.80}]').report.format // => 'json'
 * @example
 * readTable('place;index\n北京;25.80\n').table.columns // => ['place', 'index']
 */
export function readTable(input: string | Uint8Array, options: TableOptions = {}): ReadResult {
  const format = options.format ?? formatOf(input);
  if (format === 'csv') return readCsv(input, options);
  if (format === 'json') return readJson(input, options);
  if (typeof input !== 'string') return readXlsx(input, options);
  throw new IndexlabError('readTable requires bytes for a workbook, got text');
}

function formatOf(input: string | Uint8Array): 'csv' | 'json' | 'xlsx' {
  if (typeof input !== 'string') {
    const [a, b] = input;
    if ((a === 0x50 && b === 0x4b) || (a === 0xd0 && b === 0xcf)) return 'xlsx';
    if (decodeUtf8(input.subarray(0, 4)) === 'PAR1') {
      throw new IndexlabError('readTable requires a workbook, JSON or delimited text, got Parquet', {
        remedy: 'readDataFile of @indexlab/adapters reads it.',
      });
    }
  }
  return /^[\s\ufeff]*[[{]/.test(typeof input === 'string' ? input.slice(0, 64) : headOf(input)) ? 'json' : 'csv';
}

function headOf(input: Uint8Array): string {
  const head = input.subarray(0, 4096);
  return decodeUtf8(toUtf8(head, detectEncoding(head)).subarray(0, 64));
}
