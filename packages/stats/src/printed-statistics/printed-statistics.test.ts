import { readFileSync } from 'node:fs';
import { printedNumber } from '@indexlab/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctDigits, worstDigits } from '../correct-digits.js';
import { correlation } from '../correlation/index.js';
import { regress } from '../regression/index.js';
import type { BoundedNumber } from './bounded-number.js';
import { printedCoefficient, printedCorrelation } from './index.js';

interface Bounds {
  value: number;
  least: number;
  most: number;
}
type Rows<Name extends string> = Record<Name, Bounds>;
const reference = JSON.parse(
  readFileSync(new URL('../../references/printed-statistics.json', import.meta.url), 'utf8'),
) as {
  correlations: ({ r: string; n: number; level: number } & Rows<'statistic' | 'pValue' | 'lower' | 'upper'>)[];
  coefficients: {
    estimate: string;
    standardError?: string;
    statistic?: string;
    degreesOfFreedom: number | null;
    level: number;
    rows: Rows<'standardError' | 'statistic' | 'pValue' | 'lower' | 'upper'>;
  }[];
};
const numbers = ({ value, interval }: BoundedNumber): number[] => [
  value,
  interval.lower!.toNumber(),
  interval.upper!.toNumber(),
];
const expectedNumbers = ({ value, least, most }: Bounds): number[] => [value, least, most];

describe('as SciPy, the ends searched for on a grid', () => {
  test.each(reference.correlations)('r = $r of $n pairs', ({ r, n, level, ...expected }) => {
    const computed = printedCorrelation({ r, n, level });
    for (const name of ['statistic', 'pValue', 'lower', 'upper'] as const) {
      expect(worstDigits(numbers(computed[name]), expectedNumbers(expected[name])), name).toBeGreaterThan(12);
    }
  });

  test.each(reference.coefficients)(
    '$estimate with $standardError or t $statistic',
    ({ estimate, standardError, statistic, degreesOfFreedom, level, rows }) => {
      const beside = standardError === undefined ? { statistic: statistic! } : { standardError };
      const computed = printedCoefficient({
        estimate,
        ...beside,
        level,
        ...(degreesOfFreedom === null ? {} : { degreesOfFreedom }),
      });
      for (const name of ['standardError', 'statistic', 'pValue', 'lower', 'upper'] as const) {
        expect(worstDigits(numbers(computed[name]), expectedNumbers(rows[name])), name).toBeGreaterThan(12);
      }
    },
  );
});

describe('laws', () => {
  test('what data give lies within what their printed correlation allows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), {
          minLength: 4,
          maxLength: 20,
        }),
        fc.integer({ min: 1, max: 4 }),
        (rows, decimals) => {
          const [x, y] = [rows.map(([a]) => a), rows.map(([, b]) => b)];
          fc.pre([x, y].every((values) => new Set(values).size > 1));
          const full = correlation(x, y);
          fc.pre(Math.abs(full.estimate) < 1 - 1e-9);
          const printed = printedCorrelation({ r: full.estimate.toFixed(decimals), n: rows.length });
          for (const name of ['statistic', 'pValue', 'lower', 'upper'] as const)
            expectWithin(full[name], printed[name]);
        },
      ),
    );
  });

  test('what a regression gives lies within what its printed coefficient allows, with error or t', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 15 }),
        fc.integer({ min: 1, max: 4 }),
        (y, decimals) => {
          fc.pre(new Set(y).size > 2);
          const regression = regress('y ~ x', { x: y.map((_, i) => i), y });
          const row = regression.terms[1]!;
          fc.pre(row.standardError > 0.01);
          const { degreesOfFreedom } = regression;
          const [estimate, standardError, statistic] = [row.estimate, row.standardError, row.statistic].map((value) =>
            value.toFixed(decimals),
          ) as [string, string, string];
          for (const beside of [{ standardError }, { statistic }]) {
            const printed = printedCoefficient({ estimate, degreesOfFreedom, ...beside });
            for (const name of ['estimate', 'standardError', 'statistic', 'pValue', 'lower', 'upper'] as const)
              expectWithin(row[name], printed[name]);
          }
        },
      ),
    );
  });

  test('more digits never allow more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -98, max: 98 }),
        fc.integer({ min: -49, max: 49 }),
        fc.integer({ min: 4, max: 500 }),
        (hundredths, rest, n) => {
          const coarse = printedCorrelation({ r: (hundredths / 100).toFixed(2), n });
          const fine = printedCorrelation({ r: ((100 * hundredths + rest) / 10000).toFixed(4), n });
          expect(coarse.estimate.interval.covers(fine.estimate.interval)).toBe(true);
          for (const name of ['statistic', 'pValue', 'lower', 'upper'] as const) {
            expectWithin(fine[name].interval.lower!.toNumber(), coarse[name]);
            expectWithin(fine[name].interval.upper!.toNumber(), coarse[name]);
          }
        },
      ),
    );
  });
});

