import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctDigits, worstDigits } from '../correct-digits.js';
import {
  greatCircleDistance,
  inverseDistanceWeights,
  localMoran,
  moran,
  nearestNeighbourWeights,
  neighbourWeights,
  type SpatialWeights,
} from './index.js';

interface Test {
  variance: number;
  statistic: number;
  pValue: number;
}
type Local = Record<'expected' | 'standardError' | 'statistic' | 'pValue', number[]>;
interface Case {
  estimate: number;
  expected: number;
  normality: Test;
  randomisation: Test;
  greater: Test;
  local: number[];
  others: Local;
  all: Local;
}
const kinds = ['neighbours', 'nearest', 'inverse'] as const;
const reference = JSON.parse(readFileSync(new URL('../../references/spatial.json', import.meta.url), 'utf8')) as {
  longitude: number[];
  latitude: number[];
  values: number[];
  distances: number[];
  pairs: [number, number][];
} & Record<(typeof kinds)[number], Case>;
const { values } = reference;
const points = reference.longitude.map((longitude, i) => ({ longitude, latitude: reference.latitude[i]! }));
const units = points.map((_, i) => `city ${i + 1}`);
const weightsOf: Record<(typeof kinds)[number], SpatialWeights> = {
  neighbours: neighbourWeights(
    units,
    reference.pairs.map(([a, b]) => [`city ${a}`, `city ${b}`] as const),
  ),
  nearest: nearestNeighbourWeights(units, points, 4),
  inverse: inverseDistanceWeights(units, points, { power: 1.5 }),
};

test('great-circle distances as the haversine formula in R', () => {
  expect(
    worstDigits(
      points.map((point) => greatCircleDistance(points[0]!, point)),
      reference.distances,
    ),
  ).toBeGreaterThan(13);
});

describe.each(kinds)('%s, as spdep', (kind) => {
  const expected = reference[kind];

  test("Moran's I with its variances and p-values", () => {
    const { estimate, expected: mean, normality, randomisation } = moran(values, weightsOf[kind]);
    const greater = moran(values, weightsOf[kind], { alternative: 'greater' }).randomisation;
    expect(worstDigits([estimate, mean], [expected.estimate, expected.expected])).toBeGreaterThan(13);
    for (const [computed, other] of [
      [normality, expected.normality],
      [randomisation, expected.randomisation],
      [greater, expected.greater],
    ] as const) {
      expect(
        worstDigits(
          [computed.variance, computed.statistic, computed.pValue],
          [other.variance, other.statistic, other.pValue],
        ),
      ).toBeGreaterThan(12);
    }
  });

  test.each(['others', 'all'] as const)('local I, %s values at random', (randomise) => {
    const rows = localMoran(values, weightsOf[kind], { randomise });
    expect(
      worstDigits(
        rows.map(({ estimate }) => estimate),
        expected.local,
      ),
    ).toBeGreaterThan(12);
    for (const name of ['expected', 'standardError', 'statistic', 'pValue'] as const) {
      expect(
        worstDigits(
          rows.map((row) => row[name]),
          expected[randomise][name],
        ),
        name,
      ).toBeGreaterThan(11);
    }
  });
});

/** All orders of a list. */
function orders<T>(list: readonly T[]): T[][] {
  return list.length <= 1
    ? [[...list]]
    : list.flatMap((first, i) => orders(list.filter((_, j) => j !== i)).map((rest) => [first, ...rest]));
}

