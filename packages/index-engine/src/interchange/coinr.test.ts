import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildIndex } from '../build/build-index.js';
import type { BuiltIndex } from '../build/built-index.js';
import { readRecipe } from '../specification/read-specification.js';
import { normalise } from '../stages/normalise/normalise.js';
import { boxCox, fromOne, transformations } from '../stages/treat/transformations.js';
import { winsorise } from '../stages/treat/winsorise.js';
import { fromCoinr } from './from-coinr.js';

type Columns = Record<string, (string | number | null)[]>;
interface Results {
  readonly units: string[];
  readonly scores: Record<string, (number | null)[]>;
  readonly rank: (number | null)[];
}
const reference = JSON.parse(readFileSync(join(import.meta.dirname, '../../references/coinr.json'), 'utf8')) as {
  iData: Columns;
  iMeta: Columns;
  panel: Columns;
  example: Results;
  incomplete: Results;
  purse: Record<string, Results>;
  column: number[];
  normalisations: Record<string, number[]>;
  transformations: Record<string, number[]>;
};

/** The largest difference from COINr's scores, relative where they exceed one; a score on one side only is infinitely far. */
function worst(built: BuiltIndex, results: Results, year?: number): number {
  return Math.max(
    ...results.units.flatMap((unit, place) => {
      const row = rowOf(built, unit, year);
      return Object.entries(results.scores).map(([node, scores]) =>
        difference(built.stages.scores[node]![row]!, scores[place] ?? NaN),
      );
    }),
  );
}

function difference(computed: number, expected: number): number {
  if (Number.isNaN(computed) !== Number.isNaN(expected)) return Infinity;
  return Number.isNaN(computed) ? 0 : Math.abs(computed - expected) / Math.max(1, Math.abs(expected));
}

function rowOf(built: BuiltIndex, unit: string, year?: number): number {
  return built.unitNames.findIndex((name, row) => name === unit && (year === undefined || built.years![row] === year));
}

const ranksOf = (built: BuiltIndex, { units }: Results, year?: number): (number | null)[] =>
  units.map((unit) => {
    const rank = built.rank[rowOf(built, unit, year)]!;
    return Number.isNaN(rank) ? null : rank;
  });

describe("two tables of COINr and a recipe give COINr's index at every level to 1e-12, with its ranks", () => {
  test('denominate, impute by group, screen, treat, normalise, aggregate', () => {
    const recipe = readRecipe(`
id: example
title: Example
stages: [denominate, impute, screen, treat, normalise]
impute: { method: group-median, by: Region }
screen: { availability: 0.9 }
treat: { method: outliers, most: 2 }
normalise: { method: min-max, upper: 100 }
missing: skip
`);
    const built = buildIndex(fromCoinr(reference.iData, reference.iMeta, recipe), reference.iData);
    expect(built.unitNames.length).toBe(reference.example.units.length);
    expect(worst(built, reference.example)).toBeLessThan(1e-12);
    expect(ranksOf(built, reference.example)).toEqual(reference.example.rank);
  });

  test('gaps, forced units, a method of its own for some indicators, another mean at each level with its own threshold', () => {
    const recipe = readRecipe(`
id: incomplete
title: Incomplete
stages: [screen, normalise]
screen: { availability: 0.5, include: [U07] }
normalise: { method: min-max, lower: 1, upper: 100 }
levels:
  "2": { aggregate: arithmetic, missing: { minimumShare: 0.5 } }
  "1": { aggregate: geometric, missing: { minimumShare: 0.5 } }
  "0": { aggregate: harmonic, missing: propagate }
`);
    const specification = fromCoinr(reference.iData, reference.iMeta, recipe);
    const own: Record<string, NonNullable<typeof recipe.normalise>> = {
      i4: 'percentile-rank',
      i6: 'borda',
      i9: { method: 'z-score', mean: 50, deviation: 10 },
    };
    for (const group of specification.tree.children!.flatMap((child) => child.children!)) {
      for (const leaf of group.children!) if (own[leaf.id] !== undefined) leaf.normalise = own[leaf.id];
    }
    const built = buildIndex(specification, reference.iData);
    expect(worst(built, reference.incomplete)).toBeLessThan(1e-12);
    expect(ranksOf(built, reference.incomplete)).toEqual(reference.incomplete.rank);
  });

  test('a panel: latest values, treatment by year, min-max over all years', () => {
    const recipe = readRecipe(`
id: purse
title: Purse
stages: [impute, screen, treat, normalise]
impute: latest
screen: { availability: 0.9 }
treat: outliers
normalise: { method: min-max, upper: 100, over: pooled }
missing: skip
`);
    const built = buildIndex(fromCoinr(reference.panel, reference.iMeta, recipe), reference.panel);
    for (const [year, results] of Object.entries(reference.purse)) {
      expect(worst(built, results, Number(year))).toBeLessThan(1e-12);
      expect(ranksOf(built, results, Number(year))).toEqual(results.rank);
    }
  });
});

describe('a column of COINr', () => {
  const column = Float64Array.from(reference.column);
  const off = (computed: Float64Array, expected: readonly number[]): number =>
    Math.max(...expected.map((value, row) => difference(computed[row]!, value)));

  test.each([
    ['minmax', { method: 'min-max', lower: 1, upper: 7 }],
    ['zscore', 'z-score'],
    ['scaled', { method: 'goalposts', lower: 0, upper: 50, factor: 10, cut: false }],
    ['dist2max', 'distance-to-maximum'],
    ['dist2targ', { method: 'distance-to-target', target: 60, cut: true }],
    ['fracmax', 'share-of-maximum'],
    ['rank', 'rank'],
    ['prank', 'percentile-rank'],
    ['borda', 'borda'],
    ['goalposts', { method: 'goalposts', lower: 2, upper: 40, factor: 10 }],
  ])('normalised by n_%s', (name, method) => {
    expect(off(normalise(column, method), reference.normalisations[name]!)).toBeLessThan(1e-14);
  });

  test('transformed and winsorised', () => {
    const { log_CT, log_CT_orig, log_CT_plus, boxcox } = reference.transformations;
    expect(off(transformations['log-shifted'](column), log_CT!)).toBeLessThan(1e-14);
    expect(off(transformations['log-from-one'](column), log_CT_orig!)).toBeLessThan(1e-14);
    expect(off(transformations['log-either'](column.map((value) => -value)), log_CT_plus!)).toBeLessThan(1e-14);
    expect(off(boxCox(fromOne(column), 0.3), boxcox!)).toBeLessThan(1e-14);
    expect(winsorise(column, { skewness: 2, kurtosis: 3.5 }, 3).values).toEqual(
      Float64Array.from(reference.transformations.winsorise!),
    );
  });
});
