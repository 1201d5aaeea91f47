import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctDigits } from '../correct-digits.js';
import { tTwoSided } from '../distributions/index.js';
import { correlationTail } from './correlation-tail.js';
import {
  type Adjustment,
  adjustments,
  adjustPValues,
  correlate,
  type CorrelationMethod,
  correlation,
  type CorrelationRow,
  correlationSizeCheck,
  partialCorrelation,
} from './index.js';

interface Expected {
  a: string;
  b: string;
  n: number;
  estimate: number;
  pValue: number;
  lower: number;
  upper: number;
}
const reference = JSON.parse(
  readFileSync(new URL('../../references/correlation.json', import.meta.url), 'utf8'),
) as Record<CorrelationMethod, Expected[]> & {
  columns: Record<string, (number | null)[]>;
  partialPearson: Expected;
  partialSpearman: Expected;
  pValues: (number | null)[];
  adjusted: Record<Adjustment, (number | null)[]>;
};
const columns = Object.fromEntries(
  Object.entries(reference.columns).map(([name, values]) => [name, Float64Array.from(values, (value) => value ?? NaN)]),
);
const methods: CorrelationMethod[] = ['pearson', 'spearman', 'kendall'];
type Interval = Pick<Expected, 'estimate' | 'lower' | 'upper' | 'pValue'>;

/** The fewest digits of estimate and interval, and of the p-value. */
function digits(
  computed: { [name in keyof Interval]: number | null },
  expected: Interval,
): { interval: number; pValue: number } {
  const of = (name: keyof Interval): number => correctDigits(computed[name]!, expected[name]);
  return { interval: Math.min(of('estimate'), of('lower'), of('upper')), pValue: of('pValue') };
}

/** A correlation near one has lost digits of 1 - r^2 in R, and its p-value as many times over as there are pairs. */
const digitsOfR = ({ estimate, n }: Expected): number => 13 - Math.max(0, Math.log10(n / (1 - estimate ** 2)) - 1.5);

describe.each(methods)('%s as R, with ties and missing values', (method) => {
  test('all pairs at once', () => {
    const { pairs } = correlate(columns, { method });
    expect(pairs.map(({ a, b, n }) => ({ a, b, n }))).toEqual(reference[method].map(({ a, b, n }) => ({ a, b, n })));
    pairs.forEach((pair, i) => {
      const expected = reference[method][i]!;
      const { interval, pValue } = digits(pair, expected);
      expect(interval, `${pair.a} ${pair.b}`).toBeGreaterThan(12.5);
      expect(pValue, `${pair.a} ${pair.b}`).toBeGreaterThan(digitsOfR(expected));
    });
  });

  test('one pair alone', () => {
    for (const expected of reference[method]) {
      const { interval, pValue } = digits(
        correlation(columns[expected.a]!, columns[expected.b]!, { method }),
        expected,
      );
      expect(interval, `${expected.a} ${expected.b}`).toBeGreaterThan(12.5);
      expect(pValue, `${expected.a} ${expected.b}`).toBeGreaterThan(digitsOfR(expected));
    }
  });
});

test.each(['pearson', 'spearman'] as const)('partial correlation (%s) as the residuals of lm', (method) => {
  const computed = partialCorrelation(columns, { a: 'size', b: 'cloud', controls: ['ties', 'noise'], method });
  const expected = method === 'pearson' ? reference.partialPearson : reference.partialSpearman;
  expect(computed.n).toBe(expected.n);
  expect(digits(computed, expected).interval).toBeGreaterThan(12);
  expect(digits(computed, expected).pValue).toBeGreaterThan(12);
});

test('a control that repeats another counts once', () => {
  const twice = { ...columns, again: columns['ties']!.map((value) => 2 * value) };
  const once = partialCorrelation(twice, { a: 'size', b: 'cloud', controls: ['ties'] });
  expect(partialCorrelation(twice, { a: 'size', b: 'cloud', controls: ['ties', 'again'] }).degreesOfFreedom).toBe(
    once.degreesOfFreedom,
  );
});

