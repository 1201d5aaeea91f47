import { readFileSync } from 'node:fs';
import { randomSource } from '@indexlab/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctDigits, worstDigits } from '../correct-digits.js';
import { regress } from '../regression/index.js';
import {
  betaConvergence,
  ergodicDistribution,
  halfLife,
  mobilityIndices,
  rankMobility,
  sigmaConvergence,
  transitionMatrix,
} from './index.js';

interface Beta {
  slope: number[];
  speed: number[];
  lower: number;
  upper: number;
  halfLife: number;
}
interface Chain {
  cutoffs: number[];
  counts: number[][];
  ergodic: number[];
}
const indices = ['shorrocks', 'determinant', 'eigenvalue', 'leaving', 'bartholomew', 'halfLife'] as const;
const reference = JSON.parse(readFileSync(new URL('../../references/convergence.json', import.meta.url), 'utf8')) as {
  beta: {
    years: number;
    initial: (number | null)[];
    final: number[];
    control: number[];
    absolute: Beta;
    conditional: Beta;
  };
  paths: (number | null)[][];
  sigma: {
    n: number;
    standardDeviation: number[];
    coefficientOfVariation: number[];
    trend: number[];
    statistic: number;
    pValue: number;
  };
  fixed: Chain & Record<(typeof indices)[number], number>;
  quartiles: Chain & Record<(typeof indices)[number], number>;
};
const panel = reference.paths.flatMap((path, i) =>
  path.map((score, t) => ({ city: `city ${i + 1}`, year: 2015 + t, score })),
);
const columns = { unit: 'city', time: 'year', value: 'score' };

describe('as R', () => {
  const { initial, final, control, years } = reference.beta;
  const levels = { initial, final, control };

  test.each(['absolute', 'conditional'] as const)(
    '%s beta convergence, the speed as nonlinear least squares',
    (kind) => {
      const expected = reference.beta[kind];
      const options = { initial: 'initial', final: 'final', years, controls: kind === 'absolute' ? [] : ['control'] };
      const computed = betaConvergence(levels, options);
      expect(computed.kind).toBe(kind);
      const { slope, speed } = computed;
      expect(
        worstDigits([slope.estimate, slope.standardError, slope.statistic, slope.pValue], expected.slope),
      ).toBeGreaterThan(12);
      // The iterations of nls stop at about ten digits.
      expect(
        worstDigits([speed!.estimate, speed!.standardError, speed!.statistic, speed!.pValue], expected.speed),
      ).toBeGreaterThan(9);
      expect(worstDigits([speed!.lower, speed!.upper], [expected.lower, expected.upper])).toBeGreaterThan(12);
      expect(correctDigits(computed.halfLife!.estimate, expected.halfLife)).toBeGreaterThan(9);
      expect(computed.warnings[0]).toMatch(/^1 row left out/);
    },
  );

  test('sigma convergence of the units with all years', () => {
    const { rows, trend, test: pairs, warnings } = sigmaConvergence(panel, columns);
    const expected = reference.sigma;
    expect(rows.map(({ time, n }) => [time, n])).toEqual(
      [2015, 2016, 2017, 2018, 2019, 2020, 2021].map((year) => [year, expected.n]),
    );
    expect(
      worstDigits(
        rows.map((row) => row.standardDeviation),
        expected.standardDeviation,
      ),
    ).toBeGreaterThan(14);
    expect(
      worstDigits(
        rows.map((row) => row.coefficientOfVariation),
        expected.coefficientOfVariation,
      ),
    ).toBeGreaterThan(14);
    expect(
      worstDigits([trend!.estimate, trend!.standardError, trend!.statistic, trend!.pValue], expected.trend),
    ).toBeGreaterThan(11);
    expect(worstDigits([pairs.statistic, pairs.pValue], [expected.statistic, expected.pValue])).toBeGreaterThan(11);
    expect(warnings).toEqual([
      '2 rows left out: a column is missing there.',
      '2 of 40 units left out, without a value at some time: city 4, city 9.',
    ]);
  });

  test.each(['fixed', 'quartiles'] as const)(
    'transitions with %s cut-offs, their ergodic distribution and mobility',
    (kind) => {
      const expected = reference[kind];
      const computed = transitionMatrix(panel, {
        ...columns,
        ...(kind === 'fixed' ? { classes: expected.cutoffs } : { classes: 4, relative: true }),
      });
      expect(worstDigits(computed.cutoffs, expected.cutoffs)).toBeGreaterThan(14);
      expect(computed.counts.map((row) => [...row])).toEqual(expected.counts);
      expect(computed.warnings[1]).toBe('1 move across a gap in time left out.');
      expect(worstDigits(ergodicDistribution(computed.probabilities), expected.ergodic)).toBeGreaterThan(12);
      const mobility = mobilityIndices(computed.probabilities);
      for (const index of indices) expect(correctDigits(mobility[index], expected[index]), index).toBeGreaterThan(12);
    },
  );
});

