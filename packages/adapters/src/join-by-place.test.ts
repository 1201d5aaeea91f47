import { Table } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { joinByPlace } from './join-by-place.js';

const table = (places: string[], values: number[]): Table =>
  new Table([
    { type: 'text', name: 'place', values: places },
    {
      type: 'number',
      name: 'index',
      values: Float64Array.from(values),
      decimals: Int8Array.from(values, (_, row) => row),
    },
  ]);
const placed = (places: string[], values: number[]) => ({ table: table(places, values), column: 'index' });

describe('joinByPlace', () => {
  test('keeps the places in common, in the order of the first table, with their printed decimals', () => {
    const { table: joined } = joinByPlace({
      a: placed(['1', '2', '3'], [10, 20, 30]),
      b: placed(['3', '2'], [300, 200]),
    });
    expect(joined.texts('place').values).toEqual(['2', '3']);
    expect(joined.numbers('b').values).toEqual(new Float64Array([200, 300]));
    expect(joined.numbers('b').decimals).toEqual(new Int8Array([1, 0]));
  });

  test('reports what did not match on either side', () => {
    const { unmatched } = joinByPlace({ a: placed(['1', '2'], [1, 2]), b: placed(['2', '4'], [2, 4]) });
    expect(unmatched).toEqual({ a: ['1'], b: ['4'] });
  });

  test('refuses a place that stands twice', () => {
    expect(() => joinByPlace({ a: placed(['1', '1'], [1, 2]) })).toThrow(
      'each place once, got 1 again (column "a", row 2)',
    );
  });

  test('refuses tables without a place in common', () => {
    expect(() => joinByPlace({ a: placed(['1'], [1]), b: placed(['2'], [2]) })).toThrow(
      'places in common, got none (columns a, b)',
    );
  });
});
