import { assertThat } from './errors.js';
import { shownValue } from './shown-value.js';

/**
 * Checks that what a function was given is an array, or what else has a length and numbered parts. A text has these and is
 * none.
 *
 * @param where the value's name among several, for the message
 * @throws IndexlabError naming the function and what it got
 *
 * @example
 * requireArray([1, 2], 'mean') // => undefined
 */
export function requireArray(values: unknown, caller: string, where?: string): void {
  const length = typeof values === 'object' && values !== null ? (values as { length?: unknown }).length : undefined;
  assertThat(
    typeof length === 'number',
    () => `${caller} requires an array, got ${shownValue(values)}${where === undefined ? '' : ` (${where})`}`,
  );
}

/**
 * Checks that a value is an array of arrays.
 *
 * @param row what a part is called, for the message
 * @throws IndexlabError naming the function and the part that is none
 *
 * @example
 * requireRows([[1, 2], [3, 4]], 'varimax') // => undefined
 */
export function requireRows(rows: unknown, caller: string, row = 'row'): void {
  requireArray(rows, caller, `${row}s`);
  Array.from(rows as ArrayLike<unknown>).forEach((values, i) => requireArray(values, caller, `${row} ${i + 1}`));
}
