import { describe, expect, test } from 'vitest';
import { zipSync } from 'fflate';
import { encodeAs } from '../encoding/encode-as.testing.js';
import { readCsv } from '../csv/read-csv.js';
import { readTable } from '../read-table.js';
import { writeDta } from '../statistical/write-dta.js';
import { writeXlsx } from '../workbook/write-xlsx.js';
import { formatOf } from './format-of.js';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const { table } = readCsv('a,b\nx,1\n');
const archive = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, bytes('x')])));

describe('formatOf', () => {
  test.each([
    ['xlsx', writeXlsx(table)],
    ['dta', writeDta(table)],
    ['dta', bytes('\x72\x02\x01\x00')],
    ['sav', bytes('$FL2@(#) SPSS DATA FILE')],
    ['parquet', bytes('PAR1')],
    ['ods', archive('content.xml', 'META-INF/manifest.xml')],
    ['json', bytes('\n[{"a": 1}]')],
    ['json', bytes('{"a": [1]}')],
    ['csv', bytes('a,b\n1,2\n')],
    ['csv', bytes('<0.5,b\n1,2\n')],
    ['csv', bytes('a\x01b\n1\x012\n')],
    ['csv', new Uint8Array(0)],
    ['csv', encodeAs('utf-16le', 'a,b\n1,2\n')],
    ['csv', encodeAs('utf-32be', 'a,b\n1,2\n')],
  ] as const)('knows %s by its first bytes', (format, content) => {
    expect(formatOf(content, 'test', 'any.name')).toBe(format);
  });

  test('lets the name decide between JSON and a text that begins with a bracket', () => {
    const formats = (content: string) => ['x.csv', 'x.json', 'x'].map((name) => formatOf(content, 'test', name));
    expect(formats('[a],b\n1,2\n')).toEqual(['csv', 'json', 'json']);
    expect(formats('[{"a":1}]\n')).toEqual(['json', 'json', 'json']);
    expect(formats('{"a":1}\n{"a":2}\n')).toEqual(['json', 'json', 'json']);
    expect(formats('[1990,2000),b\n1,2\n')).toEqual(['csv', 'json', 'json']);
  });

  test.each([
    ['an HTML page', bytes('\n<!DOCTYPE html>\n<html><table>')],
    ['an HTML page', bytes('<table><tr><td>1')],
    ['an HTML page', encodeAs('utf-16le', '\ufeff<html><body>')],
    ['XML', bytes('<?xml version="1.0"?><Workbook>')],
    ['a PDF document', bytes('%PDF-1.4')],
    ['a gzip archive', bytes('\x1f\x8b\x08')],
    ['a 7z archive', bytes('7z\xbc\xaf')],
    ['a ZIP archive of 1 file (a.csv)', archive('a.csv')],
    ['a Word document (.docx)', archive('word/document.xml')],
    ['a presentation (.pptx)', archive('ppt/presentation.xml')],
    ['a binary workbook (.xlsb)', archive('xl/workbook.bin')],
    ['a Numbers document', archive('Index/Document.iwa')],
    ['a picture', bytes('\x89PNG\r\n')],
    ['an RTF document', bytes('{\\rtf1')],
    ['a SAS file', bytes(`${'\0'.repeat(12)}\xc2\xea\x81\x60\xb3\x14\x11\xcf`)],
    ['an SQLite database', bytes('SQLite format 3\0')],
    ['bytes that are no text', Uint8Array.from({ length: 600 }, (_, at) => (at * 7) % 32)],
  ] as const)('refuses %s, saying what to do', (what, content) => {
    const refused = (): unknown => formatOf(content, 'test', 'x.csv');
    expect(refused).toThrow(`test requires a table, got ${what}`);
    try {
      refused();
    } catch (error) {
      expect((error as { remedy?: string }).remedy).toMatch(/\.$/);
    }
  });

  test('is followed by a note where the name says something else', () => {
    const told = (content: Uint8Array | string, name: string) =>
      readTable(content, { name })
        .report.notes.filter(({ rule }) => rule === 'format')
        .map(({ message }) => message);
    expect(told(writeXlsx(table), 'a.CSV')).toEqual([
      'the file is a workbook (.xlsx), not delimited text as its name says',
    ]);
    expect(told('a,b\nx,1\n', 'a.xlsx')).toEqual([
      'the file is delimited text, not a workbook (.xlsx) as its name says',
    ]);
    expect(told('[{"a":1}]', 'a.csv')).toEqual(['the file is JSON, not delimited text as its name says']);
    expect(told(writeDta(table), 'a.sav')).toEqual([
      'the file is a Stata file (.dta), not an SPSS file (.sav) as its name says',
    ]);
    for (const name of ['a.csv', 'a.tsv', 'a.txt', 'a.data', 'a']) expect(told('a,b\nx,1\n', name)).toEqual([]);
  });

  test('names the first byte that is no text, and its line', () => {
    expect(() => formatOf(new TextEncoder().encode('unit,v\nA\0,1\nB,2\0\n'), 'readTable', 'a.csv')).toThrow(
      'bytes that are no text (a.csv): the first is 00 in line 2',
    );
  });
});
