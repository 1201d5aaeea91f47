import { assertThat, requireOptions } from '@indexlab/core';
import { completeColumns, requireValues, shares } from './weight-columns.js';

/**
 * Weights by MEREC (method based on the removal effects of criteria): a column weighs more the more the performance of
 * all units changes without it.
 *
 * Values are normalised to `n = min x / x`, or `x / max x` for a negative direction. A unit's performance is
 * `S = ln(1 + sum over columns of |ln n| / m)`, without column j it is `S'` with that column left out of the sum, and
 * `weight[j]` is in proportion to the sum over units of `|S' - S|`.
 *
 * @param columns one column per child, one value per unit, all above zero; units that lack a value are left out
 * @param options `directions`, one per column, `positive` by default
 * @returns one weight per column; they sum to one
 * @throws IndexlabError for a value of zero or less, fewer than two complete units, or constant columns only
 *
 * Reference: Keshavarz-Ghorabaee et al. (2021), Symmetry 13, 525; `skcriteria`'s `MEREC`.
 *
 * @example
 * merecWeights([new Float64Array([1, 2]), new Float64Array([4, 4])]) // => [1, 0]
 */
export function merecWeights(
  columns: readonly Float64Array[],
  options: { directions?: readonly ('positive' | 'negative')[] } = {},
): number[] {
  requireOptions(options, 'merecWeights', { directions: 'an array of texts' });
  const complete = completeColumns('merecWeights', columns);
  requireValues('merecWeights', complete, 'values above zero', (value) => value > 0);
  const { directions = [] } = options;
  assertThat(
    directions.length === 0 || directions.length === columns.length,
    () => `merecWeights requires a direction per column, got ${directions.length} for ${columns.length}`,
  );
  const logs = complete.map((column, j) => {
    const end = column.reduce((a, b) => (directions[j] === 'negative' ? Math.max(a, b) : Math.min(a, b)));
    return column.map((value) => Math.abs(Math.log(value / end)));
  });
  const size = columns.length;
  const sums = logs[0]!.map((_, row) => logs.reduce((sum, column) => sum + column[row]!, 0));
  // ln(1 + s / m) - ln(1 + (s - l) / m), without cancellation.
  return shares(
    'merecWeights',
    logs.map((column) => column.reduce((sum, log, row) => sum + Math.log1p(log / (size + sums[row]! - log)), 0)),
  );
}
