import { IndexlabError } from './errors.js';

/**
 * A cell as a number: `NaN` where it is missing (`null`, `undefined`, `NaN` or an empty text).
 *
 * Nothing that is no number is read as one: a truth value, a text (also one of digits), a date, a big integer and an
 * infinity are errors.
 *
 * @param caller the function that the reader called
 * @param place where the cell stands, such as `column "a", row 2`; called only on failure
 * @throws IndexlabError when the cell is there and no finite number
 *
 * @example
 * numberIn(null, 'mean', () => 'row 1') // => NaN
 */
export function numberIn(cell: unknown, caller: string, place: () => string): number {
  if (typeof cell === 'number') {
    if (cell !== Infinity && cell !== -Infinity) return cell;
  } else if (cell === null || cell === undefined || cell === '') {
    return NaN;
  }
  throw new IndexlabError(`${caller} requires finite numbers, got ${shown(cell)} (${place()})`, {
    ...(typeof cell === 'boolean' && { remedy: 'Write 1 and 0 where truth values are meant as numbers.' }),
  });
}

function shown(cell: unknown): string {
  if (typeof cell === 'bigint') return `${cell}n`;
  return typeof cell === 'string' ? JSON.stringify(cell) : String(cell);
}
