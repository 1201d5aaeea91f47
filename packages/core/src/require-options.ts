import { assertThat } from './errors.js';
import { didYouMean } from './nearest-names.js';
import { requireObject } from './require-object.js';
import { shownValue } from './shown-value.js';

/** What an option is: one of some words, or a value of a kind. */
export type OptionKind = readonly string[] | keyof typeof isOfKind;

const isArray = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && typeof (value as { length?: unknown }).length === 'number';
const isOfKind = {
  'a number': (value: unknown): boolean => typeof value === 'number',
  'a text': (value: unknown): boolean => typeof value === 'string',
  'true or false': (value: unknown): boolean => typeof value === 'boolean',
  'a function': (value: unknown): boolean => typeof value === 'function',
  'an array': isArray,
  'an array of texts': (value: unknown): boolean =>
    isArray(value) && Array.from(value as ArrayLike<unknown>).every((part) => typeof part === 'string'),
  'an object': (value: unknown): boolean => typeof value === 'object' && value !== null,
  anything: (): boolean => true,
};

/**
 * Checks the options that a function was given: an object, with names that the function knows, and values of their kinds. An
 * option that is `undefined` was not given.
 *
 * @param kinds every option of the function; the compiler holds the list to the type of the options
 * @param required the options that the function cannot do without
 * @throws IndexlabError naming the function, the option and what it got, with the nearest name for one that is unknown
 *
 * @example
 * requireOptions({ k: 2 }, 'kMeans', { k: 'a number', seed: 'a number' }, ['k']) // => undefined
 */
export function requireOptions<Options extends object>(
  options: Options,
  caller: string,
  kinds: { readonly [Name in keyof Required<Options>]: OptionKind },
  required: readonly (keyof Options & string)[] = [],
): void {
  requireObject(options, caller, 'options', required);
  const known = kinds as Readonly<Record<string, OptionKind>>;
  for (const [name, value] of Object.entries(options)) {
    assertThat(
      Object.hasOwn(known, name),
      () => `${caller} requires options that it knows, got ${JSON.stringify(name)}`,
      () => didYouMean(name, Object.keys(known), 'options'),
    );
    const kind = known[name]!;
    if (value === undefined || isRight(value, kind)) continue;
    const wanted = typeof kind === 'string' ? kind : `one of ${kind.join(', ')}`;
    assertThat(
      false,
      () => `${caller} requires ${wanted}, got ${shownValue(value)} (option ${name})`,
      () => (typeof kind === 'string' || typeof value !== 'string' ? undefined : didYouMean(value, kind, 'values')),
    );
  }
}

function isRight(value: unknown, kind: OptionKind): boolean {
  return typeof kind === 'string' ? isOfKind[kind](value) : typeof value === 'string' && kind.includes(value);
}
