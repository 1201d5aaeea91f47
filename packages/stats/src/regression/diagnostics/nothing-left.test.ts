import { describe, expect, test } from 'vitest';
import { anova, oneSampleTTest, pairedTTest, tTest, welchTest } from '../../hypothesis-tests/index.js';
import { panel } from '../../panel/index.js';
import { logit } from '../logit.js';
import { regress } from '../regress.js';
import { observationRows } from '../rows.js';
import { breuschPagan, durbinWatson, resetTest, shapiroWilk, whiteTest } from './index.js';

const x = [0.1, 0.7, 0.2, 1.3, 2.9, 3.1, 0.4, 5.7];
const noise = [0.3, -0.2, 0.5, -0.1, -0.4, 0.2, 0.1, -0.3];

describe('a perfect fit', () => {
  const perfect = [
    regress('y ~ x', { x, y: x.map((value) => 3 * value + 0.7) }),
    regress('y ~ x', { x, y: x.map((value) => 1e6 + value / 3) }),
    regress('y ~ x + I(x^2)', { x, y: x.map((value) => 0.1 * value - value * value) }),
  ];
  test.each([
    ['RESET', resetTest],
    ['Durbin-Watson', durbinWatson],
    ['Breusch-Pagan', breuschPagan],
    ['White', whiteTest],
  ])('leaves nothing to %s', (name, compute) => {
    for (const fit of perfect)
      expect(() => compute(fit)).toThrow(`${name} requires residuals, got a perfect fit: nothing is left to test`);
  });

  test('but for noise far below the values leaves something', () => {
    const fit = regress('y ~ x', { x, y: x.map((value, i) => 1e3 + value + 1e-9 * noise[i]!) });
    for (const compute of [resetTest, durbinWatson, breuschPagan, whiteTest])
      expect(compute(fit).pValue).toBeGreaterThan(0);
  });
});

describe('other fits that leave nothing', () => {
  test('squared residuals that are all equal have nothing to explain', () => {
    const fit = regress('y ~ g', { g: ['a', 'a', 'b', 'b', 'c', 'c'], y: [1, 3, 4, 6, 8, 10] });
    expect(() => breuschPagan(fit)).toThrow('requires squared residuals that vary, got equal ones: nothing is left');
  });

  test('fitted values that are all equal have no squares of their own', () => {
    expect(() => resetTest(regress('y ~ 1', { y: noise }))).toThrow('nothing is left to test');
  });

  test('a model that two more columns would saturate leaves no degree of freedom', () => {
    expect(() => resetTest(regress('y ~ x', { x: x.slice(0, 4), y: noise.slice(0, 4) }))).toThrow(
      'nothing is left to test',
    );
  });

  test('constants but for rounding leave nothing to a test', () => {
    const constant = [0.1 + 0.2, 0.3, 0.3, 0.1 + 0.2];
    expect(() => shapiroWilk(constant)).toThrow('differ by more than rounding');
    expect(() => oneSampleTTest(constant)).toThrow('differ by more than rounding');
    expect(() => tTest(constant, constant)).toThrow('differ by more than rounding');
    expect(() => welchTest(constant, constant)).toThrow('differ by more than rounding');
    expect(() => pairedTTest([1.1, 2.2, 3.3], [1, 2.1, 3.2])).toThrow('differ by more than rounding');
    expect(() => anova([constant, [5, 5, 5]])).toThrow('differ within groups by more than rounding');
    expect(shapiroWilk([1e9, 1e9 + 1, 1e9 + 4]).pValue).toBeGreaterThan(0.1);
  });

  test('one degree of freedom leaves the other rows none to studentise by', () => {
    const rows = observationRows(regress('y ~ x', { x: [1, 2, 4], y: [1, 3, 4] }));
    expect(rows.map((row) => row.studentisedResidual)).toEqual([NaN, NaN, NaN]);
    expect(rows.every((row) => Number.isFinite(row.cookDistance))).toBe(true);
  });
});

describe('a factor with one level', () => {
  const data = {
    x,
    y: noise,
    region: x.map(() => 'east'),
    yes: [0, 1, 0, 1, 1, 0, 1, 0],
    c: [1, 1, 2, 2, 3, 3, 4, 4],
    t: [1, 2, 1, 2, 1, 2, 1, 2],
  };

  test('is named in dropped, with its level', () => {
    const fit = regress('y ~ x + region + C(region) + x:region', data);
    expect(fit.dropped).toEqual(['region', 'C(region)', 'x:region']);
    expect(fit.warnings).toContain('region was dropped: it has one level in the rows used, "east".');
    expect(fit.warnings).toContain('x:region was dropped: region has one level in the rows used, "east".');
    expect(fit.terms.map(({ term }) => term)).toEqual(['(Intercept)', 'x']);
  });

  test('whose other levels are in rows left out is one too', () => {
    const fit = regress('y ~ x + g', { ...data, g: ['b', ...x.slice(1).map(() => 'a')], x: [NaN, ...x.slice(1)] });
    expect(fit.dropped).toEqual(['g']);
    expect(fit.warnings.join()).toContain('g was dropped: it has one level in the rows used, "a".');
  });

  test('is named by logit and panel too', () => {
    expect(logit('yes ~ x + region', data).dropped).toEqual(['region']);
    const index = { entity: 'c', time: 't', method: 'within' } as const;
    expect(panel('y ~ x + region', data, index).dropped).toEqual(['region']);
  });

  test('without an intercept is the mean', () => {
    const fit = regress('y ~ region - 1', data);
    expect(fit.dropped).toEqual([]);
    expect(fit.terms[0]!.estimate).toBeCloseTo(noise.reduce((sum, value) => sum + value, 0) / 8, 14);
  });
});
