import { describe, expect, test } from 'vitest';
import { readCsv } from '../csv/read-csv.js';
import type { ReadResult } from '../import-result.js';
import { readJson } from '../json/read-json.js';
import type { ReadOptions } from '../read-options.js';
import { readDta } from '../statistical/read-dta.js';
import { writeDta } from '../statistical/write-dta.js';
import { readXlsx } from '../workbook/read-xlsx.js';
import { makeWorkbook, sheetRow } from '../workbook/workbook.testing.js';

const columns = ({ table }: ReadResult): [string, ...(string | number | null)[]][] =>
  table.columns.map((name) => [name, ...table.toRows().map((row) => row[name] ?? null)]);
const read = (text: string, options: ReadOptions = {}) => columns(readCsv(text, options));
const warned = ({ report }: ReadResult) =>
  report.notes.filter(({ weight }) => weight === 'warning').map(({ rule, column }) => [rule, column]);
const warnings = (text: string, options: ReadOptions = {}) => warned(readCsv(text, options));
const sheet = (rows: readonly (readonly (string | number | null)[])[]): Uint8Array =>
  makeWorkbook({ sheets: [rows.map((cells, row) => sheetRow(row + 1, cells)).join('')] });

describe('a mark that the user states is missing', () => {
  test.each([
    ['9999', ['9999'], '9999'],
    ['a negative code', ['-999'], '-999'],
    ['the same number printed otherwise', ['-99'], '-99.0'],
    ['a code among words', ['kA', '99'], '99'],
    ['a word among codes', ['kA', '99'], 'kA'],
  ])('%s, in text, JSON and sheets', (_, missing, cell) => {
    const number = Number(cell);
    const stored = Number.isNaN(number) ? cell : number;
    const rows = [
      ['A', 1.5, 2],
      ['B', stored, 3],
      ['C', 2, stored],
    ];
    const expected = [
      [1.5, null, 2],
      [2, 3, null],
    ];
    const text = `city,v,w\nA,1.5,2\nB,${cell},3\nC,2,${cell}\n`;
    for (const layout of ['published', 'plain'] as const) {
      const found = readCsv(text, { missing, layout });
      expect(columns(found).map(([, ...cells]) => cells)).toEqual([['A', 'B', 'C'], ...expected]);
      expect(found.report.notes.filter(({ rule }) => rule === 'missing')).toHaveLength(2);
    }
    const json = readJson(JSON.stringify(rows.map(([city, v, w]) => ({ city, v, w }))), { missing });
    const xlsx = readXlsx(sheet([['city', 'v', 'w'], ...rows]), { missing });
    for (const found of [json, xlsx])
      expect(
        columns(found)
          .slice(1)
          .map(([, ...cells]) => cells),
      ).toEqual(expected);
  });

  test('in a file of a statistics program, and with a decimal comma', () => {
    const file = writeDta(readCsv('city,v\nA,1.5\nB,9999\n').table);
    expect(columns(readDta(file, { missing: ['9999'] }))[1]).toEqual(['v', 1.5, null]);
    expect(read('city;v\nA;1,5\nB;-99,9\n', { missing: ['-99,9'] })[1]).toEqual(['v', 1.5, null]);
    expect(read('city;v\nA;1,5\nB;9.999\n', { missing: ['9999'] })[1]).toEqual(['v', 1.5, null]);
  });
});

describe('a header tells which delimiter its table has', () => {
  test('where every row has one semicolon, and a comma besides', () => {
    const text = 'Kreis;Quote\nFlensburg, Stadt;5,2\nKiel, Landeshauptstadt;6,1\nLübeck, Hansestadt;7,0\n';
    expect(read(text)).toEqual([
      ['Kreis', 'Flensburg, Stadt', 'Kiel, Landeshauptstadt', 'Lübeck, Hansestadt'],
      ['Quote', 5.2, 6.1, 7],
    ]);
    expect(warnings(text)).toEqual([]);
    expect(read(text.replaceAll(';', '\t'))).toEqual(read(text));
    expect(read(`Tabelle 1\n${text}`)).toEqual(read(text));
  });

  test('where the numbers have flags, and notes stand below', () => {
    const text = 'Stadt;Wert\nA;12,50*)\nB;13,10**)\nC;14,00 1)\nD;15,00 ²)\nE;16,00 a)\n*) geschätzt\n**) vorläufig\n';
    expect(read(text)).toEqual([
      ['Stadt', 'A', 'B', 'C', 'D', 'E'],
      ['Wert', 12.5, 13.1, 14, 15, 16],
      ['Wert flag', '*)', '**)', '1)', '²)', 'a)'],
    ]);
    expect(warnings(text)).toEqual([]);
  });

  test('but a title with a semicolon does not', () => {
    expect(read('Umsatz; Quote\ncity,v\nA,1\nB,2\n')).toEqual([
      ['city', 'A', 'B'],
      ['v', 1, 2],
    ]);
  });
});