describe('what digits leave open stays open', () => {
  test('an r that may be one has an unbounded t and a p-value down to zero', () => {
    const { estimate, statistic, pValue, upper } = printedCorrelation({ r: '1.00', n: 30 });
    expect(estimate.interval.toString()).toBe('[0.995, 1]');
    expect([statistic.interval.upper, pValue.interval.lower!.toNumber(), upper.interval.upper!.toNumber()]).toEqual([
      null,
      0,
      1,
    ]);
  });

  test('a standard error that may be zero leaves t unbounded', () => {
    const { statistic, pValue } = printedCoefficient({ estimate: '0.04', standardError: '0.00', degreesOfFreedom: 50 });
    expect(statistic.interval.upper).toBe(null);
    expect(correctDigits(statistic.interval.lower!.toNumber(), 0.035 / 0.005)).toBeGreaterThan(14);
    expect(pValue.interval.lower!.toNumber()).toBe(0);
  });

  test('a t that may be zero leaves the standard error and the interval unbounded', () => {
    const { standardError, pValue, lower, upper } = printedCoefficient({ estimate: '0.1', statistic: '0.0' });
    expect([standardError.interval.upper, lower.interval.lower, upper.interval.upper]).toEqual([null, null, null]);
    expect(pValue.interval.upper!.toNumber()).toBe(1);
  });

  test('a qualified number is taken at all it allows', () => {
    const { estimate, pValue } = printedCorrelation({ r: printedNumber('0.9', { qualifier: 'over' }), n: 12 });
    expect(numbers(estimate)).toEqual([0.95, 0.9, 1]);
    expect(
      correctDigits(
        pValue.interval.upper!.toNumber(),
        printedCorrelation({ r: printedNumber('0.9', { exact: true }), n: 12 }).pValue.value,
      ),
    ).toBe(16);
  });
});

/** A value lies in an interval, but for rounding in the last digits. */
function expectWithin(value: number, { interval }: BoundedNumber): void {
  const margin = 1e-11 * Math.max(1e-3, Math.abs(value));
  if (interval.lower !== null) expect(value).toBeGreaterThanOrEqual(interval.lower.toNumber() - margin);
  if (interval.upper !== null) expect(value).toBeLessThanOrEqual(interval.upper.toNumber() + margin);
}

describe('what cannot be computed is an error', () => {
  test.each([
    [
      'an r above one',
      () => printedCorrelation({ r: '1.2', n: 20 }),
      'printedCorrelation requires an r in [-1, 1], got 1.2',
    ],
    [
      'two pairs',
      () => printedCorrelation({ r: '0.5', n: 2 }),
      'printedCorrelation requires at least three pairs, got 2',
    ],
    [
      'no number',
      () => printedCorrelation({ r: '0.5**', n: 20 }),
      'Exact.parse requires a decimal number, got "0.5**"',
    ],
    [
      'a negative standard error',
      () => printedCoefficient({ estimate: '1', standardError: '-0.5' }),
      'printedCoefficient requires a standard error in [0, inf], got -0.5',
    ],
    [
      'signs that contradict',
      () => printedCoefficient({ estimate: '0.5', statistic: '-2.1' }),
      'printedCoefficient requires an estimate and a t of one sign, got 0.5 and -2.1',
    ],
    [
      'an open estimate',
      () => printedCoefficient({ estimate: printedNumber('5', { qualifier: 'over' }), standardError: '1' }),
      'an estimate with bounds on both sides, got [5, inf] (5)',
    ],
  ])('%s', (_what, compute, message) => expect(compute).toThrow(message));
});