test.each(adjustments)('p-values adjusted by %s as R, a missing one not counted', (method) => {
  const adjusted = adjustPValues(
    reference.pValues.map((value) => value ?? NaN),
    method,
  );
  reference.adjusted[method].forEach((expected, i) => {
    if (expected === null) expect(adjusted[i]).toBeNaN();
    else expect(correctDigits(adjusted[i]!, expected)).toBeGreaterThan(14);
  });
});

test('the tail for many p-values has 12 digits of the t tail', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-6, max: 0.95, noNaN: true }),
      fc.integer({ min: 1, max: 500 }),
      (r, degreesOfFreedom) => {
        const expected = tTwoSided(r * Math.sqrt(degreesOfFreedom / ((1 - r) * (1 + r))), degreesOfFreedom);
        expect(correctDigits(correlationTail(degreesOfFreedom)(r, 1 - r * r), expected)).toBeGreaterThan(12);
      },
    ),
  );
});

describe('missing values', () => {
  test('listwise leaves out each row in which a column is missing, and says so', () => {
    const { pairs, warnings } = correlate(columns, { columns: ['size', 'cloud', 'noise'], missing: 'listwise' });
    expect(pairs.map(({ n }) => n)).toEqual([36, 36, 36]);
    expect(warnings[0]).toBe('4 of 40 rows were left out: a column is missing there.');
  });

  test('too few complete rows and constant columns give null and a warning', () => {
    const { pairs, warnings } = correlate({ a: [1, 2, null, null], b: [null, 2, 3, 4], c: [5, 5, 5, 5] });
    expect(pairs.every(({ estimate, pValue }) => estimate === null && pValue === null)).toBe(true);
    expect(warnings).toEqual([
      'No correlation with a column that is constant: c.',
      'No correlation where fewer than three complete rows are left, or one column is constant in them: a with b.',
    ]);
  });
});

describe('size variables', () => {
  const shares = Array.from({ length: 60 }, (_, i) => 1000 / (i + 1) ** 1.5);
  const others = shares.map((share, i) => share * (1 + (((i * 7) % 11) - 5) / 8));

  test('Pearson in levels warns, Spearman does not', () => {
    const data = { share: shares, rate: shares.map((_, i) => (i * 13) % 17) };
    expect(correlate(data).warnings[0]).toMatch(/^share: a few large units carry correlations in levels/);
    expect(correlate(data, { method: 'spearman' }).warnings).toEqual([]);
  });

  test('the check sets levels beside logs, ranks, a size control and the rest without the largest', () => {
    const population = shares.map((share, i) => share ** 0.9 * (1 + (i % 5) / 10));
    const data = { share: shares, other: others, population, city: shares.map((_, i) => `city ${i + 1}`) };
    const check = correlationSizeCheck(data, { a: 'share', b: 'other', size: 'population', unit: 'city' });
    expect(check.variants.map(({ variant, n }) => [variant, n])).toEqual([
      ['levels', 60],
      ['logs', 60],
      ['ranks', 60],
      ['size control', 60],
      ['without the largest', 57],
    ]);
    expect(check.largest.map(({ unit }) => unit).slice(0, 2)).toEqual(['city 1', 'city 2']);
    expect(check.largest[0]!.leverageA).toBeGreaterThan(0.5);
    expect(check.variants[1]!.estimate).toBe(correlation(shares.map(Math.log), others.map(Math.log)).estimate);
  });
});

