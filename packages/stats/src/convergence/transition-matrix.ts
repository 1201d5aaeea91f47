import { assertThat, type Data, requireArray, requireOptions } from '@indexlab/core';
import { preciseMean } from '../descriptive/precise.js';
import { quantileOfSorted } from '../descriptive/quantile.js';
import { missingNote, type Trajectories, type TrajectoryColumns, trajectories } from './trajectories.js';

/** How {@link transitionMatrix} goes about it. */
export interface TransitionOptions extends TrajectoryColumns {
  /** Cut-offs in ascending order, or how many classes of equal size to make of all values of all times together. */
  readonly classes: readonly number[] | number;
  /** Divides values by the mean of their time first, so that classes follow the average; not by default. */
  readonly relative?: boolean;
}

/** How units move between classes from one time to the next. */
export interface TransitionMatrix {
  /** Class k, from 0, holds values from `cutoffs[k - 1]` to below `cutoffs[k]`. */
  readonly cutoffs: readonly number[];
  /** `counts[i][j]`: moves from class i to class j. */
  readonly counts: readonly Float64Array[];
  /** Counts over their row's sum, the maximum likelihood estimate; `NaN` in the row of a class that nobody leaves or stays in. */
  readonly probabilities: readonly Float64Array[];
  /** Moves counted. */
  readonly n: number;
  readonly warnings: readonly string[];
}

/**
 * The transition matrix of a Markov chain of classes, estimated from the paths of units.
 *
 * A move leads from a unit's class at one time to its class one step later; a step is the smallest distance between times. Steps
 * across a gap are left out and counted in a warning. A value at a cut-off belongs to the class above. Cut-offs of equal
 * classes are quantiles (type 7) of all values.
 *
 * @throws IndexlabError for fewer than two classes, cut-offs that do not ascend, no move, or two rows of a unit at one time; with
 *   `relative`, for a mean that is not positive
 *
 * @example
 * const data = { city: ['a', 'b', 'a', 'b', 'a', 'b'], year: [1, 1, 2, 2, 3, 3], score: [1, 5, 2, 6, 4, 7] };
 * transitionMatrix(data, { unit: 'city', time: 'year', value: 'score', classes: [3] }).probabilities
 * // => [new Float64Array([1 / 2, 1 / 2]), new Float64Array([0, 1])]
 *
 * @see Quah (1993), Empirical cross-section dynamics in economic growth; Python `giddy.markov.Markov`
 */
export function transitionMatrix(data: Data, options: TransitionOptions): TransitionMatrix {
  requireOptions(options, 'transitionMatrix', {
    classes: 'anything',
    relative: 'true or false',
    unit: 'a text',
    time: 'a text',
    value: 'a text',
  });
  const { classes, relative = false } = options;
  if (typeof classes !== 'number') requireArray(classes, 'transitionMatrix', 'option classes');
  const read = trajectories(data, options, 'transitionMatrix');
  const { units, times, missing } = relative ? relativeTo(read) : read;
  const cutoffs =
    typeof classes === 'number'
      ? equalClasses(
          [...units.values()].flatMap((own) => [...own.values()]),
          classes,
        )
      : classes;
  assertThat(
    cutoffs.length >= 1 &&
      Array.from(cutoffs).every((cutoff, i) => Number.isFinite(cutoff) && (i === 0 || cutoff > cutoffs[i - 1]!)),
    () => `transitionMatrix requires at least one cut-off, ascending, got ${cutoffs.join(', ') || 'none'}`,
    ...(typeof classes === 'number' ? ['Many values are equal: take fewer classes, or cut-offs.'] : []),
  );
  const classOf = (value: number): number => cutoffs.filter((cutoff) => cutoff <= value).length;
  const step = Math.min(...times.slice(1).map((time, i) => time - times[i]!));
  const counts = Array.from({ length: cutoffs.length + 1 }, () => new Float64Array(cutoffs.length + 1));
  let [n, gaps] = [0, 0];
  for (const own of units.values()) {
    const path = [...own].sort(([a], [b]) => a - b);
    path.slice(1).forEach(([time, value], i) => {
      const [before, from] = path[i]!;
      // Months as 2020.083 are a step apart only to rounding.
      if (Math.round((time - before) / step) > 1) {
        gaps += 1;
        return;
      }
      counts[classOf(from)]![classOf(value)]! += 1;
      n += 1;
    });
  }
  assertThat(n > 0, 'transitionMatrix requires a unit with two neighbouring times, got none');
  const sums = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const empty = sums.flatMap((sum, i) => (sum === 0 ? [i] : []));
  return {
    cutoffs: [...cutoffs],
    counts,
    probabilities: counts.map((row, i) => row.map((count) => count / sums[i]!)),
    n,
    warnings: [
      ...missingNote(missing),
      ...(gaps > 0 ? [`${gaps} ${gaps === 1 ? 'move' : 'moves'} across a gap in time left out.`] : []),
      ...(empty.length > 0 ? [`No probabilities from class ${empty.join(', ')}: no move starts there.`] : []),
    ],
  };
}

function equalClasses(values: readonly number[], count: number): number[] {
  assertThat(
    Number.isInteger(count) && count >= 2,
    () => `transitionMatrix requires at least two classes, got ${count}`,
  );
  const sorted = Float64Array.from(values).sort();
  return Array.from({ length: count - 1 }, (_, i) => quantileOfSorted(sorted, (i + 1) / count));
}

/** Values over the mean of their time. */
function relativeTo({ units, times, missing }: Trajectories): Trajectories {
  const means = new Map(
    times.map((time) => {
      const mean = preciseMean([...units.values()].flatMap((own) => own.get(time) ?? []))[0];
      assertThat(
        mean > 0,
        () => `transitionMatrix requires a positive mean for relative values, got ${mean} (time ${time})`,
      );
      return [time, mean];
    }),
  );
  const divided = [...units].map(
    ([name, own]) => [name, new Map([...own].map(([time, value]) => [time, value / means.get(time)!]))] as const,
  );
  return { units: new Map(divided), times, missing };
}
