import { assertThat, didYouMean, IndexlabError, listNames } from '@indexlab/core';
import { type FileFormat, formatNames } from './format-of.js';

const workbooks = ['xlsx', 'xls', 'ods'] as const;
const texts = ['csv'] as const;
const laidOut = ['csv', 'json', ...workbooks] as const;

/** The formats that an option is for; of those that are not named here, every format takes heed. */
const formatsOf: Readonly<Record<string, readonly FileFormat[]>> = {
  sheet: workbooks,
  range: workbooks,
  delimiter: texts,
  quote: texts,
  escape: texts,
  comment: texts,
  encoding: ['csv', 'json', 'dta', 'sav'],
  header: laidOut,
  table: laidOut,
  path: ['json'],
};

const general = ['format', 'name', 'layout', 'plain', 'types', 'decimals', 'exact', 'missing', 'decimalMark'];
const known = [...Object.keys(formatsOf), ...general, 'thousands', 'keepTotals', 'totalsApart', 'onProgress'];

/** Options for what no reader reads yet. */
const unread: Readonly<Record<string, string>> = {
  pages: 'documents with pages (.pdf, .docx)',
  columnsAt: 'documents with pages (.pdf)',
  preview: 'documents with pages (.pdf)',
  password: 'files locked by a password',
};

/**
 * Checks that every option means something for a file's format: one that does not would be passed over in silence.
 *
 * @param caller the function that errors name
 * @throws IndexlabError naming the option, and the formats that it is for
 *
 * @example
 * checkFormatOptions('readDataFile', 'parquet', { missing: ['-9'] }) // => undefined
 */
export function checkFormatOptions(caller: string, format: FileFormat, options: object): void {
  for (const [option, value] of Object.entries(options)) {
    if (value === undefined) continue;
    assertThat(
      !Object.hasOwn(unread, option),
      () =>
        `${caller} requires a file that it can read, got the option ${option}: it is for ${unread[option]}, which are not read`,
      'Leave the option out; save what is locked or paged as a workbook or as CSV.',
    );
    if (!known.includes(option))
      throw new IndexlabError(`${caller} requires options that it knows, got ${listNames([option])}`, {
        remedy: didYouMean(option, known, 'options'),
      });
    const formats = formatsOf[option];
    assertThat(
      !formats || formats.includes(format),
      () =>
        `${caller} requires options for ${formatNames[format]}, got ${option}, which is for ${formats!.map((name) => formatNames[name]).join(', ')}`,
      'Leave the option out.',
    );
  }
}
