import { IndexlabError } from '@indexlab/core';
import { type CsvOptions, readCsv } from './csv/read-csv.js';
import { detectEncoding } from './encoding/detect-encoding.js';
import { decodeUtf8, toUtf8 } from './encoding/text-encoding.js';
import { type FileFormat, formatNames, formatOf } from './format/format-of.js';
import { checkFormatOptions } from './format/format-options.js';
import { withFormatNote } from './format/with-format-note.js';
import type { ReadResult } from './import-result.js';
import { type JsonOptions, readJson } from './json/read-json.js';
import { isEurostatTsv, readEurostatTsv } from './offices/read-eurostat-tsv.js';
import { isSdmxCsv, readSdmxCsv } from './offices/read-sdmx-csv.js';
import { meantOptions, type WithStated } from './stated-options.js';
import { type DtaOptions, readDta } from './statistical/read-dta.js';
import { readSav } from './statistical/read-sav.js';
import { readOds } from './workbook/read-ods.js';
import { readXls } from './workbook/read-xls.js';
import { readXlsx, type XlsxOptions } from './workbook/read-xlsx.js';

/** Options of every reader; one that is not for the file's format is refused. */
export interface TableOptions extends CsvOptions, XlsxOptions, JsonOptions, DtaOptions {
  /** The format, where the content must not decide. */
  readonly format?: Exclude<FileFormat, 'parquet'>;
  /** The file's name: it decides between delimited text and JSON, and a content of another kind is noted. */
  readonly name?: string;
}

/**
 * Reads a table from a file's content in whichever format it is: a workbook (.xlsx, .xls, .ods), JSON, a Stata or an SPSS
 * file, or delimited text; what statistical offices give (JSON-stat, SDMX-CSV, Eurostat's TSV, the World Bank's JSON) as
 * what it is.
 *
 * The content decides, not a name: its first bytes say what a file is. With the layout `plain`, or where the header or
 * the delimiter is stated, a text is read as any other.
 *
 * Options may be stated as on the command line: header: '1-2' or 'none', types: 'code=text', missing: '-,n/a'.
 *
 * @throws IndexlabError as the readers of the formats do; for an option that is not for the format; for Parquet, which the adapters read; for what is no table,
 * such as a page or an archive, saying what it is
 *
 * @example
 * readTable('[{"place": "北京", "index": 25.80}]').report.format // => 'json'
 * @example
 * readTable('place;index\n北京;25.80\n').table.columns // => ['place', 'index']
 */
export function readTable(input: string | Uint8Array, stated: WithStated<TableOptions> = {}): ReadResult {
  const options = meantOptions<TableOptions>(stated);
  const format = options.format ?? formatOf(input, 'readTable', options.name);
  checkFormatOptions('readTable', format, options);
  const result = readAs(format, input, options);
  return options.name === undefined ? result : withFormatNote(result, format, options.name);
}

function readAs(format: FileFormat, input: string | Uint8Array, options: TableOptions): ReadResult {
  if (format === 'csv') return readText(input, options);
  if (format === 'json') return readJson(input, options);
  if (typeof input === 'string') {
    throw new IndexlabError(`readTable requires bytes for ${formatNames[format].replace(/ \(.*$/, '')}, got text`);
  }
  switch (format) {
    case 'xlsx':
      return readXlsx(input, options);
    case 'xls':
      return readXls(input, options);
    case 'ods':
      return readOds(input, options);
    case 'dta':
      return readDta(input, options);
    case 'sav':
      return readSav(input, options);
    case 'parquet':
      throw new IndexlabError('readTable requires a workbook, JSON or delimited text, got Parquet', {
        remedy: 'readDataFile of @indexlab/adapters reads it.',
      });
  }
}

const headLength = 4096;

function readText(input: string | Uint8Array, options: TableOptions): ReadResult {
  if (options.layout === 'plain' || options.header !== undefined || options.delimiter !== undefined)
    return readCsv(input, options);
  const encoding = (): string => options.encoding ?? detectEncoding((input as Uint8Array).subarray(0, 1 << 16));
  const head =
    typeof input === 'string'
      ? input.slice(0, headLength)
      : decodeUtf8(toUtf8(input.subarray(0, headLength), encoding()));
  if (isSdmxCsv(head)) return readSdmxCsv(input, options);
  if (!isEurostatTsv(head)) return readCsv(input, options);
  return readEurostatTsv(typeof input === 'string' ? input : decodeUtf8(toUtf8(input, encoding())), options);
}
