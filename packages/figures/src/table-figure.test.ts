import { exactDigits, Table } from '@indexlab/core';
import { expect, test } from 'vitest';
import { tableFigure } from './table-figure.js';

test('tableFigure prints the digits that a table carries', () => {
  const table = new Table([
    { type: 'text', name: 'city', values: ['北京', null] },
    { type: 'number', name: 'score', values: Float64Array.of(25.8, NaN), decimals: Int8Array.of(2, 0) },
    { type: 'number', name: 'rank', values: Float64Array.of(1, 2), decimals: Int8Array.of(exactDigits, exactDigits) },
  ]);
  expect(tableFigure(table).rows).toEqual([
    ['北京', '25.80', '1'],
    ['–', '–', '2'],
  ]);
  expect(tableFigure(table, { columns: [{ name: 'score', decimals: 1 }] }).rows).toEqual([['25.8'], ['–']]);
});

test('tableFigure picks, orders and names columns', () => {
  const { columns, rows } = tableFigure({ a: [1], b: ['x'] }, { columns: ['b', { name: 'a', title: 'A' }] });
  expect(columns).toEqual([
    { title: 'b', align: 'left' },
    { title: 'A', align: 'right' },
  ]);
  expect(rows).toEqual([['x', '1']]);
});

test('tableFigure keeps the first rows and counts the others', () => {
  const { rows, omitted } = tableFigure({ a: Array.from({ length: 351 }, (_, row) => row) });
  expect([rows.length, omitted]).toEqual([20, 331]);
});

test('tableFigure has one number of decimals per column, whichever rows it keeps', () => {
  expect(tableFigure({ a: [1, 2.125] }, { limit: 1 }).rows).toEqual([['1.000']]);
});

test('tableFigure prints cells of any kind', () => {
  expect(tableFigure([{ a: true, b: [1], c: 2n, d: { e: 1 } }]).rows).toEqual([['true', '[1]', '2', '{"e":1}']]);
});

test('tableFigure refuses decimals for texts and unknown columns', () => {
  expect(() => tableFigure({ a: ['x'] }, { columns: [{ name: 'a', decimals: 2 }] })).toThrow('column "a"');
  expect(() => tableFigure({ a: ['x'] }, { columns: ['b'] })).toThrow('no column "b"');
});
