import { Table } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { Evidence } from './evidence.js';

const table = new Table([
  { type: 'text', name: 'name', values: ['北京', '上海'] },
  { type: 'text', name: 'place', values: ['110000', '310000'] },
  { type: 'number', name: 'index', values: new Float64Array([10.2, 5.3]), decimals: new Int8Array([3, 1]) },
]);
const evidence = (): Evidence => new Evidence(() => table);

describe('Evidence', () => {
  test('it records what was read with the digits as printed', () => {
    const read = evidence();
    read.at('total', '110000', 'index');
    expect(read.cells).toEqual([
      { ref: 'total#1/name', printed: '北京' },
      { ref: 'total#1/index', printed: '10.200' },
    ]);
  });

  test('a cell read twice is recorded once', () => {
    const read = evidence();
    read.cell('total', 1, 'index');
    read.column('total', 'index');
    expect(read.cells.map(({ ref }) => ref)).toEqual(['total#1/index', 'total#2/index']);
  });

  test('a place that the table does not list is named', () => {
    expect(evidence().rowOf('total', '440300')).toBeNull();
    expect(() => evidence().at('total', '440300', 'index')).toThrow('got 440300 (table "total")');
  });

  test('a row outside the table is refused', () => {
    expect(() => evidence().cell('total', 3, 'index')).toThrow('a row from 1 to 2, got 3');
  });
});
