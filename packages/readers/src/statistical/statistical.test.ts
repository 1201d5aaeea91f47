import { readFileSync } from 'node:fs';
import { Table } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { readTable } from '../read-table.js';
import { readDta } from './read-dta.js';
import { readSav } from './read-sav.js';
import { stataNames } from './stata-names.js';
import { writeDta } from './write-dta.js';

const file = (name: string) => new Uint8Array(readFileSync(new URL(`../../references/${name}`, import.meta.url)));

describe('readDta', () => {
  const rows = (city: string[], region: string, note: (string | null)[]) => [
    {
      city: city[0],
      region: 'North',
      income: 25.8,
      'income flag': null,
      day: '2019-01-31',
      moment: '2019-01-31 13:05:00',
      count: 1,
      note: note[0],
    },
    {
      city: city[1],
      region,
      income: null,
      'income flag': null,
      day: '1959-12-31',
      moment: null,
      count: -5,
      note: note[1],
    },
    {
      city: city[2],
      region,
      income: null,
      'income flag': '.a',
      day: null,
      moment: '1960-01-01',
      count: null,
      note: null,
    },
    {
      city: null,
      region: '9',
      income: null,
      'income flag': '.z',
      day: '2020-02-29',
      moment: '2020-02-29 23:59:59',
      count: 100,
      note: 'x',
    },
  ];

  test.each([8, 10, 12, 13])('reads what haven writes for Stata %i', (version) => {
    expect(readDta(file(`haven-${version}.dta`)).table.toRows()).toEqual(
      rows(['Paris', 'Rome', 'Zurich'], 'East', ['a', 'b']),
    );
  });

  test.each([14, 15])('reads what haven writes for Stata %i, with texts of any length', (version) => {
    const { table, report } = readDta(file(`haven-${version}.dta`));
    expect(table.toRows()).toEqual(rows(['北京', '上海', 'Zürich'], '华东', ['长'.repeat(900), 'short']));
    expect(report.notes.map(({ rule, column, weight, value }) => [rule, column, weight, value])).toEqual(
      expect.arrayContaining([
        ['label', 'city', 'note', '城市名称'],
        ['label', 'region', 'warning', '9'],
        ['flag', 'income', 'note', '.a'],
        ['date', 'day', 'note', '%td'],
      ]),
    );
  });

  test.each(['118', '119', '118-big'])('reads what pandas writes in format %s', (version) => {
    const long = version === '118-big' ? [] : ['字'.repeat(800), null, 'x'];
    expect(readDta(file(`pandas-${version}.dta`)).table.toRows()).toEqual(
      [
        { 城市: '北京', value: 0.1, single: 0.1, small: 1, tier: '一线', month: '2019-01' },
        { 城市: '上海', value: null, single: 2.5, small: -100, tier: '二线', month: '1959-12' },
        { 城市: null, value: -1e300, single: null, small: 100, tier: '一线', month: '2020-02' },
      ].map((row, index) => (long.length > 0 ? { ...row, note: long[index] } : row)),
    );
  });

  test('reads the format of Stata 13, and what foreign writes', () => {
    expect(readDta(file('pandas-117.dta')).table.texts('note').values[0]).toBe('a'.repeat(3000));
    expect(readDta(file('foreign.dta')).table.toRows()).toEqual([
      { city: 'Paris', value: 0.1, day: 21580 },
      { city: 'Rome', value: null, day: null },
    ]);
  });

  test.each(['foreign-6.dta', 'foreign-7.dta'])(
    'reads the formats before Stata 8, which foreign writes: %s',
    (name) => {
      const { table } = readDta(file(name));
      expect(table.toRows()).toEqual([
        { city: 'A', v: 1.5, n: 1, g: 'x' },
        { city: 'Bonn', v: null, n: null, g: 'y' },
        { city: 'NA', v: 2, n: 300, g: 'x' },
      ]);
      expect(readTable(file(name)).report.format).toBe('dta');
    },
  );

  test('takes types, decimals and exactness as other readers do', () => {
    const { table } = readDta(file('pandas-118.dta'), {
      types: { small: 'text' },
      decimals: { value: 1 },
      exact: ['single'],
    });
    expect([
      table.texts('small').values,
      table.numbers('value').decimals![0],
      table.numbers('single').decimals![0],
    ]).toEqual([['1', '-100', '100'], 1, -1]);
    expect(() => readDta(file('pandas-118.dta'), { exact: ['valeu'] })).toThrow('got valeu (option exact)');
  });

  test('refuses other formats', () => {
    expect(() => readDta(new Uint8Array([105, 2, 1, 0]))).toThrow('of the formats 108 to 119, got 105');
  });
});