describe('laws', () => {
  test('a path that converges at a speed has that speed, and half of a gap is gone after the half-life', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.005, max: 0.3, noNaN: true }), fc.integer({ min: 1, max: 10 }), (speed, years) => {
        const initial = [1, 2, 5, 9, 20];
        const final = initial.map((value) => Math.exp(4 + (Math.log(value) - 4) * Math.exp(-speed * years)));
        const computed = betaConvergence({ initial, final }, { initial: 'initial', final: 'final', years });
        expect(computed.speed!.estimate).toBeCloseTo(speed, 11);
        expect(Math.exp(-speed * halfLife(speed))).toBeCloseTo(0.5, 14);
      }),
    );
  });

  test('divergence has a negative speed and gaps that never halve', () => {
    const { speed, halfLife: half } = betaConvergence(
      { a: [1, 2, 4, 8], b: [1.2, 2.5, 7, 17] },
      { initial: 'a', final: 'b', years: 3 },
    );
    expect(speed!.estimate).toBeLessThan(0);
    expect(half!.estimate).toBe(Infinity);
  });

  test('gaps that change sign within the span have no speed, and a warning says so', () => {
    const {
      speed,
      halfLife: half,
      warnings,
    } = betaConvergence({ a: [1, 2, 4, 8], b: [9, 5, 4, 1] }, { initial: 'a', final: 'b', years: 5 });
    expect([speed, half]).toEqual([null, null]);
    expect(warnings.at(-1)).toMatch(/^No speed of convergence: the slope -0\.\d+ is at or below -1 \/ 5/);
  });

  test('columns may have any name, and controls interact', () => {
    const data = {
      '2015 年': [1, 2, 4, 8, 9, 3],
      '2020 年': [2, 3.1, 5, 9, 12, 5],
      c: [1, 2, 1, 4, 3, 3],
      d: [0, 1, 0, 1, 0, 1],
    };
    const { slope } = betaConvergence(data, { initial: '2015 年', final: '2020 年', years: 5, controls: ['c:d'] });
    const plain = regress('I(log(b / a) / 5) ~ log(a) + c:d', {
      a: data['2015 年'],
      b: data['2020 年'],
      c: data.c,
      d: data.d,
    }).terms[1]!;
    expect(correctDigits(slope.estimate, plain.estimate)).toBeGreaterThan(13);
  });

  test('robust errors are those of the regression, over 1 + b T', () => {
    const data = { a: [1, 2, 4, 8, 9], b: [2, 3.1, 5, 9, 12] };
    const { slope, speed } = betaConvergence(data, { initial: 'a', final: 'b', years: 4, se: 'HC3' });
    const robust = regress('I(log(b / a) / 4) ~ log(a)', data, { se: 'HC3' }).terms[1]!;
    expect(correctDigits(slope.standardError, robust.standardError)).toBeGreaterThan(13);
    expect(correctDigits(speed!.standardError, robust.standardError / (1 + 4 * robust.estimate))).toBeGreaterThan(13);
  });

  const chains = fc.integer({ min: 2, max: 6 }).chain((k) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: k, maxLength: k }), {
      minLength: k,
      maxLength: k,
    }),
  );
  const normalised = (rows: number[][]): number[][] =>
    rows.map((row) => row.map((count) => count / row.reduce((sum, value) => sum + value, 0)));

  test('a step does not change the ergodic distribution', () => {
    fc.assert(
      fc.property(chains, (counts) => {
        const p = normalised(counts);
        const shares = ergodicDistribution(p);
        const after = shares.map((_, j) => shares.reduce((sum, share, i) => sum + share * p[i]![j]!, 0));
        expect(worstDigits(after, shares)).toBeGreaterThan(14);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 14);
      }),
    );
  });

  test('nobody moves: no mobility; everybody draws anew: full mobility', () => {
    const still = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    expect(mobilityIndices(still, [0.2, 0.3, 0.5])).toEqual({
      shorrocks: 0,
      determinant: 0,
      eigenvalue: 0,
      leaving: 0,
      bartholomew: 0,
      halfLife: Infinity,
    });
    const anew = mobilityIndices([
      [0.25, 0.75],
      [0.25, 0.75],
    ]);
    expect(anew).toMatchObject({ shorrocks: 1, determinant: 1, eigenvalue: 1, halfLife: 0 });
  });

  test('classes that are left for good have no share in the end, and a chain may go in circles', () => {
    expect([
      ...ergodicDistribution([
        [0.5, 0.25, 0.25],
        [0, 0, 1],
        [0, 1, 0],
      ]),
    ]).toEqual([0, 0.5, 0.5]);
    expect(
      mobilityIndices([
        [0, 1, 0],
        [0, 0, 1],
        [1, 0, 0],
      ]),
    ).toMatchObject({ shorrocks: 1.5, determinant: 0 });
  });

  test('transitions drawn from a chain come back to it', () => {
    const p = [
      [0.8, 0.2, 0],
      [0.1, 0.7, 0.2],
      [0, 0.3, 0.7],
    ];
    const random = randomSource(3);
    const rows: { unit: number; time: number; value: number }[] = [];
    for (let unit = 0; unit < 300; unit += 1) {
      let value = unit % 3;
      for (let time = 0; time < 40; time += 1) {
        rows.push({ unit, time, value });
        const u = random.uniform();
        value = u < p[value]![0]! ? 0 : u < p[value]![0]! + p[value]![1]! ? 1 : 2;
      }
    }
    const { probabilities, counts } = transitionMatrix(rows, {
      unit: 'unit',
      time: 'time',
      value: 'value',
      classes: [1, 2],
    });
    probabilities.forEach((row, i) => {
      const from = counts[i]!.reduce((sum, count) => sum + count, 0);
      row.forEach((share, j) =>
        expect(Math.abs(share - p[i]![j]!)).toBeLessThanOrEqual(4 * Math.sqrt((p[i]![j]! * (1 - p[i]![j]!)) / from)),
      );
    });
  });

  test('changes of rank add up to zero, and turn around with time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
          minLength: 3,
          maxLength: 12,
        }),
        (pairs) => {
          fc.pre([0, 1].every((side) => new Set(pairs.map((pair) => pair[side])).size > 1));
          const data = pairs.map(([before, after], i) => ({ unit: i, before, after }));
          const there = rankMobility(data, { unit: 'unit', before: 'before', after: 'after' });
          const back = rankMobility(data, { unit: 'unit', before: 'after', after: 'before' });
          expect(there.rows.reduce((sum, { change }) => sum + change, 0)).toBe(0);
          expect(back.rows.map(({ change }) => -change || 0)).toEqual(there.rows.map(({ change }) => change));
          expect([back.normalised, back.risen]).toEqual([there.normalised, there.fallen]);
        },
      ),
    );
  });

  test('who is ranked only once is left out of both rankings', () => {
    const data = { city: ['a', 'new', 'b', 'c'], first: [3, null, 2, 1], last: [30, 40, 10, 20] };
    const { rows, warnings } = rankMobility(data, { unit: 'city', before: 'first', after: 'last' });
    expect(rows.map(({ unit, before, after }) => [unit, before, after])).toEqual([
      ['a', 1, 1],
      ['b', 2, 3],
      ['c', 3, 2],
    ]);
    expect(warnings).toEqual(['1 row left out: a column is missing there.']);
  });

  test('a value at a cut-off belongs to the class above, and a class without moves has no probabilities', () => {
    const data = { unit: ['a', 'a', 'b', 'b'], time: [1, 2, 1, 2], value: [10, 9, 10, 10] };
    const { counts, probabilities, warnings } = transitionMatrix(data, {
      unit: 'unit',
      time: 'time',
      value: 'value',
      classes: [10],
    });
    expect(counts.map((row) => [...row])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect([...probabilities[0]!]).toEqual([NaN, NaN]);
    expect(warnings).toEqual(['No probabilities from class 0: no move starts there.']);
  });
});

