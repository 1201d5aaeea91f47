import { describe, expect, test } from 'vitest';
import { readCsv, readXlsx } from '../index.js';
import { makeWorkbook, sheetRow } from '../workbook/workbook.testing.js';

const told = (notes: ReturnType<typeof readCsv>['report']['notes']) =>
  notes.flatMap(({ rule, weight, row, column, value, count }) =>
    rule === 'missing' ? [[weight, row, column, value, count]] : [],
  );

describe('a formula that failed', () => {
  test.each(['#DIV/0!', '#REF!', '#N/A', '#VALUE!', '#NAME?', '#NUM!', '#WERT!', '#NV', '#VALEUR!', 'Err:502'])(
    '%s is a missing number with a warning that counts the cells and names the first',
    (error) => {
      const { table, report } = readCsv(`city,v\nA,1\nB,${error}\nC,3\nD,${error}\n`);
      expect([...table.numbers('v').values]).toEqual([1, NaN, 3, NaN]);
      expect(told(report.notes)).toEqual([['warning', 2, 'v', error, 2]]);
    },
  );

  test('is warned of in a sheet', () => {
    const error = { xml: 't="e"><f>1/0</f><v>#DIV/0!</v>' };
    const rows = [sheetRow(1, ['city', 'v']), sheetRow(2, ['A', 1]), sheetRow(3, ['B', error]), sheetRow(4, ['C', 2])];
    const { table, report } = readXlsx(makeWorkbook({ sheets: [rows.join('')] }));
    expect([...table.numbers('v').values]).toEqual([1, NaN, 2]);
    expect(told(report.notes)).toEqual([['warning', 2, 'v', '#DIV/0!', 1]]);
  });

  test('stays, with a warning, among texts', () => {
    const { table, report } = readCsv('city,grade\nA,x\nB,#REF!\nC,y\n');
    expect(table.texts('grade').values).toEqual(['x', '#REF!', 'y']);
    expect(told(report.notes)).toEqual([['warning', 2, 'grade', '#REF!', 1]]);
  });

  test('is a plain note where the user states it as a mark; other marks are plain notes', () => {
    expect(told(readCsv('v\n1\n#N/A\n2\n', { missing: ['#N/A'] }).report.notes)[0]?.[0]).toBe('note');
    expect(told(readCsv('v\n1\n..\n2\n').report.notes)[0]?.[0]).toBe('note');
    expect(told(readCsv('city,tag\nA,#1\nB,#blessed\n').report.notes)).toEqual([]);
  });
});
