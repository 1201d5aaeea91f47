import { IndexlabError } from '@indexlab/core';

/** What is nearly never right to give. */
export const wrongKinds: readonly unknown[] = [
  undefined,
  null,
  5,
  true,
  'text',
  [],
  [1],
  ['a', 'b'],
  [[1, 2], [3]],
  {},
  { a: [1, 2], b: [1] },
  [null, null],
  [{ a: 1 }, { b: 2 }],
  Infinity,
  () => 1,
];

/** What a function throws for wrong kinds of input, in each place and in pairs of places, that names no fault of theirs. */
export function strayErrors(run: (...given: never[]) => unknown, kinds = wrongKinds): string[] {
  const right = [
    [1, 2, 3],
    [
      [1, 2],
      [3, 4],
    ],
  ];
  const calls: readonly unknown[][] = kinds.flatMap((first) => [
    [first],
    ...kinds.map((second) => [first, second]),
    ...(run.length > 2 ? right.flatMap((given) => [[given, given, first], [given, first, given]]) : []), // prettier-ignore
  ]);
  const stray = new Set<string>();
  for (const given of calls) {
    try {
      const result = run(...(given as never[]));
      if (result instanceof Promise) result.catch(() => undefined);
    } catch (error) {
      if (!(error instanceof IndexlabError)) stray.add(`${String(error)} for ${JSON.stringify(given)}`);
    }
  }
  return [...stray];
}
