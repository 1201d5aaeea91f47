import { totalLabel } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { beginsTable, numbersColumns } from './header-row.js';
import { isCodeName, isExponentCode, isPartName } from './code-like.js';
import { beginsNote } from './note-line.js';

describe('numbersColumns', () => {
  const below = [
    ['北京', '36102', '2189'],
    ['上海', '38700', '2487'],
  ];

  test.each([
    [['甲', '1', '2']],
    [['甲', '乙', '1']],
    [['(1)', '(2)', '(3)']],
    [['（1）', '（2）', '（3）=（1）/（2）']],
    [['栏次', '1', '2']],
    [['', '1', '2']],
    [['A', '1', '2']],
    [['1', '2', '3']],
  ])('takes %j for the numbers of columns', (row) => {
    expect(numbersColumns(row, below)).toBe(true);
  });

  test.each([[['北京', '1', '2']], [['1', '2', '4']], [['1', '3', '2']], [['甲', '2', '3']], [['', '', '']]])(
    'takes %j for data',
    (row) => {
      expect(numbersColumns(row, below)).toBe(false);
    },
  );

  test('takes 1 2 3 for data where the first column holds numbers, and A 1 2 where it holds letters', () => {
    expect(numbersColumns(['1', '2', '3'], [['2', '5', '8']])).toBe(false);
    expect(numbersColumns(['A', '1', '2'], [['B', '2', '3']])).toBe(false);
    expect(numbersColumns(['1', '2', '3'], [])).toBe(false);
  });
});

describe('beginsTable', () => {
  test('needs words in all columns of numbers, several different ones where no gap stands above', () => {
    expect(beginsTable(['town', 'x', 'y'], [1, 2], false)).toBe(true);
    expect(beginsTable(['AT', 'confidential', 'confidential'], [1, 2], false)).toBe(false);
    expect(beginsTable(['AT', 'x', '3'], [1, 2], true)).toBe(false);
    expect(beginsTable(['town', 'x', null], [1, 2], true)).toBe(true);
    expect(beginsTable(['AT', null, null], [1, 2], true)).toBe(false);
  });
});

describe('names and labels', () => {
  test('names of codes are known in English and Chinese, in snake and camel case', () => {
    const codes = [
      'code',
      'product_id',
      'productId',
      'countryCode',
      '行政区划代码',
      'COICOP',
      'zip',
      'PLZ',
      'ISBN',
      'fips_county',
    ];
    expect(codes.filter((name) => !isCodeName(name))).toEqual([]);
    expect(['paid', 'decode', 'GDP', 'grid', 'idea', 'barcodes sold'].filter(isCodeName)).toEqual([]);
  });

  test('names of columns that count in two parts are known', () => {
    expect(['month', '月份', 'Period', 'date', 'section_no', '版本'].every(isPartName)).toBe(true);
    expect(['monthly income', 'v'].some(isPartName)).toBe(false);
  });

  test('digits, E and digits can be a name; a sign or a point makes it a number', () => {
    expect(['1E10', '2e05', '1e+10', '1.5E3', '1E', 'E10'].map(isExponentCode)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test('notes, totals and subtotals are known by how they begin', () => {
    const notes = ['注：x', 'Source: y', 'Data from database: WDI', 'Last Updated: 2022', 'Quelle: z', '* p'];
    expect(notes.filter((text) => !beginsNote(text))).toEqual([]);
    expect(['Notting Hill', 'Sourcetown', '北京'].filter(beginsNote)).toEqual([]);
    expect(['合计', '小 计', 'Total', 'Sub-total'].map(totalLabel)).toEqual(['sum', 'part', 'sum', 'part']);
  });
});
