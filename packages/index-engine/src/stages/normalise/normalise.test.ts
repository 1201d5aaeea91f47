import { describe, expect, test } from 'vitest';
import { readSpecification } from '../../specification/read-specification.js';
import { normalise } from './normalise.js';

const values = new Float64Array([2, 3, 7]);

describe('normalise', () => {
  test('min-max runs from 0 to 1, and back for a negative direction', () => {
    expect(normalise(values, 'min-max')).toEqual(new Float64Array([0, (3 - 2) / (7 - 2), 1]));
    expect(normalise(values, 'min-max', 'negative')).toEqual(new Float64Array([1, (7 - 3) / (7 - 2), 0]));
  });

  test('z-scores divide by the standard deviation of n - 1', () => {
    expect(normalise(new Float64Array([1, 3]), 'z-score')).toEqual(
      new Float64Array([-1 / Math.sqrt(2), 1 / Math.sqrt(2)]),
    );
  });

  test('a missing value stays missing and counts for nothing', () => {
    expect(normalise(new Float64Array([1, NaN, 3]), 'share-of-total')).toEqual(new Float64Array([1 / 4, NaN, 3 / 4]));
  });

  test('a constant column is refused by name', () => {
    expect(() => normalise(new Float64Array([5, 5]), 'min-max', 'positive', 'price')).toThrow(
      'got only 5 (column "price")',
    );
  });

  test('a share of a negative value or of a total of zero is refused', () => {
    expect(() => normalise(new Float64Array([-1, 3]), 'share-of-total')).toThrow('values of zero or more');
    expect(() => normalise(new Float64Array([0, 0]), 'share-of-total')).toThrow('a total of 0');
  });

  test('a method that cannot turn a negative direction says so', () => {
    expect(() => normalise(values, 'share-of-total', 'negative')).toThrow(
      'min-max or z-score for a negative direction',
    );
  });
});

describe('every method', () => {
  const methods = [
    'share-of-maximum',
    'log-share-of-maximum',
    'min-max',
    'z-score',
    'rank',
    'percentile-rank',
    'borda',
    'vector',
    'mazziotta-pareto',
    'adjusted-mazziotta-pareto',
    'distance-to-maximum',
    'above-below-mean',
  ];

  test.each(methods)('%s keeps order, and gaps', (method) => {
    const scaled = normalise(new Float64Array([1, NaN, 5, 20]), method);
    expect(scaled[1]).toBeNaN();
    expect(scaled[0]! <= scaled[2]! && scaled[2]! <= scaled[3]!).toBe(true);
  });

  test.each(['rank', 'percentile-rank', 'borda', 'z-score', 'distance-to-maximum', 'mazziotta-pareto'])(
    '%s of a negative direction is that of the negated column',
    (method) => {
      const column = new Float64Array([1, 7, 5, 20]);
      expect(normalise(column, method, 'negative')).toEqual(
        normalise(
          column.map((value) => -value),
          method,
        ),
      );
    },
  );

  test('log share of the maximum is ln(x + 1) over the best', () => {
    expect(normalise(new Float64Array([0, 1, 3]), { method: 'log-share-of-maximum', factor: 100 })).toEqual(
      new Float64Array([0, (Math.log(2) / Math.log(4)) * 100, 100]),
    );
  });

  test('goalposts cut off, and turn for a negative direction', () => {
    const posts = { method: 'goalposts', lower: 0, upper: 10 } as const;
    expect(normalise(new Float64Array([-5, 5, 20]), posts)).toEqual(new Float64Array([0, 0.5, 1]));
    expect(normalise(new Float64Array([-5, 4, 20]), posts, 'negative')).toEqual(new Float64Array([1, 0.6, 0]));
  });

  test('classes take the score above a cut', () => {
    const classes = { method: 'categorical', cuts: [10, 20], scores: [0, 50, 100] };
    expect(normalise(new Float64Array([9, 10, 25]), classes)).toEqual(new Float64Array([0, 50, 100]));
    expect(normalise(new Float64Array([9, 10, 25]), classes, 'negative')).toEqual(new Float64Array([100, 50, 0]));
  });

  test('a constant column gets a stated score', () => {
    expect(normalise(new Float64Array([5, NaN, 5]), { method: 'min-max', constant: 50 })).toEqual(
      new Float64Array([50, NaN, 50]),
    );
  });

  test('a target that is not better than the worst value is refused', () => {
    expect(() => normalise(values, { method: 'distance-to-target', target: 2 })).toThrow(
      'a goal better than the worst value, got the target 2',
    );
  });
});

test.each([
  { method: 'min-max', lower: 200, upper: 100 },
  { method: 'min-max', lower: 5 },
  { method: 'min-max', lower: 5, upper: 5 },
  { method: 'goalposts', lower: 7, upper: 2 },
  { method: 'goalposts', lower: 2, upper: 7, factor: -1 },
  { method: 'share-of-maximum', factor: -100 },
])('refuses a scale that runs downwards: %o', (written) => {
  expect(() => normalise(values, written)).toThrow(/requires (an upper|a factor)/);
  const text = `id: d\ntitle: D\nnormalise: ${JSON.stringify(written)}\ntree: { id: t, title: T, children: [{ id: a, title: A }, { id: b, title: B }] }`;
  expect(() => readSpecification(text)).toThrow(/requires (an upper|a factor)/);
});
