import { describe, expect, test } from 'vitest';
import { readCsv, readXlsx } from '../index.js';
import { makeWorkbook, sheetRow } from '../workbook/workbook.testing.js';

const text = 'city,"two\nlines",v\nTotal,1,9.5\nA,1,4.5\n小计,1,4.5\nB,1,5.0\n';

describe('rows of totals given apart', () => {
  test('have the columns of the table with their digits, and the lines of the file', () => {
    const { table, totals } = readCsv(text, { totalsApart: true });
    expect(table.texts('city').values).toEqual(['A', 'B']);
    expect(totals!.table.texts('city').values).toEqual(['Total', '小计']);
    expect([...totals!.table.numbers('v').values]).toEqual([9.5, 4.5]);
    expect([...totals!.table.numbers('v').decimals!]).toEqual([1, 1]);
    expect(totals!.lines).toEqual([3, 5]);
  });

  test('leave the table as it is without the option', () => {
    const plain = readCsv(text);
    expect(plain.totals).toBeUndefined();
    expect(readCsv(text, { totalsApart: true }).table.toRows()).toEqual(plain.table.toRows());
  });

  test('are none where there are none, and where totals are kept', () => {
    expect(readCsv('city,v\nA,1\nB,2\n', { totalsApart: true }).totals).toBeUndefined();
    expect(readCsv(text, { totalsApart: true, keepTotals: true }).totals).toBeUndefined();
  });

  test('tell the rows of a sheet', () => {
    const rows = ['title', '', 'city,v', 'A,1', 'B,2', '合计,3'].map((line) =>
      line.split(',').map((cell) => cell || null),
    );
    expect(
      readXlsx(makeWorkbook({ sheets: [rows.map((cells, row) => sheetRow(row + 1, cells)).join('')] }), {
        totalsApart: true,
      }).totals?.lines,
    ).toEqual([6]);
  });
});

describe('rows that may count twice', () => {
  const told = (csv: string) =>
    readCsv(csv).report.notes.flatMap(({ rule, weight, row, value }) =>
      rule === 'table' ? [[weight, row, value]] : [],
    );

  test('stay, with a warning, where a label says that they are parts of a row above', () => {
    expect(told('Kreis,v\nA,10\ndavon:,\nB,4\nC,6\n')).toEqual([['warning', 2, 'davon:']]);
    expect(told('地区,v\n甲,10\n其中：城镇,4\n乙,6\n')).toEqual([['warning', 2, '其中：城镇']]);
    expect(told('area,v\nA,10\nof which urban,4\nB,6\nC,1\n')).toEqual([['warning', 2, 'of which urban']]);
  });

  test('stay, with a warning, where a table of texts has a row called as totals are', () => {
    expect(told('city,grade\nA,x\nB,y\nInsgesamt,z\n')).toEqual([['warning', 3, 'Insgesamt']]);
    expect(told('city,grade\nA,x\nB,y\nInsterburg,z\n')).toEqual([]);
  });
});
