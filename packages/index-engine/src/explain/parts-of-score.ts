import { IndexlabError } from '@indexlab/core';
import type { NodeAggregator } from './aggregator-of.js';

/**
 * What each value adds to the aggregate of them all, so that the parts sum to it: `value * slope`, the rule of Euler for
 * functions that double when all values double. For an arithmetic mean that is `weight * value`.
 *
 * @param weights shares that sum to one
 * @param score the aggregate
 */
export function partsOfScore(
  { name, options }: NodeAggregator,
  values: readonly number[],
  weights: readonly number[],
  score: number,
  node: string,
): number[] {
  switch (name) {
    case 'arithmetic':
      return values.map((value, i) => weights[i]! * value);
    case 'sum':
      return values.map((value, i) => values.length * weights[i]! * value);
    // Each doubling of a value counts by its weight, whatever the value.
    case 'geometric':
    case 'product':
      return weights.map((weight) => weight * score);
    case 'harmonic':
      return values.map((value, i) => weights[i]! * (score / value) * score);
    case 'power': {
      const power = options.power as number;
      if (score === 0) return values.map(() => 0);
      return values.map((value, i) => weights[i]! * (value / score) ** power * score);
    }
    case 'minimum':
    case 'maximum': {
      const deciding = values.filter((value) => value === score).length;
      return values.map((value) => (value === score ? score / deciding : 0));
    }
    case 'mazziotta-pareto': {
      const mean = values.reduce((sum, value, i) => sum + weights[i]! * value, 0);
      // The penalty is what is left of the score: each value pays in proportion to its squared distance from the mean.
      const spread = values.reduce((sum, value, i) => sum + weights[i]! * (value - mean) ** 2, 0);
      const penalty = score - mean;
      return values.map(
        (value, i) => weights[i]! * value + (spread === 0 ? 0 : (penalty * weights[i]! * (value - mean) ** 2) / spread),
      );
    }
    case 'mean-min': {
      const lowest = Math.min(...values);
      const gap = values.reduce((sum, value, i) => sum + weights[i]! * (value - lowest), 0);
      const penalty = score - values.reduce((sum, value, i) => sum + weights[i]! * value, 0);
      return values.map(
        (value, i) => weights[i]! * value + (gap === 0 ? 0 : (penalty * weights[i]! * (value - lowest)) / gap),
      );
    }
    default:
      throw new IndexlabError(
        `contributions requires an aggregation whose score is a sum of parts, got ${name} (node "${node}")`,
        {
          remedy: 'See what separates the unit from another instead (differences), or ask for a level above that node.',
        },
      );
  }
}
