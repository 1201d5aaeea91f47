import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctDigits, worstDigits } from '../correct-digits.js';
import { betaConvergence, halfLife, rankMobility, sigmaConvergence, transitionMatrix } from './index.js';

interface Coefficient {
  estimate: number;
  standardError: number;
  pValue: number;
  lower: number;
  upper: number;
}
const reference = JSON.parse(readFileSync(new URL('../../references/convergence.json', import.meta.url), 'utf8')) as {
  absolute: Coefficient;
  conditional: Coefficient;
  speed: number;
  sigma: { logs: number; variation: number }[];
  pitman: { ratio: number; statistic: number; pValue: number };
  from: (string | null)[];
  to: (string | null)[];
  counts: number[][];
  probabilities: number[][];
  longRun: number[];
} & Record<'first' | 'middle' | 'last' | 'people', (number | null)[]>;
const { first, middle, last, people } = reference;
const data = { first, middle, last, people };

describe('beta convergence', () => {
  const options = { initial: 'first', final: 'last', periods: 5 };

  test('absolute and conditional as lm', () => {
    const pairs = [
      [betaConvergence(data, options), reference.absolute, 'absolute'],
      [betaConvergence(data, { ...options, controls: ['log(people)'] }), reference.conditional, 'conditional'],
    ] as const;
    for (const [{ beta, kind, n }, expected, expectedKind] of pairs) {
      expect([kind, n]).toEqual([expectedKind, 29]);
      for (const name of ['estimate', 'standardError', 'pValue', 'lower', 'upper'] as const) {
        expect(correctDigits(beta[name], expected[name]), name).toBeGreaterThan(11);
      }
    }
  });

  test('the speed is that of the equation fitted by nonlinear least squares', () => {
    const { speed, halfLife: half } = betaConvergence(data, options);
    // nls stops when a step no longer lowers the sum of squares, at half the digits.
    expect(correctDigits(speed!, reference.speed)).toBeGreaterThan(7);
    expect(half).toBe(halfLife(speed!));
  });

  test('units that close their gap at one speed have that speed', () => {
    const start = [1, 2, 5, 9, 20];
    const end = start.map((level) => Math.exp(3 + Math.exp(-0.03 * 7) * (Math.log(level) - 3)));
    const { speed, halfLife: half } = betaConvergence({ start, end }, { initial: 'start', final: 'end', periods: 7 });
    expect(correctDigits(speed!, 0.03)).toBeGreaterThan(12);
    expect(correctDigits(Math.exp(-speed! * half!), 1 / 2)).toBeGreaterThan(14);
  });

  test('divergence has no half-life and is said', () => {
    const { speed, halfLife: half, warnings } = betaConvergence(
      { a: [1, 2, 4, 8], b: [1, 3, 7, 20] },
      { initial: 'a', final: 'b', periods: 1 },
    );
    expect(speed).toBeLessThan(0);
    expect(half).toBeNull();
    expect(warnings.at(-1)).toMatch(/^The coefficient is not negative/);
  });

  test('overshooting has no speed and is said', () => {
    const overshot = { a: [1, 2, 4, 8], b: [9, 4, 2, 1.1] };
    const { speed, warnings } = betaConvergence(overshot, { initial: 'a', final: 'b', periods: 1 });
    expect(speed).toBeNull();
    expect(warnings.at(-1)).toMatch(/^The coefficient is below -1/);
  });
});

describe('sigma convergence', () => {
  test('spreads and the test of their change as R, over units complete in all periods', () => {
    const { rows, change, n, warnings } = sigmaConvergence(data, { columns: ['first', 'middle', 'last'] });
    expect(n).toBe(29);
    expect(warnings).toEqual(['1 of 30 units were left out: a period is missing there.']);
    rows.forEach((row, i) => {
      expect(correctDigits(row.standardDeviationOfLogs!, reference.sigma[i]!.logs)).toBeGreaterThan(12);
      expect(correctDigits(row.coefficientOfVariation, reference.sigma[i]!.variation)).toBeGreaterThan(13);
    });
    const { ratio, statistic, pValue } = reference.pitman;
    expect(worstDigits([change!.ratio, change!.statistic, change!.pValue], [ratio, statistic, pValue])).toBeGreaterThan(11);
  });

  test('a zero leaves out the logarithms and says so', () => {
    const { rows, change, warnings } = sigmaConvergence({ a: [0, 1, 2], b: [1, 2, 3] }, { columns: ['a', 'b'] });
    expect([rows[0]!.standardDeviationOfLogs, change]).toEqual([null, null]);
    expect(warnings).toEqual(['Logarithms are left out where a level is zero.']);
  });
});

