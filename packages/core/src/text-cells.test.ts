import { describe, expect, test } from 'vitest';
import { numbersOf } from './data.js';
import { textCells } from './text-cells.js';

describe('textCells', () => {
  test('tells numbers as they are written from what is none', () => {
    expect(textCells(['1', '-2.5', '1,234', '3e4', '12%', '.5', '', null, 7])).toEqual({
      numbers: 7,
      others: 0,
      listed: '',
    });
    expect(textCells(['n/a', '12 a', '1,23', '-', '1.2.3', ' ']).others).toBe(6);
  });

  test('lists five texts that differ and counts the rest', () => {
    const cells = ['a', 'b', 'a', 'c', 'd', 'e', 'f', 'g'];
    expect(textCells(cells, (index) => index + 10).listed).toBe(
      '"a" (row 10 and 1 more), "b" (row 11), "c" (row 13), "d" (row 14), "e" (row 15) and 2 other texts',
    );
  });
});

describe('numbersOf', () => {
  test('names the first text of a column that is no number, and all of them in the remedy', () => {
    const data = { x: ['1', 'n/a', '3', '12 a', 'n/a'] };
    expect(() => numbersOf(data, 'x', 'correlate')).toThrow(
      expect.objectContaining({
        message: 'correlate requires finite numbers, got "n/a" (column "x", row 2)',
        remedy: expect.stringContaining('3 cells are no number: "n/a" (row 2 and 1 more), "12 a" (row 4).') as string,
      }),
    );
  });

  test('says so where texts are all numbers', () => {
    expect(() => numbersOf({ x: [1, '2'] }, 'x')).toThrow(
      expect.objectContaining({
        message: 'numbersOf requires finite numbers, got "2" (column "x", row 2)',
        remedy: expect.stringContaining('texts, all of them numbers') as string,
      }),
    );
  });
});
