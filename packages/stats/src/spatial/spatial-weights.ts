import { assertThat, listNames, requireArray, requireOptions, requireRows } from '@indexlab/core';
import { type GeoPoint, greatCircleDistance } from './great-circle-distance.js';

/** Who neighbours whom, and how much: each unit's weights add up to one. */
export interface SpatialWeights {
  readonly units: readonly string[];
  /** The numbers, from 0, of each unit's neighbours. */
  readonly neighbours: readonly Int32Array[];
  /** Their weights, in the same order. */
  readonly weights: readonly Float64Array[];
}

/**
 * Weights from pairs of neighbours, such as cities that share a border: each of a unit's k neighbours weighs `1 / k`.
 *
 * @param units the names of all units, in the order of the values to come
 * @param pairs neighbours, each pair once, in either order; neighbourhood goes both ways
 * @throws IndexlabError for a name that is no unit or there twice, a unit that neighbours itself, a pair given twice, or a unit without
 *   neighbours
 *
 * @example
 * neighbourWeights(['a', 'b', 'c'], [['a', 'b'], ['b', 'c']]).weights[1] // => new Float64Array([1 / 2, 1 / 2])
 *
 * @see R `spdep::nb2listw(nb, style = "W")`
 */
export function neighbourWeights(
  units: readonly string[],
  pairs: readonly (readonly [string, string])[],
): SpatialWeights {
  requireArray(units, 'neighbourWeights', 'units');
  requireRows(pairs, 'neighbourWeights', 'pair');
  const odd = pairs.findIndex((pair) => pair.length !== 2);
  assertThat(
    odd < 0,
    () => `neighbourWeights requires pairs of two names, got ${pairs[odd]!.length} (pair ${odd + 1})`,
  );
  requireUnits(units, units.length, 'neighbourWeights');
  const numbers = new Map(units.map((unit, i) => [unit, i]));
  const unknown = pairs.flat().filter((name) => !numbers.has(name));
  assertThat(
    unknown.length === 0,
    () => `neighbourWeights requires pairs of units, got ${listNames(new Set(unknown))}`,
  );
  const neighbours = units.map(() => new Set<number>());
  for (const [a, b] of pairs) {
    const [i, j] = [numbers.get(a)!, numbers.get(b)!];
    assertThat(
      i !== j && !neighbours[i]!.has(j),
      () => `neighbourWeights requires each pair of two units once, got ${a} with ${b}${i === j ? '' : ' again'}`,
    );
    neighbours[i]!.add(j);
    neighbours[j]!.add(i);
  }
  const alone = units.filter((_, i) => neighbours[i]!.size === 0);
  assertThat(
    alone.length === 0,
    () => `neighbourWeights requires a neighbour for each unit, got none for ${listNames(alone)}`,
    'Leave these units out, or use nearestNeighbourWeights.',
  );
  return rowStandardised(
    units,
    neighbours.map((own) => [...own].sort((i, j) => i - j)),
    () => 1,
  );
}

/**
 * Weights of the k nearest units by great-circle distance, `1 / k` each. Of units at the same distance those named first count.
 * Neighbourhood need not go both ways.
 *
 * @param units names
 * @param points one for each unit
 * @param k from 1 to the number of units less one
 * @throws IndexlabError when numbers of units and points differ, a name is there twice, or k is out of range
 *
 * @example
 * const points = [0, 1, 3].map((longitude) => ({ longitude, latitude: 0 }));
 * nearestNeighbourWeights(['a', 'b', 'c'], points, 1).neighbours.map((own) => own[0]) // => [1, 0, 1]
 *
 * @see R `spdep::nb2listw(spdep::knn2nb(spdep::knearneigh(x, k, longlat = TRUE)))`
 */
export function nearestNeighbourWeights(
  units: readonly string[],
  points: readonly GeoPoint[],
  k: number,
): SpatialWeights {
  requireArray(units, 'nearestNeighbourWeights', 'units');
  requireArray(points, 'nearestNeighbourWeights', 'points');
  requireUnits(units, points.length, 'nearestNeighbourWeights');
  assertThat(
    Number.isInteger(k) && k >= 1 && k < units.length,
    () => `nearestNeighbourWeights requires a whole k from 1 to ${units.length - 1}, got ${k}`,
  );
  const neighbours = points.map((point, i) => {
    const distances = points.map((other) => greatCircleDistance(point, other));
    const others = [...points.keys()].filter((j) => j !== i);
    return others
      .sort((a, b) => distances[a]! - distances[b]! || a - b)
      .slice(0, k)
      .sort((a, b) => a - b);
  });
  return rowStandardised(units, neighbours, () => 1);
}

/**
 * Weights of all other units in proportion to `1 / distance^power`, by great-circle distance.
 *
 * @param units names
 * @param points one for each unit
 * @param options.power 1 by default
 * @throws IndexlabError when numbers of units and points differ, a name is there twice, two units lie at one point, or the power is not
 *   positive
 *
 * @example
 * const points = [0, 1, 3].map((longitude) => ({ longitude, latitude: 0 }));
 * inverseDistanceWeights(['a', 'b', 'c'], points).weights[0].map((weight) => Number(weight.toFixed(12))) // => new Float64Array([0.75, 0.25])
 *
 * @see R `spdep::nb2listwdist(nb, x, type = "idw", style = "W", alpha = power, longlat = TRUE)`
 */
export function inverseDistanceWeights(
  units: readonly string[],
  points: readonly GeoPoint[],
  options: { power?: number } = {},
): SpatialWeights {
  requireArray(units, 'inverseDistanceWeights', 'units');
  requireArray(points, 'inverseDistanceWeights', 'points');
  requireOptions(options, 'inverseDistanceWeights', { power: 'a number' });
  const { power = 1 } = options;
  requireUnits(units, points.length, 'inverseDistanceWeights');
  assertThat(power > 0 && power < Infinity, () => `inverseDistanceWeights requires a positive power, got ${power}`);
  const neighbours = points.map((_, i) => [...points.keys()].filter((j) => j !== i));
  const distances = neighbours.map((own, i) =>
    own.map((j) => {
      const distance = greatCircleDistance(points[i]!, points[j]!);
      assertThat(
        distance > 0,
        () => `inverseDistanceWeights requires units at different points, got ${units[i]} and ${units[j]} at one`,
      );
      return distance;
    }),
  );
  // Over the nearest, so that no power makes all weights zero.
  const nearest = distances.map((own) => own.reduce((least, distance) => Math.min(least, distance)));
  return rowStandardised(units, neighbours, (i, k) => (nearest[i]! / distances[i]![k]!) ** power);
}

function rowStandardised(
  units: readonly string[],
  neighbours: readonly (readonly number[])[],
  weight: (unit: number, place: number) => number,
): SpatialWeights {
  return {
    units: [...units],
    neighbours: neighbours.map((own) => Int32Array.from(own)),
    weights: neighbours.map((own, i) => {
      const weights = Float64Array.from(own, (_, place) => weight(i, place));
      const sum = weights.reduce((total, value) => total + value, 0);
      return weights.map((value) => value / sum);
    }),
  };
}

function requireUnits(units: readonly string[], points: number, caller: string): void {
  assertThat(
    units.length === points,
    () => `${caller} requires one point for each unit, got ${points} for ${units.length}`,
  );
  assertThat(units.length >= 2, () => `${caller} requires at least two units, got ${units.length}`);
  const seen = new Set<string>();
  const twice = units.filter((unit) => seen.size === seen.add(unit).size);
  assertThat(twice.length === 0, () => `${caller} requires each unit once, got ${listNames(new Set(twice))} again`);
}