describe('rank mobility', () => {
  test('equal values share the best place, and units without both values are left out', () => {
    const { rows, n, risen, fallen, unchanged } = rankMobility(
      { city: ['a', 'b', 'c', 'd', 'e'], x: [5, 5, 3, 1, 9], y: [1, 6, 6, 2, null] },
      { from: 'x', to: 'y', unit: 'city' },
    );
    expect(n).toBe(4);
    expect(rows.map(({ unit, from, to }) => [unit, from, to])).toEqual([
      ['a', 1, 4],
      ['b', 1, 1],
      ['c', 3, 1],
      ['d', 4, 3],
    ]);
    expect([risen, fallen, unchanged]).toEqual([2, 1, 1]);
  });

  test('a ranking that stays has no change, a reversed one the rank correlation -1', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 3, maxLength: 30 }), (x) => {
        const stays = rankMobility({ x, y: x.map((value) => 2 * value + 1) }, { from: 'x', to: 'y' });
        expect([stays.meanAbsoluteChange, stays.spearman]).toEqual([0, 1]);
        expect(correctDigits(stays.kendall!, 1)).toBeGreaterThan(15);
        expect(rankMobility({ x, y: x.map((value) => -value) }, { from: 'x', to: 'y' }).spearman).toBe(-1);
      }),
    );
  });

  test('all rankings of four units change by the random mean', () => {
    const orders = (units: number[]): number[][] =>
      units.length === 0 ? [[]] : units.flatMap((unit) => orders(units.filter((other) => other !== unit)).map((rest) => [unit, ...rest]));
    const changes = orders([0, 1, 2, 3]).map((y) => rankMobility({ x: [0, 1, 2, 3], y }, { from: 'x', to: 'y' }).relativeChange);
    expect(correctDigits(changes.reduce((sum, change) => sum + change, 0) / changes.length, 1)).toBeGreaterThan(14);
  });
});

describe('transition matrix', () => {
  test('counts, probabilities and the long run as R', () => {
    const { counts, probabilities, longRun, mobility, n } = transitionMatrix(reference.from, reference.to, ['low', 'mid', 'high']);
    expect(n).toBe(12);
    expect(counts).toEqual(reference.counts);
    expect(probabilities).toEqual(reference.probabilities);
    expect(worstDigits(longRun!, reference.longRun)).toBeGreaterThan(13);
    expect(mobility).toBe((3 - probabilities.reduce((sum, row, i) => sum + row![i]!, 0)) / 2);
  });

  test('the long run stays under the matrix', () => {
    const row = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 4 }), (counts) => {
        const moves = counts.flatMap((times, from) => times.flatMap((count, to) => Array.from({ length: count }, () => [from, to] as const)));
        const { probabilities, longRun } = transitionMatrix(moves.map(([from]) => from), moves.map(([, to]) => to));
        const after = longRun!.map((_, to) => longRun!.reduce((sum, share, from) => sum + share * probabilities[from]![to]!, 0));
        expect(worstDigits(after, longRun!)).toBeGreaterThan(12);
      }),
    );
  });

  test('an empty class and classes that do not lead to one another are said', () => {
    expect(transitionMatrix(['a'], ['b']).warnings).toEqual(['No unit was in b before: no probabilities, mobility or long run.']);
    expect(transitionMatrix(['a', 'b'], ['a', 'b']).warnings).toEqual([
      'Not every class leads to every other: the long run is not one distribution.',
    ]);
  });
});

describe('what cannot be computed is an error', () => {
  const once = { initial: 'a', final: 'b', periods: 1 };
  test.each([
    ['a level of zero', () => betaConvergence({ a: [1, 0, 2], b: [1, 2, 3] }, once), 'got 0 (column "a", row 2)'],
    ['equal initial levels', () => betaConvergence({ a: [2, 2, 2], b: [1, 2, 3] }, once), 'requires initial levels that differ'],
    ['no period', () => betaConvergence({ a: [1, 2], b: [1, 2] }, { ...once, periods: 0 }), 'requires a number of periods above zero, got 0'],
    ['one period', () => sigmaConvergence(data, { columns: ['first'] }), 'requires at least two columns, one for each period, got 1'],
    ['a gap that never closes', () => halfLife(0), 'halfLife requires a speed above zero, got 0'],
    ['two units', () => rankMobility({ x: [1, 2], y: [1, 2] }, { from: 'x', to: 'y' }), 'requires at least three units with both values, got 2'],
    ['an unknown class', () => transitionMatrix(['a'], ['z'], ['a', 'b']), 'transitionMatrix requires the classes a, b, got z'],
  ])('%s', (_what, compute, message) => expect(compute).toThrow(message));
});
