import type { RandomSource } from '@indexlab/core';
import type { PlannedNode } from '../build/plan.js';
import { methodParts } from '../specification/method.js';

const bounded = /share|rate|percent|ratio|%/i;

/**
 * Between which values an indicator may lie, as its scaling meets it: shares from 0 to 1, anything else from zero to
 * some thousands or millions, its logarithm where the indicator is logged first.
 */
export function naturalRange(node: PlannedNode, random: RandomSource): { low: number; high: number } {
  const { unit } = node.row.specification;
  const size = unit === 'count' ? 7 : 4;
  const high = unit !== undefined && bounded.test(unit) ? 1 : 10 ** (size + 2 * random.uniform());
  const treat = methodParts(node.option('treat') ?? 'none').name;
  if (treat === 'log-plus-one') return { low: Math.log1p(high) / 3, high: Math.log1p(high) };
  if (treat === 'log') return { low: Math.log(high) / 3, high: Math.log(high) };
  return { low: 0, high };
}
