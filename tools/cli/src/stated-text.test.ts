import { roundedInterval } from '@indexlab/core';
import { recoverWeights } from '@indexlab/index-engine';
import { displayWidth } from '@indexlab/figures';
import { describe, expect, test } from 'vitest';
import { statedText } from './stated-text.js';

const printed = (...tokens: string[]) => tokens.map((token) => roundedInterval(token));
const published = {
  unit: ['p', 'q', 'r'],
  total: printed('50.0', '60.0', '30.0'),
  parts: { a: printed('100.0', '60.0', '0.0'), b: printed('0.0', '60.0', '60.0') },
};
const said = (stated: Readonly<Record<string, string>>): string => {
  const { stated: verdict, status } = recoverWeights({ ...published, stated });
  return statedText(verdict!, stated, status === 'feasible').replaceAll(/\n +/g, ' ');
};

describe('what is said of stated weights', () => {
  test('that can have produced the totals, with how their digits were read', () => {
    expect(said({ a: '0.50', b: '0.50' })).toBe(
      'The stated weights can have produced the totals.\nThe stated weights were read as their digits say: a 0.495 to 0.505, b 0.495 to 0.505.',
    );
  });

  test('of a percentage and of an exact number', () => {
    expect(said({ a: '50%', b: '1' })).toContain('a 0.495 to 0.505, b exactly 1.');
  });

  test('whose sum is not one', () => {
    expect(said({ a: '0.50', b: '0.60' })).toContain(
      'cannot have produced the totals: they sum to 110 %, and nothing that rounds to them sums to 100 %.',
    );
  });

  test('that fit none of some rows, and that other weights do', () => {
    const text = said({ a: '0.40', b: '0.60' });
    expect(text).toContain('fits any of these rows, taken one by one: p, r.');
    expect(text).toContain('Other weights fit every row, so the exit status is 0; it is 1 where no weights fit.');
  });

  test('fits 80 columns', () => {
    const stated = { a: '0.40', b: '0.60' };
    const text = statedText(recoverWeights({ ...published, stated }).stated!, stated, true);
    expect(Math.max(...text.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
  });
});