describe('a header that is one name short', () => {
  test.each([
    ['a decimal comma', 'city,turnout,n\nA,45,6,100\nB,47,2,110\nC,51,9,120\n'],
    ['a decimal comma in the only column', 'city,v\nA,1,5\nB,2,5\nC,3,5\n'],
    ['another language', 'Ort,Wert\nA,1,5\nB,2,5\nC,3,5\n'],
  ])('is refused where its first name is that of the first column: %s', (_, text) => {
    expect(() => readCsv(text)).toThrow('a name for each of the');
  });

  test('leaves the first column as names of rows, with a warning', () => {
    expect(warnings('v,w\nA,1,5\nB,2,5\nC,3,6\n')).toEqual([['header', null]]);
  });

  test('says no more than a note where the first column is an index or stands in quotes as the header does', () => {
    expect(warnings('"v","w"\n"A",1,5\n"B",2,5\n"C",3,6\n')).toEqual([]);
    expect(warnings('v w\n"1" 1 5\n"2" 2 5\n"3" 3 6\n')).toEqual([]);
  });
});

describe('cells of a sheet', () => {
  const row = (number: number, xml: string): string => `<row r="${number}">${xml}</row>`;

  test('a text formula without a saved value is missing with a warning', () => {
    const formula = (place: number) => ({ xml: `t="str"><f>B${place}*2</f>` });
    const rows = [
      sheetRow(1, ['city', 'v', 'w']),
      sheetRow(2, ['A', 1, { xml: '><f>B2</f><v>1</v>' }]),
      sheetRow(3, ['B', 2, formula(3)]),
    ];
    expect(warned(readXlsx(makeWorkbook({ sheets: [rows.join('')] })))).toEqual([['formula', 'w']]);
  });

  test('numbers that their format fills up with zeros are codes', () => {
    const cell = (place: string, value: number) => `<c r="${place}" s="1"><v>${value}</v></c>`;
    const rows = [sheetRow(1, ['gebiet', 'v']), row(2, `${cell('A2', 123)}<c r="B2"><v>5</v></c>`)];
    rows.push(row(3, `${cell('A3', 12345)}<c r="B3"><v>6</v></c>`));
    const found = readXlsx(makeWorkbook({ sheets: [rows.join('')], formats: ['00000'] }));
    expect(columns(found)).toEqual([
      ['gebiet', '00123', '12345'],
      ['v', 5, 6],
    ]);
  });
});

test('a table behind an empty column is left out with a warning', () => {
  const text = 'City,GDP,,City,Pop\nA,1,,X,5\nB,2,,Y,6\n';
  expect(warnings(text)).toEqual([['table', null]]);
  const rows = text.trim().split('\n');
  expect(warned(readXlsx(sheet(rows.map((line) => line.split(',').map((cell) => cell || null)))))).toHaveLength(1);
  expect(warnings('City,GDP,Pop\nA,1,5\nB,2,6\n')).toEqual([]);
});

describe('rows below the data', () => {
  test.each([
    ...['Summe', 'Insgesamt', 'Gesamt', 'Totals', 'Ensemble', 'Total général', 'Suma', 'Totale', 'Итого', 'Всего'],
    ...['計', '合計', '總計', 'Totaal', 'Razem', 'GESAMT:', 'Yhteensä', '합계', 'Toplam', 'Somme', 'Zusammen'],
  ])('%s is a total', (name) => {
    const { report, table } = readCsv(`city;v\nA;1\nB;2\nC;5\n${name};8\n`);
    expect(report.notes.filter(({ rule }) => rule === 'total-row').map(({ line }) => line)).toEqual([5]);
    expect(table.rowCount).toBe(3);
  });

  test.each([['Alle Orte'], ['']])('a last row of sums that is called %j stays, with a warning', (name) => {
    const text = `city,v,w\nA,1.1,4\nB,2.2,5\nC,3.3,6\n${name},6.6,15\n`;
    expect(warnings(text)).toEqual([['table', null]]);
    expect(read(text)[1]).toEqual(['v', 1.1, 2.2, 3.3, 6.6]);
    expect(warnings(text.replace('6.6', '6.7'))).toEqual([]);
    expect(warnings(text, { keepTotals: true })).toEqual([]);
  });

  test.each([['__________;;'], ['----------'], ['==========;;']])('the line %s is part of the notes', (line) => {
    const text = `Kreis;v;w\nA;1;2\nB;2;3\n${line}\n1) vorläufig;;\n© Statistisches Bundesamt, 2024;;\n`;
    expect(read(text)[0]).toEqual(['Kreis', 'A', 'B']);
    expect(warnings(text)).toEqual([]);
  });

  test('notes with a comma are no second table', () => {
    const text = 'city,v\r\nA,1\r\nB,2\r\n\r\n\r\n,\r\nSource: xx, 2020\r\nExtracted on 2024-01-01\r\n';
    expect(read(text)).toEqual([
      ['city', 'A', 'B'],
      ['v', 1, 2],
    ]);
    expect(warnings(text)).toEqual([]);
  });
});

