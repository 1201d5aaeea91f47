import { Exact } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { atLeast, atMost } from '../linear-program/constraint.js';
import { formBounds, type LinearForm } from './relation.js';
import { simplestWeights, type WeightRegion } from './simplest-weights.js';

const numbers = (...tokens: string[]): Exact[] => tokens.map((token) => Exact.parse(token));
const forms: LinearForm[] = [numbers('1', '0'), numbers('0', '1')].map((coefficients) => ({
  coefficients,
  constant: Exact.zero,
}));

/** Two weights that sum to one, the first of them between two ends. */
function between(lower: string, upper: string, near: string): WeightRegion {
  const sum = numbers('1', '1');
  const region = {
    variables: 2,
    free: [],
    constraints: [
      atMost(sum, Exact.one),
      atLeast(sum, Exact.one),
      atLeast(numbers('1', '0'), Exact.parse(lower)),
      atMost(numbers('1', '0'), Exact.parse(upper)),
    ],
  };
  const estimate = Exact.parse(near);
  return {
    region,
    forms,
    bounds: forms.map((form) => formBounds(form, region)!),
    near: [estimate, Exact.one.minus(estimate)],
  };
}

const simplest = (...regions: WeightRegion[]): unknown => {
  const found = simplestWeights(regions);
  return found && [found.index, ...found.weights.map(String)];
};

describe('simplestWeights', () => {
  test('has the fewest decimals that the region allows', () => {
    expect(simplest(between('0.2768', '0.2771', '0.277'))).toEqual([0, '0.277', '0.723']);
    expect(simplest(between('0.27685', '0.27695', '0.2769'))).toEqual([0, '0.2769', '0.7231']);
  });

  test('is nearest to the estimate among as many decimals', () => {
    expect(simplest(between('0.11', '0.58', '0.37'))).toEqual([0, '0.4', '0.6']);
    expect(simplest(between('0.11', '0.58', '0.22'))).toEqual([0, '0.2', '0.8']);
  });

  test('a point of the region on the edge of the grid counts', () => {
    expect(simplest(between('0.3', '0.3', '0.3'))).toEqual([0, '0.3', '0.7']);
  });

  test('of several regions the first that allows the fewest decimals is taken', () => {
    expect(simplest(between('0.251', '0.259', '0.255'), between('0.48', '0.54', '0.51'))).toEqual([1, '0.5', '0.5']);
  });

  test('is undefined when twelve decimals do not suffice', () => {
    expect(simplest(between('0.12345678901234', '0.12345678901235', '0.12345678901234'))).toBeUndefined();
  });
});
