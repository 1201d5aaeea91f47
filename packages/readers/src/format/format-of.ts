import { IndexlabError } from '@indexlab/core';
import { detectEncoding } from '../encoding/detect-encoding.js';
import { decodeUtf8, toUtf8 } from '../encoding/text-encoding.js';
import { archiveFormat } from './archive-format.js';
import { hasCompoundStream } from './compound-file.js';

/** The formats that a file can be read in; Parquet is read by the adapters. */
export type FileFormat = 'csv' | 'json' | 'xlsx' | 'ods' | 'xls' | 'dta' | 'sav' | 'parquet';

/** How a format is called in messages. */
export const formatNames: Readonly<Record<FileFormat, string>> = {
  csv: 'delimited text',
  json: 'JSON',
  xlsx: 'a workbook (.xlsx)',
  ods: 'a workbook (.ods)',
  xls: 'a workbook (.xls)',
  dta: 'a Stata file (.dta)',
  sav: 'an SPSS file (.sav)',
  parquet: 'Parquet',
};

const byExtension: Readonly<Record<string, FileFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  txt: 'csv',
  json: 'json',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  ods: 'ods',
  xls: 'xls',
  dta: 'dta',
  sav: 'sav',
  zsav: 'sav',
  parquet: 'parquet',
};

/** The format that a file's name promises; `null` when its extension says nothing. */
export function promisedFormat(name: string): FileFormat | null {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(byExtension, extension) ? byExtension[extension]! : null;
}

/** What a file is that no reader here takes, and what to do with it. */
interface Foreign {
  readonly is: string;
  readonly remedy: string;
}

const saveAs = 'Save the table as .csv or .xlsx.';
const unpack = 'Unpack it and give the file inside.';

/** Files that begin with these bytes, which are the characters of a text here. */
const magics: readonly (readonly [start: string, found: FileFormat | Foreign])[] = [
  ['PAR1', 'parquet'],
  ['<stata_dta>', 'dta'],
  ['$FL2', 'sav'],
  ['$FL3', 'sav'],
  ['%PDF', { is: 'a PDF document', remedy: saveAs }],
  ['\x1f\x8b', { is: 'a gzip archive', remedy: unpack }],
  ['BZh', { is: 'a bzip2 archive', remedy: unpack }],
  ['\xfd7zXZ', { is: 'an xz archive', remedy: unpack }],
  ['\x28\xb5\x2f\xfd', { is: 'a zstd archive', remedy: unpack }],
  ['7z\xbc\xaf', { is: 'a 7z archive', remedy: unpack }],
  ['Rar!', { is: 'a RAR archive', remedy: unpack }],
  ['ARROW1', { is: 'an Arrow (Feather) file', remedy: 'Save it as Parquet.' }],
  ['SQLite format 3', { is: 'an SQLite database', remedy: 'Export the table as CSV.' }],
  ['\x89HDF', { is: 'an HDF5 file', remedy: 'Save the table as CSV or Parquet.' }],
  ['RDX', { is: 'an R data file', remedy: 'Write the table with write.csv in R.' }],
  ['ASCII SPSS PORT FILE', { is: 'an SPSS portable file', remedy: 'Save it as .sav.' }],
  ['\x89PNG', { is: 'a picture', remedy: 'Type the table off, or find it as text.' }],
  ['\xff\xd8\xff', { is: 'a picture', remedy: 'Type the table off, or find it as text.' }],
  ['GIF8', { is: 'a picture', remedy: 'Type the table off, or find it as text.' }],
  ['{\\rtf', { is: 'an RTF document', remedy: saveAs }],
];

/** The first bytes of a SAS file. */
const sasMagic = [0xc2, 0xea, 0x81, 0x60, 0xb3, 0x14, 0x11, 0xcf];

const headBytes = 1 << 12;

/**
 * The format of a file: its first bytes say, and its name only where they do not (between delimited text and JSON).
 *
 * @param input the content, or its first 4 KiB and more
 * @param name the file's name
 * @throws IndexlabError for content that no reader takes, saying what it is and what to do
 *
 * @example
 * formatOf('[{"place": "Beijing"}]', 'example') // => 'json'
 */
