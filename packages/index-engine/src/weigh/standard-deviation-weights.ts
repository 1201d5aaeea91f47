import { standardDeviation } from '@indexlab/stats/descriptive';
import { shares, spreadColumns } from './weight-columns.js';

/**
 * Weights in proportion to the standard deviation of each column, brought from 0 at its smallest to 1 at its largest
 * value first: a column weighs more where units lie far apart over its range.
 *
 * @param columns one column per child, one value per unit; units that lack a value are left out
 * @returns one weight per column; they sum to one
 * @throws IndexlabError for a constant column or fewer than two complete units
 *
 * Reference: Diakoulaki, Mavrotas and Papayannakis (1995), Computers and Operations Research 22.
 *
 * @example
 * standardDeviationWeights([new Float64Array([1, 2, 3]), new Float64Array([0, 5, 10])]) // => [0.5, 0.5]
 */
export function standardDeviationWeights(columns: readonly Float64Array[]): number[] {
  return shares(
    'standardDeviationWeights',
    spreadColumns('standardDeviationWeights', columns).map((column) => standardDeviation(column)),
  );
}
