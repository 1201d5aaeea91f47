import type { Data } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import reference from '../../../references/formulas.json' with { type: 'json' };
import { worstDigits } from '../../correct-digits.js';
import { parseFormula } from '../formula/formula.js';
import { regress } from '../regress.js';
import { designMatrix } from './design-matrix.js';
import { modelFrame } from './model-frame.js';

const data = reference.data as Data;
const columns = Object.keys(reference.data);

describe.each(reference.formulas)('$formula', ({ formula, columns: names, matrix, fitted, rank }) => {
  const model = parseFormula(formula, columns);

  test('has the columns of R, in order', () => {
    const design = designMatrix(model, modelFrame(model, data));
    expect(design.columns.map(({ term }) => term)).toHaveLength(names.length);
    design.columns.forEach(({ values, term }, j) => {
      expect([...values.high], `${term} and ${names[j]}`).toEqual(matrix[j]);
    });
  });

  test('has the fit of R', () => {
    const ours = regress(formula, data);
    expect(ours.terms).toHaveLength(rank);
    const values = ours.fit.residuals.map((residual, row) => ours.model.response.high[row]! - residual);
    expect(worstDigits(values, fitted)).toBeGreaterThan(8);
  });
});

describe('the dot', () => {
  test('is every column but those of the outcome', () => {
    expect(parseFormula('log(y / z) ~ .', ['x', 'y', 'z', 'g']).terms.map(({ name }) => name)).toEqual(['x', 'g']);
    expect(parseFormula('y ~ .^2', ['x', 'y', 'z']).terms.map(({ name }) => name)).toEqual(['x', 'z', 'x:z']);
    expect(parseFormula('y ~ x:.', ['x', 'y', 'z']).terms.map(({ name }) => name)).toEqual(['x', 'x:z']);
  });

  test('needs columns to stand for', () => {
    expect(() => parseFormula('y ~ .')).toThrow('requires the data\'s columns to read ".", got none (character 5');
  });
});

test('nesting needs terms on both sides', () => {
  expect(() => parseFormula('y ~ x / 1')).toThrow('A formula requires terms, got "/" (character 7 of "y ~ x / 1")');
});
