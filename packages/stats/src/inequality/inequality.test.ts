import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctDigits } from '../correct-digits.js';
import {
  atkinson,
  decomposeInequality,
  gini,
  giniBootstrap,
  giniBootstrapBatch,
  giniUnbiased,
  groupedGini,
  herfindahl,
  inequality,
  lorenzCurve,
  meanLogDeviation,
  percentileShare,
  percentileShareRatio,
  theil,
  topShare,
} from './index.js';

interface Sample {
  values: (number | null)[];
  gini: number;
  giniUnbiased: number;
  theil: number;
  meanLogDeviation: number | null;
  atkinson: number[];
  herfindahl: number;
  lorenz: number[];
  bottom40: number;
  top10: number;
}
type Parts = Record<'total' | 'between' | 'within', number>;
const reference = JSON.parse(readFileSync(new URL('../../references/inequality.json', import.meta.url), 'utf8')) as {
  samples: Record<string, Sample>;
  decomposition: Record<'gini' | 'theil' | 'meanLogDeviation', Parts> & { size: number[]; tier: string[] };
  bootstrap: { standardError: number; interval: [number, number] };
};
const numbers = (values: (number | null)[]): number[] => values.map((value) => value ?? NaN);
const expectDigits = (computed: number, expected: number, least = 13): void => {
  expect(correctDigits(computed, expected)).toBeGreaterThan(least);
};

describe.each(Object.entries(reference.samples))('as R on the sample %s', (_name, sample) => {
  const values = numbers(sample.values);

  test('Gini by both conventions', () => {
    expectDigits(gini(values), sample.gini);
    expectDigits(giniUnbiased(values), sample.giniUnbiased);
  });

  test('Theil, mean log deviation and Atkinson', () => {
    expectDigits(theil(values), sample.theil);
    if (sample.meanLogDeviation === null) expect(() => meanLogDeviation(values)).toThrow('requires values above zero');
    else expectDigits(meanLogDeviation(values), sample.meanLogDeviation);
    [0.5, 1, 2].forEach((epsilon, i) => expectDigits(atkinson(values, epsilon), sample.atkinson[i]!));
  });

  test('Lorenz curve, Herfindahl and shares of percentiles', () => {
    expectDigits(herfindahl(values), sample.herfindahl);
    lorenzCurve(values)
      .slice(1)
      .forEach(({ share }, i) => expectDigits(share, sample.lorenz[i]!));
    expectDigits(percentileShare(values, 0, 0.4), sample.bottom40);
    expectDigits(percentileShare(values, 0.9, 1), sample.top10, 12.5);
  });

  test('the summary of a column gives the same', () => {
    const row = inequality({ value: values }, { column: 'value' });
    expect(row).toMatchObject({
      n: sample.lorenz.length,
      gini: gini(values),
      theil: theil(values),
      herfindahl: herfindahl(values),
    });
    expect(row.missing).toBe(values.length - sample.lorenz.length);
    expect(row.meanLogDeviation === null).toBe(sample.meanLogDeviation === null);
    expect(row.warnings.length > 0).toBe(sample.meanLogDeviation === null);
  });
});

test.each(['gini', 'theil', 'meanLogDeviation'] as const)(
  'the decomposition of %s is that of its definition',
  (measure) => {
    const { size, tier } = reference.decomposition;
    const computed = decomposeInequality({ size, tier }, { column: 'size', groups: 'tier', measure });
    for (const part of ['total', 'between', 'within'] as const)
      expectDigits(computed[part], reference.decomposition[measure][part], 12);
    if (computed.overlap === null) expectDigits(computed.between + computed.within, computed.total);
    expectDigits(
      computed.groups.reduce((sum, { contribution }) => sum + contribution, 0),
      computed.within,
    );
  },
);

describe('bootstrap of Gini', () => {
  const values = numbers(reference.samples['shares']!.values);

  test('standard error and interval as R, to the noise of 10,000 resamples', () => {
    const { standardError, interval } = reference.bootstrap;
    const computed = giniBootstrap(values);
    // The standard deviation of a bootstrap standard error is about se / sqrt(2 draws); of its 2.5 % quantile about 0.027 se.
    expect(Math.abs(computed.standardError - standardError)).toBeLessThan(
      4 * standardError * Math.sqrt(1 / 20_000 + 1 / 80_000),
    );
    expect(Math.abs(computed.lower - interval[0])).toBeLessThan(4 * 0.03 * standardError);
    expect(Math.abs(computed.upper - interval[1])).toBeLessThan(4 * 0.03 * standardError);
  });

  test('a resample counts what it draws, and batches do not show', () => {
    const sizes = Float64Array.from(values).sort();
    // With one unit that has something among three, drawn k times, the coefficient is (3 - k) / 3, or 0 for k = 0.
    const computed = giniBootstrapBatch({ sizes: Float64Array.of(0, 0, 1), seed: 3 }, 0, 50);
    expect([...new Set(computed.map((value) => Math.round(value * 3e12) / 3e12))].sort()).toEqual(
      [0, 1 / 3, 2 / 3].map((value) => Math.round(value * 3e12) / 3e12),
    );
    expect(giniBootstrapBatch({ sizes, seed: 1 }, 0, 40)).toEqual(
      Float64Array.of(
        ...giniBootstrapBatch({ sizes, seed: 1 }, 0, 17),
        ...giniBootstrapBatch({ sizes, seed: 1 }, 17, 23),
      ),
    );
  });
});

