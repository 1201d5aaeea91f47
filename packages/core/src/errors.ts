import { visibleText } from './visible-text.js';

/**
 * The error of every room: a message that says what is wrong, where, and what to do.
 *
 * The command prints its message and exits with status 2; a notebook cell shows it as it is.
 *
 * @example
 * new IndexlabError('gini requires at least one value, got 0 (column "score")').message
 * // => 'gini requires at least one value, got 0 (column "score")'
 */
export class IndexlabError extends Error {
  /** What the reader can do about it; printed on a line of its own. */
  readonly remedy: string | undefined;

  constructor(message: string, options: { remedy?: string; cause?: unknown } = {}) {
    super(visibleText(message), options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'IndexlabError';
    this.remedy = options.remedy === undefined ? undefined : visibleText(options.remedy);
  }
}

/**
 * Throws an {@link IndexlabError} in the house's grammar, `<function> requires <what>, got <value> (<where>)`,
 * unless the condition holds.
 *
 * @param condition what must be true
 * @param message the message, or a function that makes it (called only on failure)
 * @param remedy what the reader can do, where there is something, or a function that says it (called only on failure)
 * @throws IndexlabError when the condition is false
 *
 * @example
 * assertThat(1 < 2, 'never seen'); // => undefined
 */
export function assertThat(
  condition: boolean,
  message: string | (() => string),
  remedy?: string | (() => string | undefined),
): asserts condition {
  if (condition) return;
  const advice = typeof remedy === 'function' ? remedy() : remedy;
  throw new IndexlabError(
    typeof message === 'string' ? message : message(),
    advice === undefined ? {} : { remedy: advice },
  );
}

/**
 * Lists offending names for a message: sorted, at most ten, then a count of the rest.
 *
 * @example
 * listNames(['b', 'a']) // => 'a, b'
 * @example
 * listNames(Array.from({ length: 12 }, (_, i) => String(i))) // => '0, 1, 10, 11, 2, 3, 4, 5, 6, 7 and 2 more'
 */
export function listNames(names: Iterable<string>): string {
  const sorted = [...names].sort();
  const shown = sorted.slice(0, 10).join(', ');
  return sorted.length > 10 ? `${shown} and ${sorted.length - 10} more` : shown;
}
