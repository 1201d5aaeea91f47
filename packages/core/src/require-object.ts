import { assertThat } from './errors.js';
import { shownValue } from './shown-value.js';

/**
 * Checks that what a function was given is an object, and that the fields it cannot do without are there.
 *
 * @param where the value's name among several, for the message
 * @throws IndexlabError naming the function and what it got
 *
 * @example
 * requireObject({ k: 2 }, 'kMeans', 'options', ['k']) // => undefined
 */
export function requireObject(value: unknown, caller: string, where: string, fields: readonly string[] = []): void {
  const wanted = fields.length === 0 ? 'an object' : `an object with ${fields.join(', ')}`;
  assertThat(
    typeof value === 'object' && value !== null,
    () => `${caller} requires ${wanted}, got ${shownValue(value)} (${where})`,
  );
  const missing = fields.filter((field) => isMissing((value as Record<string, unknown>)[field]));
  assertThat(
    missing.length === 0,
    () => `${caller} requires ${wanted}, got ${shownValue(value)} without ${missing.join(', ')} (${where})`,
  );
}

/**
 * Checks that a value is a text.
 *
 * @example
 * requireText('y ~ x', 'regress', 'formula') // => undefined
 */
export function requireText(value: unknown, caller: string, where: string): asserts value is string {
  assertThat(typeof value === 'string', () => `${caller} requires a text, got ${shownValue(value)} (${where})`);
}

/**
 * Checks that a value is a function.
 *
 * @example
 * requireFunction(Math.max, 'bootstrap', 'statistic') // => undefined
 */
export function requireFunction(value: unknown, caller: string, where: string): void {
  assertThat(typeof value === 'function', () => `${caller} requires a function, got ${shownValue(value)} (${where})`);
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}
