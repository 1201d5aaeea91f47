import { readFileSync } from 'node:fs';
import { randomSource } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { correctDigits } from '../correct-digits.js';
import { slopeChange } from '../regression/index.js';
import {
  bandedCorrelation,
  correctRangeRestriction,
  dependentCorrelations,
  independentCorrelations,
  leadLag,
  ratioCorrelation,
} from './index.js';

const reference = JSON.parse(readFileSync(new URL('../../references/composition.json', import.meta.url), 'utf8')) as {
  x: number[];
  y: number[];
  x2: number[];
  y2: number[];
  williams: { t: number; p: number };
  steiger: { z: number; p: number };
  independent: { z: number; p: number };
  restriction: number;
  slopes: { before: number; change: number; standardError: number };
};
const { x, y, x2, y2 } = reference;
const data = { x, y, x2, y2 };

describe('two correlations', () => {
  test('of the same units, with a column shared, as psych computes it (Williams)', () => {
    const found = dependentCorrelations(data, { first: ['x', 'y'], second: ['x', 'x2'] });
    expect(correctDigits(found.statistic, reference.williams.t)).toBeGreaterThan(10);
    expect(correctDigits(found.pValue, reference.williams.p)).toBeGreaterThan(10);
  });

  test('of the same units in two years, as psych computes it (Steiger)', () => {
    const found = dependentCorrelations(data, { first: ['x', 'y'], second: ['x2', 'y2'] });
    // psych gives the size of the statistic.
    expect(correctDigits(Math.abs(found.statistic), reference.steiger.z)).toBeGreaterThan(9);
    expect(correctDigits(found.pValue, reference.steiger.p)).toBeGreaterThan(8);
  });

  test('of different units, as psych computes it', () => {
    const found = independentCorrelations({ r: 0.5, n: 103 }, { r: 0.2, n: 70 });
    expect(correctDigits(found.statistic, reference.independent.z)).toBeGreaterThan(12);
    expect(correctDigits(found.pValue, reference.independent.p)).toBeGreaterThan(12);
  });

  test('in the other order have the difference turned round', () => {
    const one = dependentCorrelations(data, { first: ['x', 'y'], second: ['x', 'x2'] });
    const other = dependentCorrelations(data, { first: ['x', 'x2'], second: ['x', 'y'] });
    expect(one.statistic).toBeCloseTo(-other.statistic, 10);
  });

  test('of one pair twice are no comparison', () => {
    expect(() => dependentCorrelations(data, { first: ['x', 'y'], second: ['y', 'x'] })).toThrow('two different pairs');
  });
});

describe('bands', () => {
  test('range restriction as psych corrects it', () => {
    expect(correctDigits(correctRangeRestriction(0.3, 1, 2), reference.restriction)).toBeGreaterThan(12);
    expect(correctRangeRestriction(0.3, 2, 2)).toBe(0.3);
  });

  test('one line with even spread is weaker in a band, and the correction undoes it', () => {
    const line = Array.from({ length: 400 }, (_, at) => at);
    const values = line.map((at) => at + 90 * Math.sin(at * 12.9898) * Math.cos(at * 7.233));
    const { whole, bands, differences } = bandedCorrelation(
      { line, values },
      {
        x: 'line',
        y: 'values',
        bands: [
          [0, 99],
          [100, 399],
        ],
      },
    );
    expect(bands[0]!.estimate).toBeLessThan(whole.estimate - 0.3);
    expect(Math.abs(bands[0]!.corrected - whole.estimate)).toBeLessThan(0.12);
    expect(differences).toHaveLength(1);
  });

  test('bands that share rows are not tested against each other', () => {
    expect(
      bandedCorrelation(data, {
        x: 'x',
        y: 'y',
        bands: [
          [0, 3],
          [1, 100],
        ],
      }).differences,
    ).toEqual([]);
  });
});

describe('ratios with a shared component', () => {
  const rows = Array.from({ length: 80 }, (_, at) => at);
  const drawn = (seed: number): Record<'links' | 'people' | 'talks' | 'time', number[]> => {
    const { normal } = randomSource(seed, 0);
    const column = (): number[] => rows.map(() => Math.exp(0.6 * normal()));
    return { links: column(), people: column(), talks: column(), time: column() };
  };
  const unrelated = drawn(5);
  const shared = { x: ['links', 'people'], y: ['talks', 'links'], permutations: 99 } as const;

  test('of unrelated components correlate below zero, and the shuffles take that into account', () => {
    const found = Array.from({ length: 20 }, (_, seed) => ratioCorrelation(drawn(seed + 1), shared));
    const mean = found.reduce((sum, { estimate }) => sum + estimate / 20, 0);
    expect(mean).toBeLessThan(-0.2);
    expect(found.every(({ mechanical }) => mechanical.mean < -0.1 && mechanical.lower < mechanical.upper)).toBe(true);
    // One in twenty is expected below 0.05; five or more have a chance of 0.003.
    expect(found.filter(({ pValue }) => pValue <= 0.05).length).toBeLessThan(5);
  });

  test('without a shared component the shuffles lie about zero', () => {
    const { mechanical, heldFixed } = ratioCorrelation(unrelated, {
      x: ['links', 'people'],
      y: ['talks', 'time'],
      permutations: 199,
    });
    expect(Math.abs(mechanical.mean)).toBeLessThan(0.05);
    expect(heldFixed).toBeNull();
  });

  test('the same seed gives the same', () => {
    const options = { ...shared, permutations: 20, seed: 4 };
    expect(ratioCorrelation(unrelated, options)).toEqual(ratioCorrelation(unrelated, options));
  });
});

describe('over time', () => {
  test('a change of slope, clustered by unit, as R computes it', () => {
    const n = x.length;
    const frame = {
      unit: [...x.keys(), ...x.keys()].map(String),
      year: Array.from({ length: 2 * n }, (_, at) => (at < n ? 1 : 2)),
      x: [...x, ...x2],
      y: [...y, ...y2],
    };
    const found = slopeChange(frame, { outcome: 'y', x: 'x', time: 'year', unit: 'unit', before: 1, after: 2 });
    expect(correctDigits(found.before.estimate, reference.slopes.before)).toBeGreaterThan(11);
    expect(correctDigits(found.change.estimate, reference.slopes.change)).toBeGreaterThan(11);
    expect(correctDigits(found.change.standardError, reference.slopes.standardError)).toBeGreaterThan(9);
    expect(found.after.estimate).toBeCloseTo(found.before.estimate + found.change.estimate, 10);
  });

  test('a lead is found, and lags with fewer than four pairs have no estimate', () => {
    const series = [3, 1, 4, 1, 5, 9];
    const rows = leadLag(series, [0, ...series.slice(0, 5)], { most: 3 });
    expect(rows.find(({ lag }) => lag === 1)!.estimate).toBeCloseTo(1, 10);
    expect(rows.filter(({ estimate }) => estimate === null).map(({ lag }) => lag)).toEqual([-3, 3]);
  });
});
