import { type Interval, randomSource, roundedInterval } from '@indexlab/core';
import { expect, test } from 'vitest';
import { type RecoverOptions, recoverWeights } from './recover-weights.js';
import type { Recovery } from './recovery.js';

/** Published indices made up at random. */
const cases = Array.from({ length: 210 }, (_, seed) => madeUpIndex(seed));

test('the bounds contain the true weights every time', () => {
  expect(cases.filter(({ rescaled }) => rescaled !== undefined).length).toBe(210 / 3);
  for (const { weights, options } of cases) {
    const recovery = recoverWeights(options);
    expect(recovery.status).toBe('feasible');
    expect(outside(recovery, weights)).toEqual([]);
  }
});

test('the estimate lies inside the bounds and the simplest weights reproduce every total', () => {
  for (const { options } of cases.slice(0, 60)) {
    const { weights, simplest, scaling } = recoverWeights(options);
    for (const { estimate, lower, upper } of Object.values(weights)) {
      expect(estimate === null || (lower! <= estimate && estimate <= upper!)).toBe(true);
    }
    if (simplest === null || Object.values(scaling).some(({ method }) => method !== 'none')) continue;
    expect(recoverWeights({ ...options, stated: simplest }).stated!.possible).toBe(true);
  }
});

test('three wrong rows are named, as the only set or one of the smallest', () => {
  let only = 0;
  for (const { options, wrong } of Array.from({ length: 100 }, (_, seed) => madeUpIndex(seed, 3))) {
    const { status, wrongRows, wrongRowsProven, assumptions } = recoverWeights(options);
    expect([status, wrongRowsProven]).toEqual(['infeasible', true]);
    expect(
      assumptions.some((one) => one.startsWith('there may be more sets')) ||
        wrongRows.map(String).includes(String(wrong)),
    ).toBe(true);
    if (wrongRows.length === 1) only += 1;
  }
  expect(only).toBeGreaterThan(90);
});

interface MadeUpIndex {
  readonly weights: Readonly<Record<string, number>>;
  readonly rescaled: string | undefined;
  readonly options: RecoverOptions;
  readonly wrong: readonly string[];
}

/**
 * An index of two to six parts, eight to sixty units and one to four printed decimals; its weights have three
 * decimals. In every third one a part is printed in a unit of its own and rescaled before weighting.
 */
function madeUpIndex(seed: number, wrongRows = 0): MadeUpIndex {
  const random = randomSource(2016, seed);
  const count = 2 + random.integer(5);
  const rows = (wrongRows > 0 ? 20 : 8) + random.integer(wrongRows > 0 ? 41 : 53);
  const decimals = 1 + random.integer(4);
  const names = Array.from({ length: count }, (_, part) => `part ${part + 1}`);
  const shares = names.map(() => 50 + random.integer(900));
  const scale = 1000 / shares.reduce((sum, share) => sum + share, 0);
  const thousandths = shares.map((share) => Math.max(1, Math.round(share * scale)));
  thousandths[0]! += 1000 - thousandths.reduce((sum, share) => sum + share, 0);
  const rescaled = seed % 3 === 0 ? random.integer(count) : undefined;
  const used = names.map(() => Array.from({ length: rows }, () => 100 * random.uniform()));
  const total = Array.from({ length: rows }, (_, row) =>
    used.reduce((sum, part, index) => sum + part[row]! * (thousandths[index]! / 1000), 0),
  );
  const slope = [0.05, 0.5, 2, 30][random.integer(4)]!;
  const shift = 20 + 100 * random.uniform();
  const shown = used.map((part, index) => (index === rescaled ? part.map((value) => (value + shift) / slope) : part));
  const wrong = new Set<number>();
  while (wrong.size < wrongRows) wrong.add(random.integer(rows));
  for (const row of wrong) total[row]! += (random.uniform() < 0.5 ? -1 : 1) * (2 + 8 * random.uniform());
  const print = (values: readonly number[]): Interval[] =>
    values.map((value) => roundedInterval(value.toFixed(decimals)));
  return {
    weights: Object.fromEntries(names.map((name, part) => [name, thousandths[part]! / 1000])),
    rescaled: rescaled === undefined ? undefined : names[rescaled]!,
    options: {
      unit: total.map((_, row) => `unit ${row}`),
      total: print(total),
      parts: Object.fromEntries(names.map((name, part) => [name, print(shown[part]!)])),
    },
    wrong: [...wrong].sort((a, b) => a - b).map((row) => `unit ${row}`),
  };
}

/** The parts whose true weight is not inside its bounds. */
function outside({ weights }: Recovery, truth: Readonly<Record<string, number>>): string[] {
  return Object.keys(truth).filter((part) => {
    const { lower, upper } = weights[part]!;
    return !(lower! <= truth[part]! && truth[part]! <= (upper ?? Infinity));
  });
}
