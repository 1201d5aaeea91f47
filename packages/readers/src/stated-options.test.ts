import { describe, expect, test } from 'vitest';
import { readTable } from './read-table.js';
import { meantOptions } from './stated-options.js';

describe('options as a command line states them', () => {
  test.each([
    [{ header: '1-2' }, { header: [1, 2] }],
    [{ header: 'none' }, { header: false }],
    [{ header: '3' }, { header: 3 }],
    [{ types: 'text' }, { types: 'text' }],
    [{ types: 'a=text, b=number' }, { types: { a: 'text', b: 'number' } }],
    [{ missing: '-, n/a' }, { missing: ['-', 'n/a'] }],
    [{ missing: ['a,b'] }, { missing: ['a,b'] }],
    [
      { decimals: 'a=1,b=2', exact: 'rank,n' },
      { decimals: { a: 1, b: 2 }, exact: ['rank', 'n'] },
    ],
    [
      { table: '2', delimiter: 'tab', plain: true },
      { table: 2, delimiter: '\t', layout: 'plain' },
    ],
    [
      { types: { a: 'text' }, header: [1, 2], decimals: { a: 1 } },
      { types: { a: 'text' }, header: [1, 2], decimals: { a: 1 } },
    ],
  ] as const)('%j', (stated, meant) => {
    expect(meantOptions(stated)).toEqual(meant);
  });

  test('readTable takes them', () => {
    const read = readTable('a\tb\nx\ty\n1\t-\n', { header: '1-2', missing: '-', types: 'a x=text', delimiter: 'tab' });
    expect(read.table.toRows()).toEqual([{ 'a x': '1', 'b y': null }]);
  });

  test('refuses what says nothing, by the name of the option', () => {
    expect(() => readTable('a\n1\n', { header: 'first' })).toThrow('The option header requires rows from 1');
    expect(() => readTable('a\n1\n', { table: 'x' })).toThrow('The option table requires a whole number');
  });
});

describe('options of other formats', () => {
  test.each([
    ['a,b\n1,2\n', { sheet: 'S' }, 'for delimited text, got sheet, which is for a workbook (.xlsx)'],
    ['a,b\n1,2\n', { range: 'A1:B2' }, 'got range'],
    ['a,b\n1,2\n', { path: 'x' }, 'got path, which is for JSON'],
    ['[{"a":1}]', { delimiter: ';' }, 'for JSON, got delimiter, which is for delimited text'],
    ['a,b\n1,2\n', { pages: '1-3' }, 'the option pages: it is for documents with pages'],
    ['a,b\n1,2\n', { password: 'x' }, 'locked by a password'],
    ['a,b\n1,2\n', { decimalmark: ',' }, 'requires options that it knows, got decimalmark'],
  ])('are refused: %j', (text, options, message) => {
    expect(() => readTable(text, options as object)).toThrow(message);
  });

  test('one that is undefined is none', () => {
    expect(readTable('a,b\n1,2\n', { sheet: undefined } as object).table.rowCount).toBe(1);
  });
});

describe('marks of missing cells in columns of texts', () => {
  const text = 'city,note,v\na,-,1\nN/A,x,-\nc,-,3\n';

  test('are missing when stated, and counted', () => {
    const { table, report } = readTable(text, { missing: '-, N/A' });
    expect(table.toRows()).toEqual([
      { city: 'a', note: null, v: 1 },
      { city: null, note: 'x', v: null },
      { city: 'c', note: null, v: 3 },
    ]);
    const told = report.notes.filter(({ rule }) => rule === 'missing');
    expect(told.map(({ row, column, value, count }) => [row, column, value, count])).toEqual([
      [2, 'city', 'N/A', 1],
      [1, 'note', '-', 2],
      [2, 'v', '-', 1],
    ]);
  });

  test('stay texts when nobody states them', () => {
    expect(readTable(text).table.texts('note').values).toEqual(['-', 'x', '-']);
  });

  test('are missing in columns that are taken at their word', () => {
    const sdmx = 'DATAFLOW,geo,TIME_PERIOD,OBS_VALUE\nX,_Z,2020,1.5\nX,AT,2021,2.5\n';
    expect(readTable(sdmx, { missing: '_Z' }).table.texts('geo').values).toEqual([null, 'AT']);
  });
});
