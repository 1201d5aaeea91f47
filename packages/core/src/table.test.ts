import { describe, expect, test } from 'vitest';
import { cellInterval, cellToken, exactDigits, Table } from './table.js';

const score = {
  type: 'number' as const,
  name: 'score',
  values: new Float64Array([0.25, 10.191, NaN]),
  decimals: new Int8Array([4, 3, 0]),
};
const table = new Table([{ type: 'text', name: 'place', values: ['A', 'B', null] }, score]);

describe('Table', () => {
  test('a cell keeps its printed digits', () => {
    expect(cellToken(score, 0)).toBe('0.2500');
    expect(cellInterval(score, 1).toString()).toBe('[10.1905, 10.1915]');
  });

  test('an exact cell is a point', () => {
    const rank = { ...score, decimals: new Int8Array([exactDigits, exactDigits, exactDigits]) };
    expect(cellInterval(rank, 0).toString()).toBe('[0.25, 0.25]');
  });

  test('rows are plain objects with null where missing', () => {
    expect(table.toRows()[2]).toEqual({ place: null, score: null });
  });

  test('rows keeps order and digits', () => {
    const chosen = table.rows([1, 0]);
    expect(chosen.texts('place').values).toEqual(['B', 'A']);
    expect(cellToken(chosen.numbers('score'), 1)).toBe('0.2500');
  });

  test('a column is found with and without the blanks of its name, unless two differ in nothing else', () => {
    const growth = new Table([{ type: 'text', name: 'GDP 增速', values: ['x'] }]);
    expect([growth.column('GDP增速').name, growth.has('GDP增速'), growth.has('GDP')]).toEqual([
      'GDP 增速',
      true,
      false,
    ]);
    const two = new Table(['a b', 'ab '].map((name) => ({ type: 'text' as const, name, values: [] })));
    expect([two.has('a b'), two.has('ab')]).toEqual([true, false]);
  });

  test('a missing column names what there is', () => {
    expect(() => table.column('rank')).toThrow('Table has no column "rank"');
  });

  test('columns of different length are refused with both numbers', () => {
    expect(() => new Table([score, { type: 'text', name: 'place', values: [] }])).toThrow('got 0 and 3');
  });
});