test.each([
  ['sep=;\ncity;x\nA;1,5\nB;2,5\n', [1.5, 2.5]],
  ['city;01.01.2020;01.02.2020\nA;1,5;2,25\nB;4,5;5,25\n', [1.5, 4.5]],
  ['city;x;y\nA;1.234;2,5\nB;2.345;3,5\nC;3.456;1,25\n', [1234, 2345, 3456]],
])('a semicolon between cells is evidence enough for a decimal comma: %j', (text, values) => {
  expect(warnings(text)).toEqual([]);
  expect(read(text)[1]!.slice(1)).toEqual(values);
});

test.each([
  ['12.50 €', '13.10 €', '9.00 €'],
  ['€ 5.00', '€ 6.00', '€ 7.50'],
  ['1 234 567 €', '2 234 567 €', '234 567 €'],
  ['1,25,41,302', '2,35,41,302', '12,41,302'],
  ['~5', '≈6', '7'],
  ['12.5 kg', '13.1 kg', '7 kg'],
  ['USD 5', 'USD 6.5', 'USD 7'],
])('numbers with something beside them stay text with a warning: %s', (...cells) => {
  const text = `city;v;w\n${cells.map((cell, row) => `${'ABC'[row]};${cell};1`).join('\n')}\n`;
  expect(warnings(text)).toEqual([['not-a-number', 'v']]);
  expect(warnings(text, { thousands: ',' })).toEqual([['not-a-number', 'v']]);
  expect(read(text)[1]).toEqual(['v', ...cells]);
});

describe('raised marks', () => {
  test('on names and headers are told of, and the note below is none of the rows', () => {
    const rows = [
      ['Region', 'Income²'],
      ['North', 5],
      ['South¹', 6],
      ['1 provisional', null],
      ['² in euros', null],
    ];
    const found = readXlsx(sheet(rows));
    expect(warned(found)).toEqual([
      ['renamed', 'Income²'],
      ['flag', 'Region'],
    ]);
    expect(columns(found)[0]).toEqual(['Region', 'North', 'South¹']);
  });

  test('are none in units and formulas, and a number before a name is none without one', () => {
    expect(warnings('city,Area km²,R²\nA,3,2\n1 street,,\n')).toEqual([]);
    expect(read('city,Area km²,R²\nA,3,2\n1 street,,\n')[0]).toEqual(['city', 'A', '1 street']);
  });
});

describe('a header of shares', () => {
  test.each([
    ['country,0.1,0.2,0.3\nA,1.5,2.5,3.5\nB,2.5,2.6,9.5\n', '0.1'],
    ['Lage,0.1,0.5,0.9\na,12,33,80\nb,15,30,70\n', '0.1'],
    ['Gruppe;0,1;0,5;0,9\na;1,5;3,5;9,5\nb;2,5;2,6;9,5\n', '0,1'],
    ['land,10%,50%,90%\na,1.5,3.5,9.5\nb,2.5,2.6,9.5\n', '10%'],
    [',0.25,0.5\na,12,33\nb,15,30\n', '0.25'],
  ])('is one, with a warning: %j', (text, name) => {
    const { table, report } = readCsv(text);
    expect([table.columns[1], table.rowCount]).toEqual([name, text.split('\n').length - 2]);
    expect(report.notes).toContainEqual(expect.objectContaining({ rule: 'header', weight: 'warning', row: null }));
  });

  test.each([
    'North,0.1,0.2,0.7\nSouth,0.3,0.3,0.4\nWest,0.2,0.2,0.6\n',
    'Group A,0.1,0.2,0.3\nGroup B,0.5,0.2,0.3\n',
    'North,10,50,90\nSouth,15,30,70\n',
  ])('is none among rows like it: %j', (text) => {
    expect(readCsv(text).table.rowCount).toBe(text.split('\n').length - 1);
  });
});

test.each([
  ['0x10', '0x1F', '12'],
  ['1_000', '2_500', '3_000'],
  ['1/2', '3/4', '1/3'],
  ['12:30', '13:45', '9:05'],
  ['low', '12', 'high'],
])('cells that look like numbers stay text with a note that says why: %s, %s, %s', (...cells) => {
  const { table, report } = readCsv(`c,v\n${cells.map((cell, row) => `${'abc'[row]},${cell}`).join('\n')}\n`);
  expect(table.texts('v').values).toEqual(cells);
  expect(report.notes).toEqual([expect.objectContaining({ rule: 'not-a-number', weight: 'note', column: 'v' })]);
});

test('a header of years and months is one: 2020.10 follows 2020.9 and is not 2020.1', () => {
  const { table } = readCsv('地区,2020.9,2020.10,2020.11\n北京,1.2,1.3,1.4\n上海,2.2,2.3,2.4\n');
  expect(table.columns).toEqual(['地区', '2020.9', '2020.10', '2020.11']);
  expect(table.rowCount).toBe(2);
});

test('numbers in full-width digits are numbers', () => {
  expect(readCsv('c,v\na,１２.５\nb,１３\nc,９\n').table.toRows()[0]).toEqual({ c: 'a', v: 12.5 });
});
