import { readFileSync } from 'node:fs';
import { cellToken } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { readOds } from './read-ods.js';
import { readXls } from './read-xls.js';

const file = (name: string) => new Uint8Array(readFileSync(new URL(`../../references/${name}`, import.meta.url)));

describe.each([
  ['readOds', readOds, 'workbook.ods'],
  ['readXls', readXls, 'workbook.xls'],
] as const)('%s', (_, read, name) => {
  const options = { header: 2 };

  test('reads what LibreOffice writes: printed decimals, percentages, dates, formulas, marks, umlauts', () => {
    const { table, report } = read(file(name), options);
    expect(table.toRows()).toEqual([
      { 城市: '北京', 指数: 27.7, share: 7.5, day: '2019-01-31', mark: 'm²', double: 55.4 },
      { 城市: '上海', 指数: 1234.56, share: 50, day: '1999-12-31', mark: '12.5¹', double: 2469.12 },
      { 城市: 'São Tomé <&>', 指数: -0.004, share: 100, day: '2020-02-29', mark: 'CO₂', double: -0.008 },
    ]);
    expect([
      cellToken(table.numbers('指数'), 0),
      cellToken(table.numbers('share'), 1),
      table.numbers('share').unit,
    ]).toEqual(['27.70', '50.0', '%']);
    expect(table.numbers('double').decimals).toBeUndefined();
    const told = report.notes.map(({ rule, column, line, weight }) => [rule, column, line, weight]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['sheet', null, null, 'note'],
        ['formula', 'double', null, 'note'],
        ['date', 'day', null, 'note'],
        ['merged', null, null, 'note'],
        ['hidden', null, 4, 'warning'],
        ['hidden', 'day', null, 'warning'],
      ]),
    );
  });

  test('takes a sheet and a range', () => {
    expect(read(file(name), { sheet: 'README', header: false }).table.texts('column 2').values).toEqual(['See below.']);
    expect(read(file(name), { sheet: '数据', range: 'A2:B4' }).table.toRows()).toEqual([
      { 城市: '北京', 指数: 27.7 },
      { 城市: '上海', 指数: 1234.56 },
    ]);
    expect(() => read(file(name), { sheet: '数椐' })).toThrow('requires a sheet of the workbook, got "数椐"');
  });
});