describe('laws', () => {
  const sizes = fc
    .array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 30 })
    .filter((values) => values.some((value) => value > 0));
  const measures = {
    gini,
    theil,
    herfindahl,
    atkinson: (values: ArrayLike<number>) => atkinson(values, 0.7),
    top: (values: ArrayLike<number>) => topShare(values, 1),
  };

  test('no measure sees the scale or the order', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (values, scale) => {
        for (const measure of Object.values(measures)) {
          expect(Math.abs(measure(values.map((value) => value * scale).reverse()) - measure(values))).toBeLessThan(
            1e-12,
          );
        }
      }),
    );
  });

  test('Gini, Theil and Atkinson do not see replication', () => {
    fc.assert(
      fc.property(sizes, (values) => {
        for (const measure of [gini, theil, measures.atkinson]) {
          expect(Math.abs(measure([...values, ...values, ...values]) - measure(values))).toBeLessThan(1e-12);
        }
      }),
    );
  });

  test('a transfer from a larger to a smaller unit lowers Gini and Theil', () => {
    fc.assert(
      fc.property(sizes, (values) => {
        const [low, high] = [Math.min(...values), Math.max(...values)];
        fc.pre(high - low > 2);
        const [poor, rich] = [values.indexOf(low), values.indexOf(high)];
        const after = values.map((value, i) => (i === poor ? value + 1 : i === rich ? value - 1 : value));
        expect(gini(after)).toBeLessThan(gini(values));
        expect(theil(after)).toBeLessThan(theil(values));
      }),
    );
  });

  test('Gini is one less twice the area under the Lorenz curve', () => {
    fc.assert(
      fc.property(sizes, (values) => {
        const curve = lorenzCurve(values);
        const area = curve
          .slice(1)
          .reduce((sum, { units, share }, i) => sum + ((units - curve[i]!.units) * (share + curve[i]!.share)) / 2, 0);
        expect(Math.abs(1 - 2 * area - gini(values))).toBeLessThan(1e-12);
      }),
    );
  });
});

describe('what cannot be computed is an error', () => {
  test.each([
    ['no value', () => gini([NaN]), 'gini requires at least 1 value, got 0'],
    ['a negative value', () => gini([1, -2]), 'gini requires values of at least zero, got -2'],
    ['zeros only', () => theil([0, 0]), 'theil requires a value above zero, got 2 zeros'],
    ['one value for a sample', () => giniUnbiased([3]), 'giniUnbiased requires at least two values, got 1'],
    [
      'a bottom that holds nothing',
      () => percentileShareRatio([0, 0, 0, 1]),
      'requires a bottom 0.4 that holds something',
    ],
    ['more top units than units', () => topShare([1, 2], 3), 'topShare requires a count from 1 to 2, got 3'],
    ['one tier', () => groupedGini([{ count: 3, total: 1 }]), 'groupedGini requires at least two tiers, got 1'],
    [
      'half a unit',
      () =>
        groupedGini([
          { count: 1.5, total: 1 },
          { count: 2, total: 1 },
        ]),
      'requires a whole number of units, got 1.5 (tier 1)',
    ],
    [
      'limits that contradict totals',
      () =>
        groupedGini([
          { count: 2, total: 50, upperLimit: 10 },
          { count: 2, total: 100 },
        ]),
      'got ones that no values have',
    ],
  ])('%s', (_what, compute, message) => expect(compute).toThrow(message));
});

test('a row without a group is told: it counts in the measures of the column, and in no decomposition', () => {
  for (const blank of [null, '', ' ']) {
    const data = { gdp: [1, 2, 3, 4, 5, NaN], prov: ['a', 'a', 'b', 'b', blank, 'b'] };
    const { n, gini, decompositions, warnings } = inequality(data, { column: 'gdp', groups: 'prov' });
    expect([n, gini]).toEqual([5, inequality(data, { column: 'gdp' }).gini]);
    expect(decompositions.map((each) => [each.n, each.groups.length])).toEqual([[4, 2], [4, 2], [4, 2]]); // prettier-ignore
    expect(decompositions[0]!.total).toBe(inequality({ gdp: [1, 2, 3, 4] }, { column: 'gdp' }).gini);
    expect(warnings).toEqual([expect.stringContaining('1 of 5 rows with a value has no group (column "prov")')]);
  }
});
