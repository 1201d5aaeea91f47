import { assertThat } from './errors.js';

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
    () => `${caller} requires an array, got ${shown(values)}${where === undefined ? '' : ` (${where})`}`,
  );
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (typeof value === 'function') return 'a function';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
