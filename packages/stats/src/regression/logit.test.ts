import { readFileSync } from 'node:fs';
import type { Data } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { worstDigits } from '../correct-digits.js';
import { logit } from './logit.js';

type Column = 'estimate' | 'standardError' | 'statistic' | 'pValue';
type Value = 'logLikelihood' | 'aic' | 'bic' | 'nullLogLikelihood' | 'n';
const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../references/${name}.json`, import.meta.url), 'utf8')) as T;
const { data, logit: expected } = read<{
  data: Data;
  logit: Record<Column | 'fitted', number[]> & Record<Value, number> & { formula: string };
}>('regression');
const python = read<{ logit: Record<'estimate' | 'standardError', number[]> & { pseudoRSquared: number } }>(
  'regression-statsmodels',
).logit;

describe('logit', () => {
  const ours = logit(expected.formula, data);

  test('agrees with glm in R', () => {
    for (const name of ['estimate', 'standardError', 'statistic', 'pValue'] as const) {
      expect(
        worstDigits(
          ours.terms.map((row) => row[name]),
          expected[name],
        ),
      ).toBeGreaterThan(10.5);
    }
    for (const name of ['logLikelihood', 'aic', 'bic', 'nullLogLikelihood', 'n'] as const) {
      expect(worstDigits([ours[name]], [expected[name]])).toBeGreaterThan(12);
    }
    expect(worstDigits(ours.fitted, expected.fitted)).toBeGreaterThan(11);
    expect(ours.missing).toBe(3);
  });

  test('agrees with statsmodels', () => {
    expect(
      worstDigits(
        ours.terms.map((row) => row.estimate),
        python.estimate,
      ),
    ).toBeGreaterThan(11);
    expect(
      worstDigits(
        ours.terms.map((row) => row.standardError),
        python.standardError,
      ),
    ).toBeGreaterThan(11);
    expect(worstDigits([ours.pseudoRSquared], [python.pseudoRSquared])).toBeGreaterThan(11);
  });

  test('takes a text of two values, the later one as yes', () => {
    const columns = { x: [1, 2, 3, 4, 5, 6], y: [0, 0, 1, 0, 1, 1] };
    const words = logit('y ~ x', { x: columns.x, y: columns.y.map((y) => (y === 1 ? 'yes' : 'no')) });
    expect(words.outcome).toBe('y[yes]');
    expect(words.terms).toEqual(logit('y ~ x', columns).terms);
  });

  test('names the terms that separate the outcomes, and only those', () => {
    const complete = logit('y ~ x', { x: [1, 2, 3, 4, 5, 6], y: [0, 0, 0, 1, 1, 1] });
    expect(complete.separatedBy).toContain('x');
    const partly = logit('y ~ x + z', {
      x: [1, 2, 3, 4, 5, 6, 7, 8],
      z: [1, 0, 0, 0, 1, 0, 0, 0],
      y: [0, 1, 0, 1, 0, 1, 1, 0],
    });
    expect(partly.separatedBy).toEqual(['z']);
    expect(partly.warnings.join()).toMatch('The outcomes are separated by z');
  });

  test('does not take a strong effect for separation', () => {
    const x = Array.from({ length: 40 }, (_, i) => i - 20 + (i === 39 ? 400 : 0));
    const y = x.map((value, i) => Number(i === 19 ? 1 : i === 21 ? 0 : value > 0));
    const ours = logit('y ~ x', { x, y });
    expect(ours.separatedBy).toEqual([]);
    expect(ours.warnings).toEqual([]);
  });

  test('refuses an outcome that is not yes or no, or always the same', () => {
    expect(() => logit('y ~ x', { x: [1, 2, 3], y: [0, 1, 2] })).toThrow(
      'logit requires an outcome of 0 and 1, got 2 (row 3 of the data)',
    );
    expect(() => logit('y ~ x', { x: [1, 2, 3], y: ['a', 'b', 'c'] })).toThrow(
      'logit requires a yes/no outcome, got 3 values (column "y")',
    );
    expect(() => logit('y ~ x', { x: [1, 2, 3], y: [1, 1, 1] })).toThrow(
      'logit requires both outcomes, got 3 yes in 3 rows (y)',
    );
  });
});
