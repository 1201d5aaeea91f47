import { readFileSync } from 'node:fs';
import { worstDigits } from '@indexlab/stats';
import { describe, expect, test } from 'vitest';
import { factorWeights } from './factor-weights.js';

/** Made by tools/references/factor-weights.R. */
interface Reference {
  values: number[][];
  components: number[];
  likelihood: number[];
  single: number[];
}
const reference = JSON.parse(
  readFileSync(new URL('../../references/factor-weights.json', import.meta.url), 'utf8'),
) as Reference;
const columns = reference.values[0]!.map((_, column) => Float64Array.from(reference.values, (row) => row[column]!));

describe('factorWeights', () => {
  test('rotated components give the weights of R to ten digits', () => {
    expect(worstDigits(factorWeights(columns).weights, reference.components)).toBeGreaterThanOrEqual(10);
  });

  test('a single component gives the weights of R to twelve digits', () => {
    expect(worstDigits(factorWeights(columns, { factors: 1 }).weights, reference.single)).toBeGreaterThanOrEqual(12);
  });

  test('maximum likelihood gives the weights of factanal as far as that converges', () => {
    expect(
      worstDigits(factorWeights(columns, { extraction: 'likelihood' }).weights, reference.likelihood),
    ).toBeGreaterThanOrEqual(5);
  });

  test('columns go to the factor that they belong to, and weights sum to one', () => {
    const { assigned, weights, factors } = factorWeights(columns);
    expect(assigned.slice(0, 3)).toEqual([assigned[0], assigned[0], assigned[0]]);
    expect(assigned.slice(3)).toEqual([assigned[3], assigned[3], assigned[3]]);
    expect(assigned[0]).not.toBe(assigned[3]);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14);
    expect(factors.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 14);
  });

  test('the unit of a column does not matter', () => {
    const scaled = factorWeights(columns.map((column, index) => column.map((value) => value * 10 ** index + 5)));
    scaled.weights.forEach((weight, index) => expect(weight).toBeCloseTo(factorWeights(columns).weights[index]!, 9));
  });

  test('one column, or more factors than columns, are refused', () => {
    expect(() => factorWeights([columns[0]!])).toThrow('at least two columns, got 1');
    expect(() => factorWeights(columns, { factors: 7 })).toThrow('1 to 6 factors, got 7');
  });
});
