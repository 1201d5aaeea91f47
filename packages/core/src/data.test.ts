import { describe, expect, test } from 'vitest';
import { dataSource, numbersOf, textsOf } from './data.js';
import { Table } from './table.js';

describe('dataSource', () => {
  test('rows, records and tables all serve', () => {
    const expected = new Float64Array([1, 2]);
    expect(numbersOf([{ a: 1 }, { a: 2 }], 'a')).toEqual(expected);
    expect(numbersOf({ a: [1, 2] }, 'a')).toEqual(expected);
    expect(numbersOf(new Table([{ type: 'number', name: 'a', values: expected }]), 'a')).toEqual(expected);
  });

  test('a frame that has columns and column() serves', () => {
    const frame = { columns: ['a'], column: () => ({ values: [1, undefined] }) };
    expect(numbersOf(frame, 'a')).toEqual(new Float64Array([1, NaN]));
  });

  test('a column that rows have only sometimes is missing elsewhere', () => {
    expect(textsOf([{ a: 'x' }, { b: 'y' }], 'b')).toEqual([null, 'y']);
  });

  test('an unknown column names those there are', () => {
    expect(() => numbersOf({ a: [1] }, 'b')).toThrow('The data have no column "b"');
    expect(dataSource({ a: [1] }).columns).toEqual(['a']);
  });

  test('a text in a column of numbers is named with its row', () => {
    expect(() => numbersOf({ a: [1, 'x'] }, 'a')).toThrow('got "x" (column "a", row 2)');
  });

  test.each([
    [true, 'true'],
    [Infinity, 'Infinity'],
    ['7', '"7"'],
  ])('%s is no number, and the error names the function, the column and the row', (cell, shown) => {
    expect(() => numbersOf({ a: [1, cell] } as never, 'a', 'gini')).toThrow(
      `gini requires finite numbers, got ${shown} (column "a", row 2)`,
    );
  });

  test('an infinity in a column of doubles is refused, a gap is not; the column itself is given', () => {
    const whole = Float64Array.of(1, NaN);
    expect(numbersOf({ a: whole }, 'a')).toBe(whole);
    expect(() => numbersOf({ a: Float64Array.of(1, -Infinity) }, 'a')).toThrow('got -Infinity (column "a", row 2)');
  });
});
