import { assertThat, Exact } from '@indexlab/core';
import { atLeast, atMost, padded, type Region } from '../linear-program/constraint.js';
import { maximise } from '../linear-program/maximise.js';
import { middle, type PublishedRow } from './published-rows.js';
import type { Relation } from './relation.js';

export interface Estimate {
  /** The variables of the relation. */
  readonly point: readonly Exact[];
  /** The largest absolute difference between a computed and a printed total. */
  readonly residual: Exact;
}

/**
 * The point of a region whose largest residual at the printed values is smallest.
 *
 * The residual of a row is `coefficients · part + constant - total` with all cells in the middle of their
 * intervals. A row whose total has one end only has no middle and counts through the region alone.
 *
 * @param region what the point must satisfy
 * @throws IndexlabError when the region is empty
 */
export function smallestResidual(rows: readonly PublishedRow[], relation: Relation, region: Region): Estimate {
  const residuals = rows.flatMap((row) => {
    const { lower, upper } = row.total;
    if (lower === null || upper === null) return [];
    const printed = middle(lower, upper);
    const coefficients = [...row.middle, ...(relation.constant ? [Exact.one] : [])];
    return [atMost([...coefficients, minusOne], printed), atLeast([...coefficients, Exact.one], printed)];
  });
  const optimum = maximise(
    { ...region, variables: region.variables + 1, constraints: [...region.constraints.map(padded), ...residuals] },
    [...Array.from({ length: region.variables }, () => Exact.zero), minusOne],
  );
  assertThat(optimum.status === 'optimal', 'smallestResidual requires a region that is not empty, got an empty one');
  return { point: optimum.point.slice(0, -1), residual: optimum.value.negated() };
}

const minusOne = Exact.one.negated();
