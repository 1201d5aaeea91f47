import { describe, expect, test } from 'vitest';
import { Table } from '@indexlab/core';
import { clusterOption, columnList, columnOptions } from './column-options.js';
import { wrappedNotes } from './wrapped-notes.js';

const columns = ['year', '人口, 万', 'firm'];

describe('an option that names a column', () => {
  test('is named where there is none, with the nearest', () => {
    expect(() => columnOptions({ timeColumn: 'yr' }, ['timeColumn'], { columns })).toThrow(
      '--time-column requires a column of the data, got "yr"',
    );
    expect(columnOptions({ by: 'year' }, ['by', 'groups'], { columns })).toEqual({ by: 'year' });
  });

  test('may name one or two clusters, also with a comma in a name', () => {
    for (const se of [
      'HC3',
      undefined,
      'cluster:firm',
      'cluster:firm,year',
      'cluster:人口, 万',
      'cluster:人口, 万,year',
    ])
      expect(clusterOption(se, { columns })).toBe(se);
    expect(() => clusterOption('cluster:firm,yr', { columns })).toThrow('--se cluster: requires a column of the data, got "yr"'); // prettier-ignore
  });

  test('may be a list', () => {
    expect(columnList('--columns', 'firm, 人口, 万 ,year', { columns })).toEqual(['firm', '人口, 万', 'year']);
    expect(() => columnList('--columns', 'firm,x', { columns })).toThrow('--columns requires a column of the data, got "x"'); // prettier-ignore
  });

  test('is named as the data name it or as its header is written', () => {
    const number = (name: string, unit: string) => ({
      type: 'number' as const,
      name,
      unit,
      values: Float64Array.of(1),
    });
    const table = new Table([number('GDP', '亿元'), number('GDP 增速', '%'), number('人口', '万人')]);
    for (const [written, name] of [
      ['GDP', 'GDP'],
      ['GDP (亿元)', 'GDP'],
      ['ＧＤＰ（亿元）', 'GDP'],
      ['GDP [亿元]', 'GDP'],
      ['GDP增速', 'GDP 增速'],
      ['GDP 增速（％）', 'GDP 增速'],
      ['人口/万人', '人口'],
    ] as const) {
      expect(columnOptions({ by: written }, ['by'], table)).toEqual({ by: name });
      expect(clusterOption(`cluster:${written}`, table)).toBe(`cluster:${name}`);
    }
    expect(columnList('--columns', 'GDP (亿元), GDP增速', table)).toEqual(['GDP', 'GDP 增速']);
    expect(() => columnOptions({ by: 'GDP (万元)' }, ['by'], table)).toThrow('--by requires a column');
  });

  test('is refused with both where two are meant', () => {
    expect(() => columnOptions({ by: 'GDP增速' }, ['by'], { columns: ['GDP 增速', 'GDP增 速'] })).toThrow(
      'GDP 增速 or GDP增 速',
    );
  });
});

test('notes below a table are wrapped, the table is not', () => {
  const table = ['='.repeat(90), 'a', '='.repeat(90), 'word '.repeat(30).trim()].join('\n');
  const lines = wrappedNotes(table).split('\n');
  expect(lines[0]).toHaveLength(90);
  expect(lines.slice(3).every((line) => line.length <= 80)).toBe(true);
  expect(lines.slice(3).join(' ').replace(/\s+/g, ' ')).toBe('word '.repeat(30).trim());
});