describe('readSav', () => {
  test.each(['haven.sav', 'haven-uncompressed.sav', 'haven.zsav'])(
    'reads %s: labels, missing codes, long names and texts',
    (name) => {
      const { table, report } = readSav(file(name));
      expect(table.toRows()).toEqual([
        {
          city: '北京',
          region: 'North',
          age: 20,
          'age flag': null,
          day: '2019-01-31',
          a_name_of_many_letters: 1.5,
          note: '长'.repeat(200),
          after: 1,
        },
        {
          city: '上海',
          region: '华东',
          age: null,
          'age flag': '99',
          day: '1959-12-31',
          a_name_of_many_letters: 2,
          note: 'short',
          after: 2,
        },
        {
          city: 'Zürich',
          region: '华东',
          age: null,
          'age flag': '-3',
          day: null,
          a_name_of_many_letters: 1000,
          note: null,
          after: 3,
        },
        {
          city: null,
          region: '9',
          age: null,
          'age flag': null,
          day: '2020-02-29',
          a_name_of_many_letters: -1e10,
          note: 'y'.repeat(600),
          after: 4,
        },
      ]);
      expect(report.notes).toContainEqual(
        expect.objectContaining({
          rule: 'flag',
          column: 'age',
          message: 'codes of missing cells stand in the column "age flag": -3, 99 (refused)',
        }),
      );
    },
  );
});

describe('writeDta', () => {
  const table = new Table([
    { type: 'text', name: '城市', values: ['北京', null, 'Zürich'] },
    { type: 'number', name: 'GDP per head', unit: '亿元', values: new Float64Array([25.8, NaN, -1e300]) },
    { type: 'text', name: 'long', values: ['长'.repeat(900), null, ''] },
    { type: 'number', name: 'x', values: new Float64Array([1, -0.5, 8.98e307]), decimals: new Int8Array([2, 2, 2]) },
  ]);

  test('is read back as the same values, Chinese included', () => {
    const { table: read, report } = readDta(writeDta(table));
    expect(read.columns).toEqual(['城市', 'GDP_per_head', 'long_', 'x']);
    expect(read.texts('城市').values).toEqual(['北京', null, 'Zürich']);
    expect(read.texts('long_').values).toEqual(['长'.repeat(900), null, null]);
    expect(read.numbers('GDP_per_head').values).toEqual(new Float64Array([25.8, NaN, -1e300]));
    expect(read.numbers('x').values).toEqual(new Float64Array([1, -0.5, 8.98e307]));
    expect(report.notes.filter(({ rule }) => rule === 'label').map(({ value }) => value)).toEqual([
      'GDP per head（亿元）',
      'long',
    ]);
  });

  test('refuses what Stata cannot hold', () => {
    const wide = new Table([{ type: 'number', name: 'x', values: new Float64Array([1e308]) }]);
    expect(() => writeDta(wide)).toThrow('requires numbers that Stata holds, got 1e+308 (column "x", row 1)');
    expect(() => writeDta(new Table([]))).toThrow('requires 1 to 32767 columns, got 0');
  });
});

describe('stataNames', () => {
  test('keeps letters of any script, and makes the rest allowed and distinct', () => {
    expect(stataNames(['指数', 'a b', 'a-b', '2019', 'if', '%', '_x_', 'n'.repeat(40), 'n'.repeat(41)])).toEqual([
      '指数',
      'a_b',
      'a_b_2',
      '_2019',
      'if_',
      'column_6',
      'x',
      'n'.repeat(32),
      `${'n'.repeat(30)}_2`,
    ]);
  });
});
