import { describe, expect, test } from 'vitest';
import reference from '../../references/moderation-slopes.json' with { type: 'json' };
import { worstDigits } from '../correct-digits.js';
import type { StandardErrors } from '../regression/standard-errors.js';
import { moderate, type Moderation } from './moderate.js';

interface Case {
  controls: string[];
  by: string;
  se: string;
  points: (number | string)[];
  boundsInRange: number[];
  slopes: { estimate: number; standardError: number; pValue: number; lower: number }[];
}
const data = reference.data as Record<string, (number | string | null)[]>;
const cases = reference.cases as unknown as Record<string, Case>;
const ours = (name: string): Moderation => {
  const { controls, by, se } = cases[name]!;
  return moderate(data, { y: 'mpg', x: 'wt', by, controls: controls.filter(Boolean), se: se as StandardErrors });
};

describe.each(Object.keys(cases))('the case %s', (name) => {
  const expected = cases[name]!;
  const result = ours(name);

  test('slopes at the means are those of R by the delta method', () => {
    for (const key of ['estimate', 'standardError', 'lower'] as const) {
      const digits = worstDigits(
        result.simpleSlopes.map((row) => row[key]),
        expected.slopes.map((row) => row[key]),
      );
      expect(digits, key).toBeGreaterThan(8);
    }
    const pValues = [result.simpleSlopes, expected.slopes].map((rows) => rows.map(({ pValue }) => pValue));
    expect(worstDigits(pValues[0]!, pValues[1]!)).toBeGreaterThan(7);
  });

  test('says where it was evaluated', () => {
    const { values, means } = result.evaluatedAt;
    if (typeof expected.points[0] === 'number')
      expect(worstDigits(values as number[], expected.points as number[])).toBeGreaterThan(12);
    else expect(values).toEqual(expected.points);
    const used = (data.wt as number[]).filter((_, row) => !result.formula.includes('hp') || data.hp![row] !== null);
    expect(means.wt).toBeCloseTo(used.reduce((sum, value) => sum + value, 0) / used.length, 12);
  });

  test('Johnson-Neyman bounds are those of the same slope', () => {
    if (result.johnsonNeyman === null) return expect(expected.boundsInRange).toEqual([]);
    const { bounds, range } = result.johnsonNeyman;
    const inside = bounds.filter((bound) => bound >= range[0] && bound <= range[1]);
    expect(inside).toHaveLength(expected.boundsInRange.length);
    if (inside.length > 0) expect(worstDigits(inside, expected.boundsInRange)).toBeGreaterThan(7);
  });
});

describe('where slopes are taken', () => {
  test('squares of x and the moderator count: not the slope at zero', () => {
    const [, middle] = ours('squares').simpleSlopes;
    expect(middle!.estimate.toFixed(3)).toBe('-3.574');
    expect(middle!.standardError.toFixed(3)).toBe('1.037');
  });

  test('a moderator of zeros and ones has slopes at both', () => {
    expect(ours('binary').simpleSlopes.map(({ at }) => at)).toEqual(['0', '1']);
    expect(ours('binary').evaluatedAt.moderator).toBe('0 and 1, its only values');
  });

  test('a mean less a standard deviation outside the data gives way to percent points, and a warning says so', () => {
    const skewed = ours('skewed');
    expect(skewed.simpleSlopes.map(({ at }) => at)).toEqual(['16 %', '50 %', '84 %']);
    expect(skewed.warnings.join()).toContain('its mean less a standard deviation lies outside the data');
    const down = { ...data, skew: (data.skew as number[]).map((value) => -value) };
    const upper = moderate(down, { y: 'mpg', x: 'wt', by: 'skew' });
    expect(upper.warnings.join()).toContain('its mean plus a standard deviation lies outside the data');
  });

  test('two values a standard deviation beyond which nothing lies are percent points too, but never outside', () => {
    const two = { ...data, two: (data.am as number[]).map((value) => value + 1) };
    const { values } = moderate(two, { y: 'mpg', x: 'wt', by: 'two' }).evaluatedAt;
    for (const value of values as number[]) expect([1, 2]).toContain(value);
  });

  test('a curved effect is searched within the range and has no ratio', () => {
    expect(ours('curved').johnsonNeyman!.searched).toBe('range');
    expect(ours('curved').ratio).toBeNull();
    expect(ours('squares').johnsonNeyman!.searched).toBe('all values');
  });

  test('the ratio at the mean is that of the slope there', () => {
    const { ratio, simpleSlopes } = ours('squares');
    const [low, middle, high] = simpleSlopes as unknown as readonly { estimate: number; value: number }[];
    const change = (high!.estimate - low!.estimate) / (high!.value - low!.value);
    expect(ratio!.centred.estimate).toBeCloseTo(change / middle!.estimate, 10);
  });

  test('categories besides the moderator stand at their shares', () => {
    const result = moderate(data, { y: 'mpg', x: 'wt', by: 'drat', controls: ['wt:gearname', 'gearname'] });
    const shares = Object.entries(result.evaluatedAt.means).filter(([name]) => name.startsWith('gearname'));
    expect(shares.map(([, share]) => share).sort()).toEqual([5 / 32, 12 / 32, 15 / 32]);
    const by = (name: string): number => result.terms.find(({ term }) => term === name)!.estimate;
    const middle = result.simpleSlopes[1]!.estimate;
    const interactions = result.terms.filter(({ term }) => term.startsWith('wt:gearname'));
    const expected = interactions.reduce((sum, { term, estimate }) => {
      return sum + estimate * result.evaluatedAt.means[term.slice(3)]!;
    }, by('center(wt)'));
    expect(middle).toBeCloseTo(expected, 10);
  });

  test('orthogonal polynomials of x have the slope of the same powers', () => {
    const [powers, poly] = [['I(wt^2)', 'I(wt^3)'], ['poly(wt, 3)']].map((controls) =>
      moderate(data, { y: 'mpg', x: 'wt', by: 'drat', controls }),
    );
    expect(poly!.simpleSlopes.map(({ estimate }) => estimate.toFixed(8))).toEqual(
      powers!.simpleSlopes.map(({ estimate }) => estimate.toFixed(8)),
    );
  });

  test('a term without a slope in x, or with the column inside x by itself, is refused by name', () => {
    const refused =
      (x: string, controls: string[]): (() => unknown) =>
      () =>
        moderate(data, { y: 'mpg', x, by: 'drat', controls });
    expect(refused('wt', ['rank(wt)'])).toThrow('requires terms with a slope in x, got rank(wt)');
    expect(refused('log(wt)', ['wt'])).toThrow('requires terms with a slope in x, got wt');
    expect(refused('log(wt)', ['I(log(wt)^2)'])).not.toThrow();
  });
});