describe('what cannot be computed is an error', () => {
  const two = { city: ['a', 'a'], year: [1, 1], score: [1, 2] };
  test.each([
    [
      'a level of zero',
      () => betaConvergence({ a: [0, 1, 2, 3], b: [1, 2, 3, 4] }, { initial: 'a', final: 'b', years: 5 }),
      'finite values',
    ],
    [
      'no years',
      () => betaConvergence({ a: [1, 2, 3], b: [1, 2, 3] }, { initial: 'a', final: 'b', years: 0 }),
      'betaConvergence requires a positive number of years, got 0',
    ],
    [
      'initial levels that are all equal',
      () => betaConvergence({ a: [2, 2, 2, 2], b: [2, 3, 5, 5] }, { initial: 'a', final: 'b', years: 1 }),
      'betaConvergence requires initial levels that vary, got one only (column "a")',
    ],
    [
      'units that all grow alike',
      () =>
        sigmaConvergence({ city: [1, 2, 3, 1, 2, 3], year: [1, 1, 1, 2, 2, 2], score: [1, 2, 4, 1, 2, 4] }, columns),
      'sigmaConvergence requires units that do not all grow alike',
    ],
    [
      'two rows at one time',
      () => sigmaConvergence(two, columns),
      'sigmaConvergence requires one row per unit and time, got more for a 1',
    ],
    [
      'a negative value',
      () =>
        sigmaConvergence({ city: [1, 2, 3, 1, 2, 3], year: [1, 1, 1, 2, 2, 2], score: [1, 2, 3, 1, 2, -3] }, columns),
      'sigmaConvergence requires positive values, got -3 (3, 2)',
    ],
    [
      'cut-offs out of order',
      () => transitionMatrix(panel, { ...columns, classes: [20, 10] }),
      'transitionMatrix requires at least one cut-off, ascending, got 20, 10',
    ],
    [
      'one time only',
      () => transitionMatrix({ city: ['a'], year: [1], score: [1] }, { ...columns, classes: [1] }),
      'transitionMatrix requires a unit with two neighbouring times',
    ],
    [
      'two closed groups',
      () =>
        ergodicDistribution([
          [1, 0],
          [0, 1],
        ]),
      'got 2: 0; 1',
    ],
    [
      'rows that do not sum to one',
      () =>
        mobilityIndices(
          [
            [0.5, 0.4],
            [0.5, 0.5],
          ],
          [0.5, 0.5],
        ),
      'mobilityIndices requires rows of probabilities with sum 1, got 0.5, 0.4 (class 0)',
    ],
    [
      'a unit ranked twice',
      () => rankMobility({ u: ['a', 'a', 'b'], x: [1, 2, 3], y: [1, 2, 3] }, { unit: 'u', before: 'x', after: 'y' }),
      'rankMobility requires one row per unit, got two for a',
    ],
  ])('%s', (_what, compute, message) => expect(compute).toThrow(message));
});
