import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readOds } from './read-ods.js';
import { readXlsx } from './read-xlsx.js';
import { makeWorkbook, sheetRow } from './workbook.testing.js';

const xlsx = (...rows: string[]) =>
  readXlsx(
    makeWorkbook({ sheets: [sheetRow(1, ['unit', 'v']) + rows.join('')], sharedStrings: '<si><t>first</t></si>' }),
  );
const ods = (rows: string) =>
  readOds(
    zipSync({
      'content.xml': strToU8(
        `<office:document-content><office:body><office:spreadsheet><table:table table:name="S">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
      ),
    }),
  );
const odsText = (text: string) =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const odsRow = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
const odsValue = (type: string, value: string) =>
  `<table:table-cell office:value-type="${type}" office:${type === 'boolean' ? 'boolean-value' : 'value'}="${value}"><text:p>${value}</text:p></table:table-cell>`;
const odsHeader = odsRow(odsText('unit'), odsText('v'));

const others = ['0x10', '0b11', '0o17', 'Infinity', '1e400', '1_0', '--1'];

describe('a stored number', () => {
  test.each(others)('is decimal: %s stays text', (value) => {
    const rows = xlsx(sheetRow(2, ['A', { xml: `><v>${value}</v>` }]), sheetRow(3, ['B', 5])).table.toRows();
    expect(rows[0]).toEqual({ unit: 'A', v: value });
    const document = ods(
      odsHeader + odsRow(odsText('A'), odsValue('float', value)) + odsRow(odsText('B'), odsValue('float', '5')),
    );
    expect(document.table.toRows()[0]).toEqual({ unit: 'A', v: value });
  });

  test('is none where its cell holds nothing or blanks', () => {
    const { table } = xlsx(sheetRow(2, ['A', { xml: '><v> </v>' }]), sheetRow(3, ['B', { xml: '><v>-1.5E1</v>' }]));
    expect(table.toRows().map(({ v }) => v)).toEqual([null, -15]);
  });
});

describe('a cell that its file does not define', () => {
  test.each([
    ['a shared text that is not there', 't="s"><v>5</v>', '"5" (cell B2)'],
    ['a shared text without a number', 't="s"><v>0x0</v>', '"0x0" (cell B2)'],
    ['a truth value that is none', 't="b"><v>2</v>', '"2" (cell B2)'],
    ['a truth value that is a word', 't="b"><v>x</v>', '"x" (cell B2)'],
  ])('is an error: %s', (_, xml, message) => {
    expect(() => xlsx(sheetRow(2, ['A', { xml }]))).toThrow(message);
  });

  test('may hold nothing', () => {
    const { table } = xlsx(
      sheetRow(2, ['A', { xml: 't="s"><v></v>' }]),
      sheetRow(3, ['B', { xml: 't="b"><v>true</v>' }]),
    );
    expect(table.toRows().map(({ v }) => v)).toEqual([null, 'TRUE']);
  });

  test('is an error in an open document too', () => {
    expect(() => ods(odsHeader + odsRow(odsText('A'), odsValue('boolean', 'x')))).toThrow('"x" (cell B2)');
  });
});

describe('a place outside the sheet', () => {
  test.each([
    ['<row r="2"><c r="2B"><v>1</v></c></row>', '"2B"'],
    ['<row r="2"><c r=""><v>1</v></c></row>', '""'],
    ['<row r="2"><c r="B0"><v>1</v></c></row>', '"B0"'],
    ['<row r="2"><c r="ZZZ2"><v>1</v></c></row>', '"ZZZ2"'],
    ['<row r="0"><c><v>1</v></c></row>', '"0"'],
    ['<row r="-5"/>', '"-5"'],
    ['<row r="x"/>', '"x"'],
    ['<row r="0x2"/>', '"0x2"'],
    ['<row r="99999999"/>', '"99999999"'],
  ])('is an error: %s', (row, place) => {
    expect(() => xlsx(row)).toThrow(`got ${place}`);
  });

  test('is an error for two cells at one place', () => {
    expect(() => xlsx('<row r="2"><c r="B2"><v>1</v></c><c r="B2"><v>2</v></c></row>')).toThrow('B2');
    expect(() => xlsx(sheetRow(2, ['A', 1]), sheetRow(2, ['X', 9]))).toThrow('A2');
  });
});

describe('an open document whose elements do not nest', () => {
  test.each([
    ['a cell outside rows', odsHeader + odsText('A')],
    ['a covered cell outside rows', `${odsHeader}<table:covered-table-cell/>`],
    ['a cell in a cell', odsHeader + odsRow(`<table:table-cell>${odsText('A')}</table:table-cell>`)],
    ['a cell that ends twice', odsHeader + odsRow(odsText('A'), '</table:table-cell>')],
    ['a row in a row', odsHeader + odsRow(odsRow(odsText('A')))],
  ])('is refused: %s', (_, rows) => {
    expect(() => ods(rows)).toThrow(/requires (cells in rows|XML whose tags nest)/);
  });

  test('keeps a table inside a cell out of the sheet', () => {
    const nested = `<table:table-cell office:value-type="string"><text:p>A</text:p><table:table>${odsRow(odsText('inner'))}</table:table></table:table-cell>`;
    expect(ods(odsHeader + odsRow(nested, odsValue('float', '1'))).table.toRows()).toEqual([{ unit: 'A', v: 1 }]);
  });
});

describe('XML whose tags do not nest', () => {
  test.each([
    ['<row r="2"><c r="A2"><v>1</v></row>', '</row>'],
    ['<row r="2"><c r="A2"><v>1</v></c>', '</sheetData>'],
    ['</row>', '</row>'],
  ])('is refused: %s', (rows, tag) => {
    expect(() => xlsx(rows)).toThrow(`got ${tag}`);
  });

  test('is refused where it breaks off', () => {
    const content = '<document><table table:name="S"><table-row><table-cell><p>unit</p></table-cell></table-row>';
    expect(() => readOds(zipSync({ 'content.xml': strToU8(content) }))).toThrow('got the end');
  });
});
