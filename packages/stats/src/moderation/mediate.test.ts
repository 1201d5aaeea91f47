import { readFileSync } from 'node:fs';
import { type Data, numbersOf, randomSource } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { correctDigits, worstDigits } from '../correct-digits.js';
import { regress } from '../regression/index.js';
import { bcaInterval, percentileInterval } from '../resampling/bootstrap-interval.js';
import { mediate, type MediateOptions } from './mediate.js';

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../references/${name}.json`, import.meta.url), 'utf8')) as T;
const { data } = read<{ data: Data }>('regression');
const { mediation } = read<{ mediation: { indirect: number; direct: number; total: number } }>('moderation');
const options: MediateOptions = {
  y: 'industry',
  x: 'market',
  by: 'technology',
  controls: ['log(population)'],
  seed: 11,
  draws: 300,
};

/** The indirect effect by two plain regressions. */
function indirect(rows: Data): number {
  const [a, b] = [
    regress('technology ~ market + log(population)', rows),
    regress('industry ~ market + technology + log(population)', rows),
  ];
  return a.terms[1]!.estimate * b.terms[2]!.estimate;
}

describe('mediate', () => {
  const ours = mediate(data, { ...options, interval: 'percentile' });
  const complete = ['industry', 'market', 'technology', 'population'].map(
    (name) => [name, numbersOf(data, name)] as const,
  );
  const used = Array.from({ length: 60 }, (_, row) => row).filter((row) =>
    complete.every(([, values]) => !Number.isNaN(values[row]!)),
  );
  const pick = (rows: readonly number[]): Data =>
    Object.fromEntries(complete.map(([name, values]) => [name, rows.map((row) => values[row]!)]));

  test('agrees with R on the effects, and the total is the direct plus the indirect one', () => {
    const [indirectRow, direct, total] = ours.effects;
    expect(
      worstDigits(
        [indirectRow!.estimate, direct!.estimate, total!.estimate],
        [mediation.indirect, mediation.direct, mediation.total],
      ),
    ).toBeGreaterThan(11);
    expect(correctDigits(ours.totalModel.terms[1]!.estimate, total!.estimate)).toBeGreaterThan(13);
    expect(ours.n).toBe(used.length);
  });

  test('draws what regressions on the resampled rows give', () => {
    const draws = Float64Array.from({ length: 300 }, (_, draw) => {
      const random = randomSource(11, draw);
      return indirect(pick(used.map(() => used[random.integer(used.length)]!)));
    }).sort();
    const row = ours.effects[0]!;
    expect(worstDigits([row.lower, row.upper], percentileInterval(draws, 0.95))).toBeGreaterThan(10);
  });

  test('takes the acceleration from regressions without one row each', () => {
    const bca = mediate(data, options).effects[0]!;
    const draws = Float64Array.from({ length: 300 }, (_, draw) => {
      const random = randomSource(11, draw);
      return indirect(pick(used.map(() => used[random.integer(used.length)]!)));
    }).sort();
    const jackknife = Float64Array.from(used, (row) => indirect(pick(used.filter((other) => other !== row))));
    expect(
      worstDigits([bca.lower, bca.upper], bcaInterval(indirect(pick(used)), draws, jackknife, 0.95)),
    ).toBeGreaterThan(10);
  });

  test('repeats itself with a seed, and differs with another', () => {
    expect(mediate(data, { ...options, interval: 'percentile' }).effects).toEqual(ours.effects);
    expect(mediate(data, { ...options, interval: 'percentile', seed: 12 }).effects[0]!.lower).not.toBe(
      ours.effects[0]!.lower,
    );
  });

  test('refuses collinear columns and too few draws', () => {
    expect(() => mediate(data, { ...options, draws: 10 })).toThrow('mediate requires at least 100 draws, got 10');
    expect(() => mediate(data, { ...options, by: 'I(2 * market)' })).toThrow(
      'mediate requires columns that are not collinear, got I(2 * market)',
    );
  });
});

describe('the bootstrap intervals', () => {
  const draws = Float64Array.from({ length: 99 }, (_, i) => i + 1);

  test('are order statistics at (draws + 1) times the probability', () => {
    expect(percentileInterval(draws, 0.9)).toEqual([100 * 0.05, 100 * 0.95]);
  });

  test('are the same without bias and acceleration', () => {
    const [lower, upper] = bcaInterval(50, draws, Float64Array.of(1, 2, 3), 0.9);
    expect(correctDigits(lower, 5)).toBeGreaterThan(12);
    expect(correctDigits(upper, 95)).toBeGreaterThan(12);
  });

  test('move up where most draws lie below the estimate', () => {
    const [lower, upper] = bcaInterval(70, draws, Float64Array.of(1, 2, 3), 0.9);
    expect(lower).toBeGreaterThan(5);
    expect(upper).toBeGreaterThan(95);
  });
});