export function formatOf(input: string | Uint8Array, caller: string, name = ''): FileFormat {
  if (typeof input === 'string') return textFormat(input.slice(0, headBytes), input.slice(-64), caller, name);
  const found = binaryFormat(input, caller);
  if (found !== null && typeof found !== 'string') {
    throw new IndexlabError(`${caller} requires a table, got ${found.is}${name === '' ? '' : ` (${name})`}`, {
      remedy: found.remedy,
    });
  }
  if (found !== null) return found;
  const encoding = detectEncoding(input.subarray(0, headBytes * 16));
  const [head, tail] = [input.subarray(0, headBytes), input.subarray(-64)].map((part) =>
    decodeUtf8(toUtf8(part, encoding)),
  );
  const controls = [...head!.matchAll(/[\x00\x02-\x08\x0e-\x19\x1c-\x1f]/g)];
  if (controls.length > 0.05 * head!.length) {
    const first = controls[0]!;
    const code = first[0].charCodeAt(0).toString(16).padStart(2, '0');
    const line = head!.slice(0, first.index).split('\n').length;
    throw new IndexlabError(
      `${caller} requires a table, got bytes that are no text${name === '' ? '' : ` (${name})`}: the first is ${code} in line ${line}`,
      { remedy: saveAs },
    );
  }
  return textFormat(head!, tail!, caller, name);
}

function binaryFormat(bytes: Uint8Array, caller: string): FileFormat | Foreign | null {
  const start = String.fromCharCode(...bytes.subarray(0, 32));
  const magic = magics.find(([first]) => start.startsWith(first));
  if (magic) return magic[1];
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return archiveFormat(bytes, caller);
  if (start.startsWith('\xd0\xcf\x11\xe0')) return compoundFormat(bytes);
  if (sasMagic.every((byte, at) => bytes[12 + at] === byte))
    return { is: 'a SAS file', remedy: 'Write it as CSV, or as .dta with haven or pandas.' };
  return isOldStata(bytes) ? 'dta' : null;
}

/** Stata before version 13: the release, the byte order, the type 1, and a zero. */
function isOldStata(bytes: Uint8Array): boolean {
  return bytes[0]! >= 105 && bytes[0]! <= 115 && (bytes[1] === 1 || bytes[1] === 2) && bytes[2] === 1 && bytes[3]! <= 1;
}

function compoundFormat(bytes: Uint8Array): FileFormat | Foreign {
  if (hasCompoundStream(bytes, 'EncryptedPackage'))
    return { is: 'a workbook with a password', remedy: 'Save it without a password.' };
  if (hasCompoundStream(bytes, 'WordDocument')) return { is: 'a Word document (.doc)', remedy: saveAs };
  if (hasCompoundStream(bytes, 'PowerPoint Document')) return { is: 'a presentation (.ppt)', remedy: saveAs };
  return 'xls';
}

function textFormat(head: string, tail: string, caller: string, name: string): FileFormat {
  const text = head.replace(/^[\s\ufeff]+/, '');
  const markup = /^<(\?xml|!doctype|!--|html|head|body|table|meta|div|style|script|svg|workbook)\b/i.exec(text)?.[1];
  if (markup !== undefined) {
    const isPage = /<(!doctype html|html|head|body|table)\b/i.test(text);
    throw new IndexlabError(
      `${caller} requires a table, got ${isPage ? 'an HTML page' : 'XML'}${name === '' ? '' : ` (${name})`}`,
      {
        remedy: isPage
          ? 'Open it in a spreadsheet program or a browser and save the table as .csv or .xlsx; a page in place of a file may also be an error message.'
          : saveAs,
      },
    );
  }
  const promised = promisedFormat(name);
  const opens = /^(\{\s*("|\}|$)|\[\s*(["[{\]]|-?\d|true|false|null|$))/.test(text);
  if (promised !== 'csv') return opens || /^[[{]/.test(text) ? 'json' : 'csv';
  // A file that calls itself delimited text may begin with a bracket.
  const closes = /[\]}]\s*$/.test(tail);
  return opens && closes && /^(\{\s*"[^"]*"\s*:|\[\s*[[{])/.test(text) ? 'json' : 'csv';
}
