import { IndexlabError } from '@indexlab/core';
import * as engine from '@indexlab/index-engine';
import * as stats from '@indexlab/stats';
import { describe, expect, test } from 'vitest';

/** What is nearly never right to give. */
const kinds: readonly unknown[] = [
  undefined, null, 5, true, 'text', [], [1], ['a', 'b'], [[1, 2], [3]], {}, { a: [1, 2], b: [1] }, [null, null],
  [{ a: 1 }, { b: 2 }], Infinity, () => 1,
]; // prettier-ignore
const right: readonly unknown[] = [
  [1, 2, 3],
  [
    [1, 2],
    [3, 4],
  ],
  { a: [1, 2, 4], b: [2, 1, 3] },
];

type Run = (...given: unknown[]) => unknown;

/** The functions that a package exports. */
function functionsOf(exported: object): [name: string, run: Run][] {
  return Object.entries(exported).filter(
    (entry): entry is [string, Run] => typeof entry[1] === 'function' && !String(entry[1]).startsWith('class'),
  );
}

describe.each([
  ['stats', stats],
  ['index-engine', engine],
])('of %s', (_room, exported) => {
  test.each(functionsOf(exported))('%s gives a value for wrong kinds of input, or an error in words', (_name, run) => {
    const calls = kinds.flatMap((first) => [
      [first],
      ...[...kinds, ...right].map((second) => [first, second]),
      ...right.flatMap((given) => [
        [given, first],
        [given, given, first],
        [given, first, given],
      ]),
    ]);
    for (const given of calls) {
      const error = thrown(run, given);
      expect(error === null || error instanceof IndexlabError, `${String(error)} for ${JSON.stringify(given)}`).toBe(
        true,
      );
    }
  });
});

function thrown(run: Run, given: readonly unknown[]): unknown {
  try {
    const result = run(...given);
    if (result instanceof Promise) result.catch(() => undefined);
    return null;
  } catch (error) {
    return error;
  }
}
