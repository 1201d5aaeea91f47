import { describe, expect, test } from 'vitest';
import { requireOptions } from './require-options.js';

const kinds = {
  k: 'a number',
  seed: 'a number',
  name: 'a text',
  exact: 'true or false',
  ties: ['average', 'min'],
  columns: 'an array of texts',
  done: 'a function',
  rows: 'an array',
  more: 'an object',
  any: 'anything',
} as const;
const check = (options: unknown): void =>
  requireOptions<Readonly<Record<string, unknown>>>(options as Record<string, unknown>, 'kMeans', kinds, ['k']);

describe('requireOptions', () => {
  test('takes what is right, and an option that is undefined as not given', () => {
    const right = {
      k: NaN, seed: undefined, name: '', exact: false, ties: 'min', columns: [], done: () => 1, rows: new Float64Array(1), more: {}, any: null,
    }; // prettier-ignore
    expect(() => check(right)).not.toThrow();
  });

  test.each([
    [null, 'kMeans requires an object with k, got null (options)'],
    ['k', 'kMeans requires an object with k, got "k" (options)'],
    [{}, 'kMeans requires an object with k, got an object without k (options)'],
    [{ k: '3' }, 'kMeans requires a number, got "3" (option k)'],
    [{ k: 1, seed: null }, 'kMeans requires a number, got null (option seed)'],
    [{ k: 1, name: 3 }, 'kMeans requires a text, got 3 (option name)'],
    [{ k: 1, exact: 'no' }, 'kMeans requires true or false, got "no" (option exact)'],
    [{ k: 1, ties: 0 }, 'kMeans requires one of average, min, got 0 (option ties)'],
    [{ k: 1, columns: 'a' }, 'kMeans requires an array of texts, got "a" (option columns)'],
    [{ k: 1, columns: ['a', 1] }, 'kMeans requires an array of texts, got an array (option columns)'],
    [{ k: 1, done: 1 }, 'kMeans requires a function, got 1 (option done)'],
    [{ k: 1, rows: 'ab' }, 'kMeans requires an array, got "ab" (option rows)'],
    [{ k: 1, more: 'ab' }, 'kMeans requires an object, got "ab" (option more)'],
  ])('refuses %o', (options, message) => {
    expect(() => check(options)).toThrow(message);
  });

  test('names the nearest option, or word, for one that is unknown', () => {
    expect(() => check({ k: 1, sead: 2 })).toThrow(
      expect.objectContaining({
        message: 'kMeans requires options that it knows, got "sead"',
        remedy: expect.stringContaining('Did you mean seed?') as string,
      }),
    );
    expect(() => check({ k: 1, toString: 2 })).toThrow('kMeans requires options that it knows, got "toString"');
    expect(() => check({ k: 1, ties: 'averge' })).toThrow(
      expect.objectContaining({ remedy: 'Did you mean average? The values are: average, min.' }),
    );
  });
});