describe('laws', () => {
  const six = ['a', 'b', 'c', 'd', 'e', 'f'];
  const graph = neighbourWeights(six, [
    ['a', 'b'],
    ['a', 'c'],
    ['b', 'c'],
    ['c', 'd'],
    ['d', 'e'],
    ['e', 'f'],
  ]);
  const sample = [3, 1, 4, 1.5, 9, 2.6];
  const average = (list: number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
  const spread = (list: number[]): number => average(list.map((value) => value ** 2)) - average(list) ** 2;

  test('expectation and variance under randomisation are those over all orders, and the permutation test comes close to all of them', () => {
    const all = orders(sample).map((order) => moran(order, graph).estimate);
    const { estimate, expected, randomisation, permutation } = moran(sample, graph, {
      permutations: 5000,
      seed: 1,
      alternative: 'less',
    });
    expect(average(all)).toBeCloseTo(expected, 12);
    expect(spread(all)).toBeCloseTo(randomisation.variance, 12);
    const share = all.filter((value) => value <= estimate + 1e-12).length / all.length;
    expect(Math.abs(permutation!.pValue - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 5000));
  });

  test('the same of the local I, over all orders of the other values, and over all values', () => {
    const rows = localMoran(sample, graph, { permutations: 5000, seed: 2 });
    const all = localMoran(sample, graph, { randomise: 'all' });
    six.forEach((_, i) => {
      const others = orders(sample.filter((_value, j) => j !== i)).map(
        (rest) => localMoran([...rest.slice(0, i), sample[i]!, ...rest.slice(i)], graph)[i]!.estimate,
      );
      expect(average(others)).toBeCloseTo(rows[i]!.expected, 12);
      expect(spread(others)).toBeCloseTo(rows[i]!.standardError ** 2, 12);
      const tails = [
        others.filter((value) => value >= rows[i]!.estimate - 1e-12),
        others.filter((value) => value <= rows[i]!.estimate + 1e-12),
      ];
      const tail = Math.min(...tails.map(({ length }) => length / others.length));
      expect(Math.abs(rows[i]!.permutationPValue! - Math.min(1, 2 * tail))).toBeLessThan(
        8 * Math.sqrt((tail * (1 - tail)) / 5000) + 1e-3,
      );
      const any = orders(sample).map((order) => localMoran(order, graph)[i]!.estimate);
      expect(average(any)).toBeCloseTo(all[i]!.expected, 12);
      expect(spread(any)).toBeCloseTo(all[i]!.standardError ** 2, 12);
    });
  });

  test('the mean of the local I is the global I, for values of any scale and origin', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 25, maxLength: 25 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer(),
        (list, scale, origin) => {
          fc.pre(new Set(list).size > 1);
          const { estimate } = moran(list, weightsOf.nearest);
          expect(average(localMoran(list, weightsOf.nearest).map((row) => row.estimate))).toBeCloseTo(estimate, 11);
          expect(
            moran(
              list.map((value) => value * scale + origin),
              weightsOf.nearest,
            ).estimate,
          ).toBeCloseTo(estimate, 9);
        },
      ),
    );
  });

  test('the order of units changes nothing but the order of rows', () => {
    const turned = nearestNeighbourWeights(units.toReversed(), points.toReversed(), 4);
    const there = moran(values, weightsOf.nearest);
    const back = moran(values.toReversed(), turned);
    expect(correctDigits(back.estimate, there.estimate)).toBeGreaterThan(12);
    expect(correctDigits(back.randomisation.variance, there.randomisation.variance)).toBeGreaterThan(12);
  });

  test('a seed gives the same permutations again, another seed others', () => {
    const pValues = (seed: number): (number | null)[] =>
      localMoran(values, weightsOf.inverse, { permutations: 99, seed }).map((row) => row.permutationPValue);
    expect(pValues(7)).toEqual(pValues(7));
    expect(pValues(7)).not.toEqual(pValues(8));
    expect(moran(values, weightsOf.inverse, { permutations: 99, seed: 7 }).permutation).toEqual({
      draws: 99,
      seed: 7,
      pValue: 2 / 100,
    });
  });

  test('where all neighbour all, no order differs from another', () => {
    const all = nearestNeighbourWeights(units, points, units.length - 1);
    const { randomisation, permutation } = moran(values, all, { permutations: 50, seed: 1 });
    expect([randomisation.statistic, randomisation.pValue, permutation!.pValue]).toEqual([0, 1, 1]);
    expect(
      localMoran(values, all, { permutations: 50, seed: 1 }).every(
        (row) => row.pValue === 1 && row.permutationPValue === 1,
      ),
    ).toBe(true);
  });

  test('each row of weights adds up to one, and nearest neighbours are nearest', () => {
    for (const { weights } of Object.values(weightsOf))
      for (const row of weights) expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14);
    weightsOf.nearest.neighbours.forEach((own, i) => {
      const distances = points.map((point) => greatCircleDistance(points[i]!, point));
      const furthest = Math.max(...[...own].map((j) => distances[j]!));
      expect(distances.filter((distance) => distance <= furthest)).toHaveLength(4 + 1);
    });
  });

  test('however large the power, inverse distances leave weight to the nearest', () => {
    const { weights, neighbours } = inverseDistanceWeights(units, points, { power: 500 });
    const nearest = nearestNeighbourWeights(units, points, 1);
    weights.forEach((row, i) => expect(neighbours[i]![row.indexOf(Math.max(...row))]).toBe(nearest.neighbours[i]![0]));
  });

  test('distances are symmetric, and the shortest way crosses the date line', () => {
    const [fiji, samoa] = [
      { longitude: 178, latitude: -18 },
      { longitude: -172, latitude: -14 },
    ];
    expect(greatCircleDistance(fiji, samoa)).toBe(greatCircleDistance(samoa, fiji));
    expect(
      correctDigits(greatCircleDistance(fiji, samoa), greatCircleDistance(fiji, { longitude: 188, latitude: -14 })),
    ).toBeGreaterThan(12);
  });
});

