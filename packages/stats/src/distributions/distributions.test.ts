import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctDigits } from '../correct-digits.js';
import * as distributions from './index.js';

interface Row {
  distribution: 't' | 'f' | 'chiSquared' | 'normal';
  parameters: number[];
  x: number;
  lower: number;
  upper: number;
}
const { rows } = JSON.parse(readFileSync(new URL('../../references/distributions.json', import.meta.url), 'utf8')) as {
  rows: Row[];
};

type Function = (x: number, ...parameters: number[]) => number;
const functionsOf = (
  distribution: Row['distribution'],
): Record<'Cumulative' | 'UpperTail' | 'Quantile' | 'UpperQuantile', Function> => {
  const all = distributions as unknown as Record<string, Function>;
  return {
    Cumulative: all[`${distribution}Cumulative`]!,
    UpperTail: all[`${distribution}UpperTail`]!,
    Quantile: all[`${distribution}Quantile`]!,
    UpperQuantile: all[`${distribution}UpperQuantile`]!,
  };
};

describe.each(['t', 'f', 'chiSquared', 'normal'] as const)('%s', (distribution) => {
  const functions = functionsOf(distribution);
  const ours = rows.filter((row) => row.distribution === distribution);

  test('gives both tails to 13 digits', () => {
    const wrong = ours.filter(
      ({ x, parameters, lower, upper }) =>
        correctDigits(functions.Cumulative(x, ...parameters), lower) < 13 ||
        correctDigits(functions.UpperTail(x, ...parameters), upper) < 13,
    );
    expect(wrong).toEqual([]);
  });

  test('gives quantiles to 13 digits, from the tail that is the smaller one', () => {
    const wrong = ours.filter(({ x, parameters, lower, upper }) => {
      const quantile =
        lower < upper ? functions.Quantile(lower, ...parameters) : functions.UpperQuantile(upper, ...parameters);
      // Near the middle a symmetric distribution's x is known to the digits of 1/2 - p only.
      const known = distribution === 't' || distribution === 'normal' ? 16 + Math.log10(2 * lower - 1) : 16;
      return correctDigits(quantile, x) < Math.min(13, known - 1);
    });
    expect(wrong).toEqual([]);
  });

  test('gives a quantile at which the tail is the probability again', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-12, max: 0.5, noNaN: true }),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        (p, df1, df2) => {
          const parameters = { t: [df1], f: [df1, df2], chiSquared: [df1], normal: [] }[distribution];
          expect(
            correctDigits(functions.UpperTail(functions.UpperQuantile(p, ...parameters), ...parameters), p),
          ).toBeGreaterThan(11.5);
        },
      ),
    );
  });

  test('refuses a probability outside 0 and 1, and NaN', () => {
    expect(() => functions.Quantile(1.5, 2, 2)).toThrow(`requires a probability from 0 to 1, got 1.5`);
    expect(() => functions.UpperTail(NaN, 2, 2)).toThrow(`${distribution}UpperTail requires a number, got NaN`);
  });
});

describe('the ends', () => {
  test('are reached without NaN', () => {
    expect(distributions.tUpperTail(Infinity, 3)).toBe(0);
    expect(distributions.tQuantile(0, 3)).toBe(-Infinity);
    expect(distributions.fUpperTail(0, 2, 3)).toBe(1);
    expect(distributions.normalQuantile(1)).toBe(Infinity);
    expect(distributions.chiSquaredQuantile(0, 4)).toBe(0);
    expect(distributions.fUpperTail(1e250, 3, 1e-3)).toBeGreaterThan(0.1);
  });

  test('of the degrees of freedom are the normal and the chi-squared distribution', () => {
    expect(distributions.tUpperTail(2, Infinity)).toBe(distributions.normalUpperTail(2));
    expect(distributions.fUpperTail(3, 2, Infinity)).toBe(distributions.chiSquaredUpperTail(6, 2));
  });

  test('of t with few degrees of freedom are far away', () => {
    expect(correctDigits(distributions.tUpperTail(1e120, 1), 1e-120 / Math.PI)).toBeGreaterThan(13);
  });
});
