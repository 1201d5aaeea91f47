import { assertThat } from '@indexlab/core';
import { divide } from '../linear-algebra/double-double.js';
import { dot } from '../linear-algebra/double-column.js';
import { deviations } from './precise.js';
import { inScale } from './scale.js';
import { presentValues } from './values.js';

/**
 * The autocorrelation of a series with itself `lag` steps later:
 * `sum of (x[t] - mean) (x[t + lag] - mean) / sum of (x[t] - mean)^2`, one mean for both.
 *
 * @param series values in order of time, without a gap
 * @param lag steps, from 1 to one less than the length; 1 by default
 * @throws IndexlabError when a value is missing, the lag leaves no pair, or the series is constant
 *
 * @example
 * autocorrelation([1, 2, 3, 4]) // => 1 / 4
 *
 * Reference: `acf(series, lag.max = 1, plot = FALSE)` in R; NIST StRD, univariate summary statistics.
 */
export function autocorrelation(series: ArrayLike<number>, lag = 1): number {
  const values = presentValues(series, 'autocorrelation', 2);
  assertThat(
    values.length === series.length,
    () =>
      `autocorrelation requires a series without gaps, got ${series.length - values.length} missing of ${series.length}`,
    'Fill the gaps, or take a stretch without one.',
  );
  assertThat(
    Number.isInteger(lag) && lag >= 1 && lag < values.length,
    () => `autocorrelation requires a lag from 1 to ${values.length - 1}, got ${lag}`,
  );
  const column = deviations(inScale(values));
  const squares = dot(column, column);
  assertThat(
    squares[0] > 0,
    () => `autocorrelation requires values that differ, got ${values.length} times ${values[0]}`,
  );
  const later = { high: column.high.subarray(lag), low: column.low.subarray(lag) };
  return divide(dot(column, later, 0, values.length - lag), squares)[0];
}
