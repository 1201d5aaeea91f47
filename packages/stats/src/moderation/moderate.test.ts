import { readFileSync } from 'node:fs';
import { type Data, randomSource } from '@indexlab/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tTwoSided } from '../distributions/index.js';
import { correctDigits, worstDigits } from '../correct-digits.js';
import { moderate, type ModerateOptions } from './moderate.js';

interface Slope {
  at?: string;
  estimate: number;
  standardError: number;
  pValue: number;
}
interface Reference {
  centred: number[];
  centredErrors: number[];
  raw: number[];
  slopes: (Slope & { lower: number })[];
  ratio: Record<'raw' | 'centred', { estimate: number; standardError: number }>;
  levels: Slope[];
}
const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../references/${name}.json`, import.meta.url), 'utf8')) as T;
const { data } = read<{ data: Data }>('regression');
const expected = read<Reference>('moderation');
const options: ModerateOptions = {
  y: 'industry',
  x: 'market',
  by: 'technology',
  controls: ['log(population)'],
  se: 'HC3',
};

describe('moderate against R', () => {
  const ours = moderate(data, options);

  test('agrees on the centred and the raw regression, and both fit alike', () => {
    expect(
      worstDigits(
        ours.terms.map((row) => row.estimate),
        expected.centred,
      ),
    ).toBeGreaterThan(11);
    expect(
      worstDigits(
        ours.terms.map((row) => row.standardError),
        expected.centredErrors,
      ),
    ).toBeGreaterThan(11);
    expect(
      worstDigits(
        ours.raw.terms.map((row) => row.estimate),
        expected.raw,
      ),
    ).toBeGreaterThan(11);
    expect(correctDigits(ours.raw.rSquared, ours.rSquared)).toBeGreaterThan(14);
    expect(ours.terms.map((row) => row.term)).toEqual([
      '(Intercept)',
      'center(market)',
      'center(technology)',
      'log(population)',
      'center(market):center(technology)',
    ]);
  });

  test('agrees on simple slopes and on the ratios of interaction to main effect', () => {
    for (const name of ['estimate', 'standardError', 'pValue', 'lower'] as const) {
      expect(
        worstDigits(
          ours.simpleSlopes.map((row) => row[name]),
          expected.slopes.map((row) => row[name]),
        ),
      ).toBeGreaterThan(10);
    }
    for (const form of ['raw', 'centred'] as const) {
      const [ratio, theirs] = [ours.ratio![form], expected.ratio[form]];
      // R differentiates numerically.
      expect(
        worstDigits([ratio.estimate, ratio.standardError], [theirs.estimate, theirs.standardError]),
      ).toBeGreaterThan(9);
    }
  });

  test('agrees on the effect in each category', () => {
    const ours = moderate(data, { y: 'industry', x: 'market', by: 'region' });
    expect(ours.simpleSlopes.map((row) => row.at)).toEqual(expected.levels.map((row) => row.at));
    for (const name of ['estimate', 'standardError', 'pValue'] as const) {
      expect(
        worstDigits(
          ours.simpleSlopes.map((row) => row[name]),
          expected.levels.map((row) => row[name]),
        ),
      ).toBeGreaterThan(11);
    }
    expect(ours.johnsonNeyman).toBeNull();
  });
});

describe('moderate', () => {
  const cases = fc.record({
    seed: fc.integer(),
    main: fc.double({ min: -2, max: 2, noNaN: true }),
    product: fc.double({ min: -1, max: 1, noNaN: true }),
  });
  const draw = ({ seed, main, product }: { seed: number; main: number; product: number }): Record<string, number>[] => {
    const random = randomSource(seed);
    return Array.from({ length: 40 }, () => {
      const [x, m] = [random.normal(), 5 + random.normal()];
      return { x, m, y: x * (main + product * (m - 5)) + random.normal() };
    });
  };

  test('has a p-value of one less the level at each Johnson-Neyman bound, and the sides it names', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const ours = moderate(draw(given), { y: 'y', x: 'x', by: 'm', se: 'HC3', level: 0.9 });
        const { bounds, significant } = ours.johnsonNeyman!;
        const [b1, , b3] = [ours.terms[1]!, ours.terms[2]!, ours.terms[3]!];
        const mean = ours.simpleSlopes[1] as { value: number } & typeof b1;
        const v = ours.covariance;
        const pAt = (value: number): number => {
          const d = value - mean.value;
          const se = Math.sqrt(v[1]![1]! + 2 * d * v[1]![3]! + d * d * v[3]![3]!);
          return tTwoSided((b1.estimate + d * b3.estimate) / se, ours.errorDegreesOfFreedom);
        };
        for (const bound of bounds) expect(correctDigits(pAt(bound), 0.1)).toBeGreaterThan(8);
        const far = pAt(1e7) < 0.1;
        const inner = bounds.length === 2 ? pAt((bounds[0]! + bounds[1]!) / 2) < 0.1 : far;
        const name = far && inner ? 'everywhere' : far ? 'outside' : inner ? 'between' : 'nowhere';
        expect(significant).toBe(name);
      }),
    );
  });

  test('gives the same interaction and the same slopes whatever the origin of the moderator', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const rows = draw(given);
        const [ours, moved] = [rows, rows.map((row) => ({ ...row, m: row.m! - 1024 }))].map((data) =>
          moderate(data, { y: 'y', x: 'x', by: 'm' }),
        );
        expect(correctDigits(moved!.terms[3]!.estimate, ours!.terms[3]!.estimate)).toBeGreaterThan(8);
        expect(
          worstDigits(
            moved!.simpleSlopes.map((row) => row.standardError),
            ours!.simpleSlopes.map((row) => row.standardError),
          ),
        ).toBeGreaterThan(8);
      }),
    );
  });

  test('takes expressions, and columns whose names are none to a formula', () => {
    const rows = draw({ seed: 1, main: 1, product: 1 }).map((row) => ({
      'GDP (2020)': row.y,
      'share, %': row.x,
      用云量: row.m,
    }));
    const named = moderate(rows, { y: 'GDP (2020)', x: 'share, %', by: 'log(用云量)' });
    expect(named.raw.terms.map((row) => row.term)).toEqual([
      '(Intercept)',
      '`share, %`',
      'log(用云量)',
      '`share, %`:log(用云量)',
    ]);
  });

  test('gives the effect over the whole range of the moderator', () => {
    const rows = draw({ seed: 2, main: 1, product: 1 });
    const { conditionalEffects, johnsonNeyman } = moderate(rows, { y: 'y', x: 'x', by: 'm' });
    expect(conditionalEffects.length).toBe(41);
    expect([conditionalEffects[0]!.value, conditionalEffects[40]!.value]).toEqual(johnsonNeyman!.range);
  });

  test('refuses a moderator that is x itself, constant, or a category in which x does not vary', () => {
    const rows = draw({ seed: 3, main: 1, product: 1 }).map((row, i) => ({
      ...row,
      one: 1,
      x: i < 2 ? 1 : row.x!,
      kind: i < 2 ? 'a' : 'b',
    }));
    expect(() => moderate(rows, { y: 'y', x: 'x', by: 'x' })).toThrow('moderate requires a moderator other than x');
    expect(() => moderate(rows, { y: 'y', x: 'x', by: 'one' })).toThrow(
      'moderate requires terms that are not collinear, got center(x):center(one)',
    );
    expect(() => moderate(rows, { y: 'y', x: 'x', by: 'C(kind, b)' })).toThrow(
      'moderate requires x to vary within each category, got a constant in "a"',
    );
  });
});