describe('laws', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
    minLength: 4,
    maxLength: 30,
  });
  const split = (rows: [number, number][]): [number[], number[]] => [rows.map(([x]) => x), rows.map(([, y]) => y)];
  const varies = (rows: [number, number][]): boolean => split(rows).every((values) => new Set(values).size > 1);

  test.each(methods)('%s does not see the order of rows, nor which variable comes first', (method) => {
    fc.assert(
      fc.property(pairs.filter(varies), (rows) => {
        const [x, y] = split(rows);
        const [first, last] = [correlation(x, y, { method }), correlation(y.toReversed(), x.toReversed(), { method })];
        expect(correctDigits(last.estimate, first.estimate)).toBeGreaterThan(13);
        expect(correctDigits(last.pValue, first.pValue)).toBeGreaterThan(12);
      }),
    );
  });

  test('tau-b counts concordant and discordant pairs', () => {
    fc.assert(
      fc.property(pairs.filter(varies), (rows) => {
        const [x, y] = split(rows);
        let [score, untiedX, untiedY] = [0, 0, 0];
        for (let i = 0; i < rows.length; i += 1) {
          for (let j = 0; j < i; j += 1) {
            score += Math.sign(x[i]! - x[j]!) * Math.sign(y[i]! - y[j]!);
            untiedX += Number(x[i] !== x[j]);
            untiedY += Number(y[i] !== y[j]);
          }
        }
        const { estimate } = correlation(x, y, { method: 'kendall' });
        expect(correctDigits(estimate, score / Math.sqrt(untiedX * untiedY))).toBeGreaterThan(13);
      }),
    );
  });

  test('an exact line has correlation one, p-value zero and a point for an interval', () => {
    const x = Array.from({ length: 20 }, (_, i) => 0.1 * i);
    expect(
      correlation(
        x,
        x.map((value) => 3 - 0.7 * value),
      ),
    ).toMatchObject({ estimate: -1, pValue: 0, lower: -1, upper: -1 });
  });

  test('orders that agree have tau one and a point for an interval', () => {
    for (const n of [3, 7, 12, 60]) {
      const x = Array.from({ length: n }, (_, i) => i);
      const { estimate, lower, upper } = correlation(x, x, { method: 'kendall' });
      expect([estimate, lower, upper].every((value) => value > 1 - 1e-15 && value <= 1)).toBe(true);
    }
  });

  test('scaling the columns changes nothing', () => {
    const scaled = Object.fromEntries(
      Object.entries(columns).map(([name, values]) => [name, values.map((value) => value * 1024)]),
    );
    const values = (rows: CorrelationRow[]): unknown => rows.map(({ estimate, pValue }) => [estimate, pValue]);
    expect(values(correlate(scaled).pairs)).toEqual(values(correlate(columns).pairs));
  });
});

describe('what cannot be computed is an error', () => {
  test.each([
    [
      'a constant variable',
      () => correlation([1, 2, 3], [4, 4, 4]),
      'correlation requires variables that vary, got 3 times 4 (y)',
    ],
    [
      'two pairs',
      () => correlation([1, 2, NaN], [1, 2, 3]),
      'correlation requires at least 3 rows without a missing value, got 2',
    ],
    [
      'one column',
      () => correlate(columns, { columns: ['size'] }),
      'correlate requires at least two different columns, got size',
    ],
    ['an unknown column', () => correlate(columns, { columns: ['size', 'none'] }), 'The data have no column "none"'],
    ['an unknown method', () => correlate(columns, { method: 'distance' as CorrelationMethod }), 'got "distance"'],
    [
      'a control that explains a column',
      () =>
        partialCorrelation({ a: [1, 2, 3, 5], b: [2, 1, 4, 4], c: [2, 4, 6, 10] }, { a: 'a', b: 'b', controls: ['c'] }),
      'got none of "a"',
    ],
    [
      'a percentage for a p-value',
      () => adjustPValues([5], 'BH'),
      'adjustPValues requires p-values from 0 to 1, got 5',
    ],
  ])('%s', (_what, compute, message) => expect(compute).toThrow(message));
});

describe('limits', () => {
  test('three complete rows give a correlation, two none', () => {
    expect(correlate({ a: [1, 2, 3], b: [1, 3, 2] }).pairs[0]!.estimate).toBeCloseTo(1 / 2, 14);
    expect(correlate({ a: [1, 2, NaN], b: [1, 3, 2] }).pairs[0]!.estimate).toBeNull();
  });

  test('p-values of Kendall are exact below 50 pairs', () => {
    const values = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
    const method = (count: number): string =>
      correlation(values(count), values(count).reverse(), { method: 'kendall' }).method;
    expect([49, 50].map(method)).toEqual(['Kendall (exact)', 'Kendall (normal)']);
  });
});
