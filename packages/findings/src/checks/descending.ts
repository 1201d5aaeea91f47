import type { Cell } from '../ledger/evidence.js';
import type { ComputedText } from '../ledger/statement.js';

/**
 * Whether values fall (or stay equal) from one cell to the next.
 *
 * Cells that print the same value may still be ordered by digits that are not printed, so they only make
 * the order possible, never break it.
 *
 * @param labels what each cell is called in the answer
 *
 * @example
 * const cell = (ref, token) => ({ ref, token, value: Exact.parse(token), interval: roundedInterval(token) });
 * descending([cell('a', '2.0'), cell('b', '2.2')], ['A', 'B']).text // => 'B 2.2 stands behind A 2.0 and is larger'
 */
export function descending(cells: readonly Cell[], labels: readonly string[]): ComputedText {
  let holds: ComputedText['holds'] = 'always';
  for (let index = 1; index < cells.length; index += 1) {
    const [before, after] = [cells[index - 1]!, cells[index]!];
    if (before.interval.upper!.compare(after.interval.lower!) < 0) {
      return {
        holds: 'never',
        text: `${labels[index]} ${after.token} stands behind ${labels[index - 1]} ${before.token} and is larger`,
      };
    }
    if (before.interval.lower!.compare(after.interval.upper!) < 0) holds = 'possibly';
  }
  const tied = holds === 'possibly' ? ', some ties undecided by the printed digits' : '';
  return {
    holds,
    text: `in descending order: ${cells.map((cell, index) => `${labels[index]} ${cell.token}`).join(', ')}${tied}`,
  };
}
