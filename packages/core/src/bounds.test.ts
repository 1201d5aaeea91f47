import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linearBounds, monotoneBounds } from './bounds.js';
import { Exact } from './exact.js';
import { Interval } from './interval.js';
import { roundedInterval } from './printed-number.js';

const share = ([part, ...rest]: Exact[]): Exact => part!.over(rest.reduce((sum, value) => sum.plus(value), part!));

describe('linearBounds', () => {
  test('different cells add their widths', () => {
    const terms = ['a', 'b'].map((cell) => ({ cell, coefficient: Exact.one, interval: roundedInterval('0.5') }));
    expect(linearBounds(terms).toString()).toBe('[0.9, 1.1]');
  });

  test('a cell used twice is one variable', () => {
    const cell = { cell: 'a', interval: roundedInterval('0.5') };
    const bounds = linearBounds([
      { ...cell, coefficient: Exact.one },
      { ...cell, coefficient: Exact.one.negated() },
    ]);
    expect(bounds.toString()).toBe('[0, 0]');
  });
});

describe('monotoneBounds', () => {
  test('a share is narrower than interval division', () => {
    const cells = ['3', '2', '2', '2'].map((token) => roundedInterval(token));
    const tight = monotoneBounds(share, cells, ['up', 'down', 'down', 'down']);
    const naive = cells[0]!.over(cells.slice(1).reduce((sum, cell) => sum.plus(cell), cells[0]!));
    expect(naive.width()!.over(tight.width()!).toNumber()).toBeGreaterThan(1.3);
  });

  test('stated directions and searched corners agree', () => {
    const token = fc.integer({ min: 10, max: 999 }).map((value) => roundedInterval((value / 10).toFixed(1)));
    fc.assert(
      fc.property(token, token, token, (a, b, c) => {
        const searched = monotoneBounds(share, [a, b, c]);
        expect(monotoneBounds(share, [a, b, c], ['up', 'down', 'down']).toString()).toBe(searched.toString());
      }),
    );
  });

  test('twelve cells without a direction are searched, more refused', () => {
    const cells = Array.from({ length: 13 }, () => Interval.parse('1', '2'));
    expect(() => monotoneBounds(share, cells)).toThrow('at most 12 cells');
    const sum = (values: Exact[]): Exact => values.reduce((total, value) => total.plus(value));
    expect(monotoneBounds(sum, cells.slice(1)).toString()).toBe('[12, 24]');
  });
});
