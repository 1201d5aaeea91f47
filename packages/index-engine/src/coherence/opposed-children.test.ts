import { expect, test } from 'vitest';
import { buildIndex } from '../build/build-index.js';
import { readSpecification } from '../specification/read-specification.js';
import { opposedChildren } from './opposed-children.js';

const columns = { a: [1, 2, 3, 4, 5], b: [2, 1, 4, 3, 6], against: [9, 7, 5, 4, 1] };
const built = (weigh: string, direction = 'positive') =>
  buildIndex(
    readSpecification(
      `id: d\ntitle: D\nnormalise: min-max\ntree: { id: t, title: T, weigh: ${weigh}, children: [{ id: a, title: A }, { id: b, title: B }, { id: against, title: C, direction: ${direction} }] }`,
    ),
    { place: ['p', 'q', 'r', 's', 't'], ...columns },
  );

test.each(['factors', 'entropy', 'critic', 'standard-deviation'])(
  'weights by %s warn of a child that runs against its siblings',
  (weigh) => {
    expect(built(weigh).log).toEqual([
      {
        stage: 'weigh',
        node: 't',
        message: expect.stringMatching(/^against runs against its siblings \(mean correlation -0\.9\d\)/) as string,
      },
    ]);
    expect(built(weigh, 'negative').log).toEqual([]);
  },
);

test('stated and equal weights do not follow from the scores: no warning', () => {
  expect(built('equal').log).toEqual([]);
});

test('of two that run against each other both are named, and gaps are passed over', () => {
  const pair = { a: new Float64Array([1, 2, 3, NaN]), b: new Float64Array([3, 2, 1, 9]) };
  expect(opposedChildren(pair)).toEqual([
    { child: 'a', correlation: -1 },
    { child: 'b', correlation: -1 },
  ]);
});
