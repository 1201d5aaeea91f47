import { assertThat, type Data, listNames, requireObject } from '@indexlab/core';
import { correlation } from '../correlation/correlation.js';
import { preciseMean } from '../descriptive/precise.js';
import { sampleVariance } from '../descriptive/variance.js';
import type { TestResult } from '../regression/diagnostics/test-result.js';
import { regress } from '../regression/regress.js';
import type { TermRow } from '../regression/results.js';
import { missingNote, type TrajectoryColumns, trajectories } from './trajectories.js';

/** How far units lie apart at one time. */
export interface SigmaRow {
  readonly time: number;
  readonly n: number;
  /** Of the logs of the values, n - 1: the sigma of sigma convergence. */
  readonly standardDeviation: number;
  /** Standard deviation (n - 1) over mean, of the values themselves. */
  readonly coefficientOfVariation: number;
}

/** What {@link sigmaConvergence} returns. */
export interface SigmaConvergence {
  /** One for each time, ascending. */
  readonly rows: readonly SigmaRow[];
  /** The slope per unit of time of the standard deviation of logs, by least squares; `null` with fewer than three times. */
  readonly trend: TermRow | null;
  /** Whether the standard deviations of logs at the first and the last time differ. */
  readonly test: TestResult;
  readonly warnings: readonly string[];
}

/**
 * Sigma convergence: whether the dispersion of values across units falls over time.
 *
 * Only units with a value at every time count, so that no change is due to who is counted; the others are named in a warning. The
 * test is Pitman's and Morgan's of equal variances in pairs, which the two ends of units' paths are: Pearson's correlation of
 * `log(last) + log(first)` with `log(last) - log(first)` is negative where dispersion fell; t with n - 2 degrees of freedom.
 *
 * @throws IndexlabError for values that are not positive, fewer than two times, fewer than three units with all times, two rows of
 *   a unit at one time, or units that all grow alike
 *
 * @example
 * const data = { city: ['a', 'b', 'c', 'a', 'b', 'c'], year: [1, 1, 1, 2, 2, 2], score: [1, 10, 100, 10, 20, 40] };
 * const { rows } = sigmaConvergence(data, { unit: 'city', time: 'year', value: 'score' });
 * rows.map(({ standardDeviation }) => standardDeviation.toFixed(6)) // => [Math.log(10).toFixed(6), Math.log(2).toFixed(6)]
 *
 * @see Sala-i-Martin (1996); Pitman (1939) and Morgan (1939); R `tapply(log(value), time, sd)`, `cor.test(log(last) + log(first), log(last) - log(first))`
 */
export function sigmaConvergence(data: Data, columns: TrajectoryColumns): SigmaConvergence {
  requireObject(columns, 'sigmaConvergence', 'columns');
  const { units, times, missing } = trajectories(data, columns, 'sigmaConvergence');
  assertThat(times.length >= 2, () => `sigmaConvergence requires at least two times, got ${times.length}`);
  const complete = [...units].filter(([, own]) => own.size === times.length);
  const partial = [...units.keys()].filter((name) => units.get(name)!.size < times.length);
  assertThat(
    complete.length >= 3,
    () =>
      `sigmaConvergence requires at least three units with a value at all ${times.length} times, got ${complete.length}`,
    'Leave out times at which many units have no value.',
  );
  for (const [name, own] of complete) {
    for (const [time, value] of own)
      assertThat(value > 0, () => `sigmaConvergence requires positive values, got ${value} (${name}, ${time})`);
  }
  const at = times.map((time) => Float64Array.from(complete, ([, own]) => own.get(time)!));
  const logs = at.map((values) => values.map(Math.log));
  const rows = times.map((time, i) => ({
    time,
    n: complete.length,
    standardDeviation: Math.sqrt(sampleVariance(logs[i]!)),
    coefficientOfVariation: Math.sqrt(sampleVariance(at[i]!)) / preciseMean(at[i]!)[0],
  }));
  const [first, last] = [logs[0]!, logs.at(-1)!];
  const sums = last.map((value, i) => value + first[i]!);
  const changes = last.map((value, i) => value - first[i]!);
  assertThat(
    changes.some((change) => change !== changes[0]),
    () => `sigmaConvergence requires units that do not all grow alike, got ${changes[0]} ${changes.length} times`,
  );
  assertThat(
    sums.some((sum) => sum !== sums[0]),
    () => `sigmaConvergence requires logs that vary, got ${sums[0]} ${sums.length} times as first plus last`,
  );
  const paths = correlation(sums, changes);
  return {
    rows,
    trend:
      times.length < 3
        ? null
        : regress(
            'standardDeviation ~ time',
            rows.map((row) => ({ ...row })),
          ).terms[1]!,
    test: {
      method: 'Pitman-Morgan',
      statistic: paths.statistic,
      degreesOfFreedom: paths.degreesOfFreedom,
      pValue: paths.pValue,
    },
    warnings: [
      ...missingNote(missing),
      ...(partial.length > 0
        ? [`${partial.length} of ${units.size} units left out, without a value at some time: ${listNames(partial)}.`]
        : []),
    ],
  };
}
