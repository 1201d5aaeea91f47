import { type Data, numbersOf, requireObject } from '@indexlab/core';
import { correlate } from '@indexlab/stats/correlation';
import { indexTree } from '../specification/index-tree.js';
import type { Specification } from '../specification/schema.js';
import { specificationData } from '../specification/specification-data.js';

/** How an indicator goes with a denominator, before and after division. */
export interface DenominationAdvice {
  readonly node: string;
  readonly denominator: string;
  /** Pearson's correlation of the indicator with the denominator. */
  readonly before: number;
  /** The same of the indicator over the denominator. */
  readonly after: number;
  /**
   * `divide`: the indicator follows size (0.7 or more) and division takes that away; `turned`: division only turns the
   * sign round, a transformation first (logarithms) may serve better; `keep`: the indicator does not follow size.
   */
  readonly advice: 'divide' | 'turned' | 'keep';
}

/**
 * Which indicators measure size rather than intensity: correlations with the declared denominators.
 *
 * @param specification with `data.denominators`
 * @param threshold the correlation from which an indicator counts as a measure of size, 0.7 by default
 * @returns one row per indicator and denominator, pairs with fewer than three units or without variation left out
 *
 * @example
 * const text = 'id: d\ntitle: D\ndata: { denominators: [people] }\ntree: { id: t, title: T, children: [{ id: users, title: U }] }';
 * const data = { place: ['a', 'b', 'c', 'd'], people: [1, 2, 4, 9], users: [1.1, 1.8, 4.4, 8.8] };
 * denominationAdvice(readSpecification(text), data).map(({ node, advice }) => [node, advice]) // => [['users', 'divide']]
 *
 * Reference: COINr's `get_denom_corr`; OECD/JRC Handbook (2008), section 5.
 */
export function denominationAdvice(specification: Specification, data: Data, threshold = 0.7): DenominationAdvice[] {
  requireObject(specification, 'denominationAdvice', 'specification', ['tree']);
  const { source } = specificationData(specification, data);
  const leaves = indexTree(specification).filter((node) => node.specification.children === undefined);
  return (specification.data?.denominators ?? []).flatMap((denominator) => {
    const divisor = numbersOf(source, denominator).map((value) => (value === 0 ? NaN : value));
    return leaves.flatMap(({ id }): DenominationAdvice[] => {
      const values = numbersOf(source, id);
      const before = correlation(values, divisor);
      const after = correlation(
        values.map((value, row) => value / divisor[row]!),
        divisor,
      );
      if (before === null || after === null) return [];
      const turned = Math.abs(after) >= threshold;
      return [
        {
          node: id,
          denominator,
          before,
          after,
          advice: Math.abs(before) < threshold ? 'keep' : turned ? 'turned' : 'divide',
        },
      ];
    });
  });
}

function correlation(a: Float64Array, b: Float64Array): number | null {
  const complete = [...a.keys()].filter((row) => !Number.isNaN(a[row]) && !Number.isNaN(b[row]));
  const varies = (values: Float64Array): boolean => complete.some((row) => values[row] !== values[complete[0]!]);
  if (complete.length < 3 || !varies(a) || !varies(b)) return null;
  return correlate({ a, b }).pairs[0]!.estimate;
}
