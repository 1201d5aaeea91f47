import { Exact, monotoneBounds } from '@indexlab/core';
import type { Cell } from '../ledger/evidence.js';
import type { ComputedNumber } from '../ledger/statement.js';

/**
 * `factor * sum(numerator) / sum(denominator)`, for shares, ratios and "times as large".
 *
 * A cell may stand in both sums (a part over its whole); it is one variable. Cells must be positive.
 *
 * @param factor 100 for a percentage
 *
 * @example
 * const cell = (ref, token) => ({ ref, token, value: Exact.parse(token), interval: roundedInterval(token) });
 * ratio([cell('a', '3.0')], [cell('b', '1.5')]).value.toString() // => '2'
 */
export function ratio(numerator: readonly Cell[], denominator: readonly Cell[], factor = Exact.one): ComputedNumber {
  const cells = [...new Map([...numerator, ...denominator].map((cell) => [cell.ref, cell])).values()];
  const above = new Set(numerator.map((cell) => cell.ref));
  const below = new Set(denominator.map((cell) => cell.ref));
  const compute = (values: Exact[]): Exact => {
    const total = (side: Set<string>): Exact =>
      cells.reduce((sum, cell, index) => (side.has(cell.ref) ? sum.plus(values[index]!) : sum), Exact.zero);
    return factor.times(total(above)).over(total(below));
  };
  return {
    value: compute(cells.map((cell) => cell.value)),
    bounds: monotoneBounds(
      compute,
      cells.map((cell) => cell.interval),
      cells.map((cell) => (!below.has(cell.ref) ? 'up' : above.has(cell.ref) ? 'either' : 'down')),
    ),
  };
}