describe('what cannot be computed is an error', () => {
  const four = ['a', 'b', 'c', 'd'];
  const line = neighbourWeights(four, [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'd'],
  ]);
  const one = { longitude: 0, latitude: 0 };
  test.each([
    [
      'a unit without neighbours',
      () =>
        neighbourWeights(four, [
          ['a', 'b'],
          ['b', 'c'],
        ]),
      'neighbourWeights requires a neighbour for each unit, got none for d',
    ],
    [
      'a neighbour that is no unit',
      () => neighbourWeights(four, [['a', 'x']]),
      'neighbourWeights requires pairs of units, got x',
    ],
    [
      'a unit next to itself',
      () => neighbourWeights(four, [['a', 'a']]),
      'neighbourWeights requires each pair of two units once, got a with a',
    ],
    [
      'a pair twice',
      () =>
        neighbourWeights(four, [
          ['a', 'b'],
          ['b', 'a'],
        ]),
      'got b with a again',
    ],
    [
      'a unit twice',
      () => nearestNeighbourWeights(['a', 'a'], [one, one], 1),
      'nearestNeighbourWeights requires each unit once, got a again',
    ],
    [
      'as many neighbours as units',
      () => nearestNeighbourWeights(['a', 'b'], [one, one], 2),
      'nearestNeighbourWeights requires a whole k from 1 to 1, got 2',
    ],
    [
      'two units at one point',
      () => inverseDistanceWeights(['a', 'b'], [one, one]),
      'inverseDistanceWeights requires units at different points, got a and b at one',
    ],
    [
      'latitude and longitude exchanged',
      () => greatCircleDistance({ longitude: 39.9, latitude: 116.4 }, one),
      'greatCircleDistance requires degrees of longitude and latitude, got 39.9 and 116.4',
    ],
    ['a missing value', () => moran([1, 2, NaN, 4], line), 'moran requires a value for each unit, got none for c'],
    ['too few values', () => localMoran([1, 2, 3], line), 'localMoran requires one value for each unit, got 3 for 4'],
    ['constant values', () => moran([2, 2, 2, 2], line), 'moran requires values that vary, got 4 times 2'],
    [
      'permutations without a seed',
      () => moran([1, 2, 3, 4], line, { permutations: 99 }),
      'moran requires a whole number as seed of its permutations, got undefined',
    ],
  ])('%s', (_what, compute, message) => expect(compute).toThrow(message));
});
