import { Exact, linearBounds } from '@indexlab/core';
import type { Cell } from '../ledger/evidence.js';
import type { ComputedNumber } from '../ledger/statement.js';

/**
 * The sum of cells, minus other cells: bounds by interval arithmetic, a cell used twice being one variable.
 *
 * @example
 * const cell = (ref, token) => ({ ref, token, value: Exact.parse(token), interval: roundedInterval(token) });
 * sum([cell('a', '1.5'), cell('b', '2.5')]).bounds.toString() // => '[3.9, 4.1]'
 */
export function sum(cells: readonly Cell[], minus: readonly Cell[] = []): ComputedNumber {
  const terms = [
    ...cells.map((cell) => ({ cell, coefficient: Exact.one })),
    ...minus.map((cell) => ({ cell, coefficient: Exact.one.negated() })),
  ];
  return {
    value: terms.reduce((total, { cell, coefficient }) => total.plus(cell.value.times(coefficient)), Exact.zero),
    bounds: linearBounds(
      terms.map(({ cell, coefficient }) => ({ cell: cell.ref, coefficient, interval: cell.interval })),
    ),
  };
}
