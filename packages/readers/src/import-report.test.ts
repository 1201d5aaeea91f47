import { expect, test } from 'vitest';
import { readCsv } from './csv/read-csv.js';
import { readJson } from './json/read-json.js';
import { readXlsx } from './workbook/read-xlsx.js';
import { makeWorkbook, sheetRow } from './workbook/workbook.testing.js';
import type { ReadResult } from './import-result.js';

const places = ({ report }: ReadResult) => report.notes.map(({ rule, row, line }) => [rule, row, line]);

test('a note tells the row of the table and the line of the file', () => {
  const text = 'Table 1\n\ncity,v,w\na,1,2\n\nb,x1,n.a.\n合计,3,4\n';
  const read = readCsv(text, { types: { v: 'text' } });
  expect(read.table.toRows()[1]).toEqual({ city: 'b', v: 'x1', w: null });
  expect(places(read)).toEqual([
    ['preamble', null, 1],
    ['blank-row', null, 2],
    ['header', null, 3],
    ['blank-row', null, 5],
    ['total-row', null, 7],
    ['missing', 2, 6],
  ]);
});

test('lines are those of the file where a quoted cell takes several', () => {
  const text = 'city,v\n"a\nb",1\n"c\r\nd",2\ne,n.a.\n';
  expect(places(readCsv(text))).toEqual([['missing', 3, 6]]);
  expect(places(readCsv(new TextEncoder().encode('city,v\na,1\nb,2\n\n')))).toEqual([['blank-row', null, 4]]);
});

test('bytes that are no text are told by line and row', () => {
  const text = new TextEncoder().encode('city,v\n"a\nb",1\n北京,1\n上海,2\nc,');
  const { notes } = readCsv(Uint8Array.of(...text, 0xff, 10)).report;
  expect(notes.find(({ rule }) => rule === 'undecodable')).toMatchObject({ row: 4, line: 6 });
});

test('so they are where the encoding is stated', () => {
  const bytes = Uint8Array.of(...new TextEncoder().encode('city,v\nc'), 0xff, ...new TextEncoder().encode(',2\n'));
  const { notes } = readCsv(bytes, { encoding: 'utf-8' }).report;
  expect(notes).toContainEqual(expect.objectContaining({ rule: 'undecodable', weight: 'warning', row: 1, line: 2 }));
});

test('a sheet tells its rows as lines, and a list in JSON its places', () => {
  const rows = [
    ['city', 'v'],
    ['a', 1],
    ['b', '-'],
  ];
  const sheet = rows.map((cells, row) => sheetRow(row + 3, cells)).join('');
  expect(places(readXlsx(makeWorkbook({ sheets: [sheet] })))).toContainEqual(['missing', 2, 5]);
  expect(places(readJson('[{"a":"x","v":1},{"a":"y","v":"-"}]'))).toContainEqual(['missing', 2, 2]);
});

test('an error names the row of the data, and the line where that is another', () => {
  expect(() => readCsv('t\n\na,v\nx,1\n\ny,z\n', { types: { v: 'number' } })).toThrow('row 2, line 6');
  expect(() => readCsv('x,1\ny,z\n', { header: false, types: { 'column 2': 'number' } })).toThrow(/, row 2\)/);
});
