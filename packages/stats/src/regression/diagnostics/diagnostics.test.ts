import { readFileSync } from 'node:fs';
import type { Data } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { correctDigits, worstDigits } from '../../correct-digits.js';
import { regress } from '../regress.js';
import type { ObservationRow } from '../results.js';
import { observationRows } from '../rows.js';
import type { StandardErrors } from '../standard-errors.js';
import {
  breuschPagan,
  durbinWatson,
  resetTest,
  shapiroWilk,
  type TestResult,
  varianceInflation,
  whiteTest,
} from './index.js';

interface Test {
  statistic: number;
  degreesOfFreedom: number | number[];
  pValue: number;
}
type Column = 'leverage' | 'standardisedResidual' | 'studentisedResidual' | 'cookDistance' | 'residual';
interface Reference {
  data: Data;
  diagnostics: Record<Column | 'weightedCookDistance' | 'weightedResidual' | 'vif', number[]> &
    Record<'breuschPagan' | 'reset' | 'durbinWatson' | 'shapiroWilk', Test>;
  shapiro: (Test & { values: number[] })[];
}
const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../references/${name}.json`, import.meta.url), 'utf8')) as T;
const { data, diagnostics, shapiro } = read<Reference>('regression');
const python = read<{
  estimate: number[];
  standardErrors: Record<string, number[]>;
  white: Test;
  breuschPagan: Test;
  durbinWatson: number;
}>('regression-statsmodels');
const formula = 'industry ~ market * technology + log(population) + region';
const main = regress(formula, data);

const digitsOf = (ours: TestResult, theirs: Test): number =>
  worstDigits([ours.statistic, ours.pValue], [theirs.statistic, theirs.pValue]);
const columnOf = (rows: readonly ObservationRow[], name: Column): number[] => rows.map((row) => row[name]);

describe('observationRows', () => {
  test.each(['leverage', 'standardisedResidual', 'studentisedResidual', 'cookDistance', 'residual'] as const)(
    'agrees with R in %s',
    (name) => {
      expect(worstDigits(columnOf(observationRows(main), name), diagnostics[name])).toBeGreaterThan(11);
    },
  );

  test('agrees with R in a weighted regression', () => {
    const rows = observationRows(regress(formula, data, { weights: 'weight' }));
    expect(worstDigits(columnOf(rows, 'residual'), diagnostics.weightedResidual)).toBeGreaterThan(11);
    expect(worstDigits(columnOf(rows, 'cookDistance'), diagnostics.weightedCookDistance)).toBeGreaterThan(11);
  });

  test('gives the row of the data and values that add up', () => {
    for (const { row, observed, fitted, residual } of observationRows(main)) {
      expect([3, 17, 29, 41]).not.toContain(row);
      expect(fitted + residual).toBeCloseTo(observed, 12);
    }
  });
});

describe('the tests of residuals', () => {
  test('agree with R and statsmodels on Breusch-Pagan', () => {
    expect(digitsOf(breuschPagan(main), diagnostics.breuschPagan)).toBeGreaterThan(11);
    expect(digitsOf(breuschPagan(main), python.breuschPagan)).toBeGreaterThan(11);
    expect(breuschPagan(main).degreesOfFreedom).toBe(diagnostics.breuschPagan.degreesOfFreedom);
  });

  test('agree with statsmodels on White', () => {
    expect(digitsOf(whiteTest(main), python.white)).toBeGreaterThan(11);
  });

  test('agree with R on RESET', () => {
    expect(digitsOf(resetTest(main), diagnostics.reset)).toBeGreaterThan(10);
    expect(resetTest(main).degreesOfFreedom).toEqual(diagnostics.reset.degreesOfFreedom);
  });

  test('agree with R and statsmodels on Durbin-Watson', () => {
    expect(digitsOf(durbinWatson(main), diagnostics.durbinWatson)).toBeGreaterThan(11);
    expect(correctDigits(durbinWatson(main).statistic, python.durbinWatson)).toBeGreaterThan(11);
  });

  test('refuse a weighted regression', () => {
    for (const test of [breuschPagan, whiteTest, resetTest, durbinWatson]) {
      expect(() => test(regress(formula, data, { weights: 'weight' }))).toThrow(
        'requires a regression without weights',
      );
    }
  });
});

describe('shapiroWilk', () => {
  test.each(shapiro)('agrees with R', ({ values, ...theirs }) => {
    expect(digitsOf(shapiroWilk(values), theirs)).toBeGreaterThan(9.5);
  });

  test('agrees with R on residuals', () => {
    expect(digitsOf(shapiroWilk(main.fit.residuals), diagnostics.shapiroWilk)).toBeGreaterThan(11);
  });

  test('refuses too few values, equal ones and missing ones', () => {
    expect(() => shapiroWilk([1, 2])).toThrow('shapiroWilk requires 3 to 5,000 values, got 2');
    expect(() => shapiroWilk([1, 1, 1])).toThrow('shapiroWilk requires values that differ, got only 1');
    expect(() => shapiroWilk([1, NaN, 3])).toThrow('shapiroWilk requires finite values');
  });
});

describe('varianceInflation', () => {
  test('agrees with R, categories as one term', () => {
    const ours = varianceInflation(regress('industry ~ market + technology + log(population) + region', data));
    expect(ours.map((row) => row.term)).toEqual(['market', 'technology', 'log(population)', 'region']);
    expect(ours.map((row) => row.degreesOfFreedom)).toEqual([1, 1, 1, 3]);
    expect(
      worstDigits(
        ours.map((row) => row.vif),
        diagnostics.vif,
      ),
    ).toBeGreaterThan(12);
  });
});

describe('regress against statsmodels', () => {
  test.each(Object.keys(python.standardErrors))('agrees in %s errors', (se) => {
    const { terms } = regress(formula, data, { se: se as StandardErrors });
    expect(
      worstDigits(
        terms.map((row) => row.estimate),
        python.estimate,
      ),
    ).toBeGreaterThan(11);
    expect(
      worstDigits(
        terms.map((row) => row.standardError),
        python.standardErrors[se]!,
      ),
    ).toBeGreaterThan(10);
  });
});
