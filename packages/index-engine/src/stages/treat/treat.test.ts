import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kurtosis, skewness } from '@indexlab/stats';
import { describe, expect, test } from 'vitest';
import { readRows } from '../rows.js';
import { bindTreatment, pointsOf, treatColumn } from './treat.js';
import { boxCox, boxCoxLambda, fromOne } from './transformations.js';
import { shapeOf } from './winsorise.js';

const reference = JSON.parse(readFileSync(join(import.meta.dirname, '../../../references/stages.json'), 'utf8')) as {
  skewed: number[];
  boxCoxLambda: number;
  boxCox: number[];
};
const rowsOf = (count: number) =>
  readRows({ place: Array.from({ length: count }, (_, row) => `u${row}`) }, { unit: 'place' });
const outlier = new Float64Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 1000, NaN]);

describe('treating outliers', () => {
  test('every touched point is on record, with what it was and what it is', () => {
    const rows = rowsOf(outlier.length);
    const treated = treatColumn(outlier, bindTreatment('outliers'), rows, 'x');
    expect(treated.values[9]).toBe(9);
    expect(pointsOf(outlier, treated, rows, 'x')).toEqual([
      { unit: 'u9', year: null, node: 'x', step: 'winsorised-high', before: 1000, after: 9 },
    ]);
    expect(treated.steps.map(({ step, touched }) => [step, touched])).toEqual([
      ['check', 0],
      ['winsorise', 1],
    ]);
  });

  test('a column that passes is left alone', () => {
    const even = new Float64Array([1, 2, 3, 4, 5]);
    expect(treatColumn(even, bindTreatment('outliers'), rowsOf(5), 'x').values).toBe(even);
  });

  test('where winsorising is not enough the whole column is transformed, from the values as given', () => {
    const many = new Float64Array([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 50, 900]);
    const { values, steps } = treatColumn(
      many,
      bindTreatment({ method: 'outliers', most: 1 }),
      rowsOf(many.length),
      'x',
    );
    expect(steps.map(({ step }) => step)).toEqual(['check', 'winsorise', 'log-shifted']);
    expect(values[20]).toBe(Math.log(900 - 1 + 0.01 * 899));
  });

  test('low outliers move up', () => {
    const low = Float64Array.from(outlier, (value) => -value);
    expect(treatColumn(low, bindTreatment('winsorise'), rowsOf(low.length), 'x').codes![9]).toBe(2);
  });

  test('quantiles bound both ends', () => {
    const { values } = treatColumn(
      new Float64Array([0, 1, 2, 3, 4]),
      bindTreatment({ method: 'winsorise-quantiles', lower: 0.25, upper: 0.75 }),
      rowsOf(5),
      'x',
    );
    expect(values).toEqual(new Float64Array([1, 1, 2, 3, 3]));
  });

  test('a logarithm of zero is refused by name', () => {
    expect(() => treatColumn(new Float64Array([0, 1]), bindTreatment('log'), rowsOf(2), 'price')).toThrow(
      'values above 0 for a logarithm, got 0 (column "price")',
    );
  });

  test('the shape is that of stats to 13 digits', () => {
    const shape = shapeOf(Float64Array.from(reference.skewed), { skewness: 2, kurtosis: 3.5 })!;
    expect(Math.abs(shape.skewness / skewness(reference.skewed) - 1)).toBeLessThan(1e-13);
    expect(Math.abs(shape.kurtosis / kurtosis(reference.skewed) - 1)).toBeLessThan(1e-13);
  });

  test("Box-Cox and its most likely lambda are SciPy's", () => {
    const positive = fromOne(Float64Array.from(reference.skewed));
    expect(Math.abs(boxCoxLambda(positive) - reference.boxCoxLambda)).toBeLessThan(1e-6);
    boxCox(positive, 0.4).forEach((value, row) => expect(Math.abs(value - reference.boxCox[row]!)).toBeLessThan(1e-13));
  });
});
