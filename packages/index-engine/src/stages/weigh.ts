import { assertThat, Exact } from '@indexlab/core';
import { z } from 'zod';
import { type Method, method, methodSchema } from '../specification/method.js';
import type { SpecificationNode } from '../specification/schema.js';
import { expertScoreWeights } from '../weigh/expert-score-weights.js';

/** Weights of a node's children, relative to one another. `columns` are the children's scores, made only when asked for. */
export type Weigh = (children: readonly SpecificationNode[], columns: () => readonly Float64Array[]) => number[];

/** Every source of weights. */
export const weighings = {
  stated: method('Each child has a weight.', {}, (): Weigh => siblingShares),
  equal: method('All children count the same.', {}, (): Weigh => (children) => children.map(() => 1 / children.length)),
  undisclosed: method('The report prints none, and none is made up.', {}, (): Weigh => (children) => children.map(() => NaN)),
  'expert-scores': method(
    'Each child\'s share of all points that the experts gave; one row per expert, one score per child.',
    { scores: z.array(z.array(z.number())), scale: z.tuple([z.number(), z.number()]).default([1, 5]) },
    ({ scores, scale }): Weigh => (children) => {
      const weights = expertScoreWeights(scores, scale);
      assertThat(
        weights.length === children.length,
        () => `weigh requires a score for each child, got ${weights.length} for ${children.map((child) => child.id).join(', ')}`,
      );
      return weights;
    },
  ),
} satisfies Record<string, Method<Weigh>>;

/** What a specification may write for weigh. */
export const weighingSchema = methodSchema('weigh', weighings);

/** Stated weights over their sum; equal shares where none is stated. */
export function siblingShares(siblings: readonly SpecificationNode[]): number[] {
  if (siblings.every((node) => node.weight === undefined)) return siblings.map(() => 1 / siblings.length);
  const stated = siblings.map((node) => Exact.parse(node.weight ?? '0'));
  const sum = stated.reduce((total, weight) => total.plus(weight), Exact.zero);
  if (sum.sign() === 0) return siblings.map(() => 1 / siblings.length);
  return stated.map((weight) => weight.over(sum).toNumber());
}
