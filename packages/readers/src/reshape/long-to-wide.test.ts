import { Table } from '@indexlab/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longToWide } from './long-to-wide.js';
import { readCsv } from '../csv/read-csv.js';
import { contentOf } from '../table.testing.js';
import { wideToLong, yearsToRows } from './wide-to-long.js';

const csv = (text: string) => readCsv(text).table;
const long = csv(
  'place,year,indicator,value,unit\n北京,2018,GDP,3.0,万亿元\n北京,2018,人口,21.5,百万人\n上海,2019,GDP,3.80,万亿元\n',
);
const columns = { keys: ['place', 'year'], names: 'indicator', values: 'value' };

describe('longToWide', () => {
  test('makes a row for each combination of keys and a column for each name, in the order they appear', () => {
    expect(longToWide(long, columns).toRows()).toEqual([
      { place: '北京', year: 2018, GDP: 3, 人口: 21.5 },
      { place: '上海', year: 2019, GDP: 3.8, 人口: null },
    ]);
  });

  test('takes decimals and units along', () => {
    expect(longToWide(long, { ...columns, units: 'unit' }).numbers('GDP')).toMatchObject({
      unit: '万亿元',
      decimals: new Int8Array([1, 2]),
    });
  });

  test('refuses two values for one place, a value without a name, two units for one indicator', () => {
    expect(() => longToWide(csv('p,i,v\na,x,1\na,x,2\n'), { keys: ['p'], names: 'i', values: 'v' })).toThrow(
      'longToWide requires one value for each combination of keys, got two of "x" (rows 1 and 2)',
    );
    expect(() => longToWide(csv('p,i,v\na,,1\nb,x,2\n'), { keys: ['p'], names: 'i', values: 'v' })).toThrow(
      'requires a name for each value, got none (column "i", row 1)',
    );
    expect(() =>
      longToWide(csv('p,i,v,u\na,x,1,km\nb,x,2,m\n'), { keys: ['p'], names: 'i', values: 'v', units: 'u' }),
    ).toThrow('requires one unit for each indicator, got km and m (column "u")');
  });

  test('is undone by wideToLong, and undoes it', () => {
    const cells = fc.array(fc.option(fc.integer({ min: 0, max: 99 }), { nil: null }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 5 }), (rows) => {
        const wide = new Table([
          { type: 'text', name: 'place', values: rows.map((_, row) => `p${row}`) },
          ...['a', 'b', 'c', 'd'].map((name, column) => ({
            type: 'number' as const,
            name,
            values: Float64Array.from(rows, (row) => row[column] ?? NaN),
            decimals: new Int8Array(rows.length),
          })),
        ]);
        expect(
          contentOf(
            longToWide(wideToLong(wide, { keys: ['place'] }), { keys: ['place'], names: 'indicator', values: 'value' }),
          ),
        ).toEqual(contentOf(wide));
      }),
    );
  });
});

describe('wideToLong', () => {
  test('says units in a column of their own where they differ', () => {
    expect(wideToLong(csv('p,a（元）,b（人）\nx,1,2\n'), { keys: ['p'] }).toRows()).toEqual([
      { p: 'x', indicator: 'a', value: 1, unit: '元' },
      { p: 'x', indicator: 'b', value: 2, unit: '人' },
    ]);
    expect(wideToLong(csv('p,a（元）,b（元）\nx,1,2\n'), { keys: ['p'] }).numbers('value').unit).toBe('元');
  });

  test('refuses to mix texts and numbers, and to have nothing to turn', () => {
    expect(() => wideToLong(csv('p,a,b\nx,1,y\n'), { keys: ['p'] })).toThrow(
      'require one type, got texts in b and numbers in others',
    );
    expect(() => wideToLong(csv('p\nx\n'), { keys: ['p'] })).toThrow(
      'wideToLong requires columns besides the keys, got none (keys p)',
    );
  });
});

describe('yearsToRows', () => {
  test('makes a panel of years in columns, of one indicator or several', () => {
    expect(yearsToRows(csv('place,2018,2019\n北京,1,2\n上海,3,—\n'), { keys: ['place'] }).toRows()).toEqual([
      { place: '北京', year: 2018, value: 1 },
      { place: '北京', year: 2019, value: 2 },
      { place: '上海', year: 2018, value: 3 },
      { place: '上海', year: 2019, value: null },
    ]);
    expect(yearsToRows(csv('place,GDP_2019,人口2018年,2018 GDP\n北京,1,2,3\n'), { keys: ['place'] }).toRows()).toEqual([
      { place: '北京', year: 2018, GDP: 3, 人口: 2 },
      { place: '北京', year: 2019, GDP: 1, 人口: null },
    ]);
  });

  test('refuses columns without a year, and two columns for one year', () => {
    expect(() => yearsToRows(csv('place,a,2018\nx,1,2\n'), { keys: ['place'] })).toThrow(
      'yearsToRows requires columns that name a year, got a',
    );
    expect(() => yearsToRows(csv('place,GDP 2018,2018 GDP\nx,1,2\n'), { keys: ['place'] })).toThrow(
      'got 2018 GDP, GDP 2018',
    );
  });
});
