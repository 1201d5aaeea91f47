import { mean } from '../descriptive/mean.js';
import { quantileOfSorted } from '../descriptive/quantile.js';
import { percentileShareRatio } from '../inequality/concentration.js';
import { presentValues, sorted } from '../descriptive/values.js';
import { assertThat } from '@indexlab/core';

/** One way to put a divide into a number. */
export interface DivideMeasure {
  readonly measure:
    | 'max / min'
    | 'max / mean'
    | 'p90 / p10'
    | 'top fifth / bottom fifth'
    | 'top tenth / bottom four tenths'
    | 'standard deviation / mean';
  /** `null` where the lower end is zero. */
  readonly value: number | null;
}

/**
 * Candidates for a "digital divide" whose formula a report does not print: each puts the distance between the best and the worst served
 * into one number "in times". They differ by an order of magnitude on the same units, so that a printed divide alone says little, and two
 * reports' divides compare only where the formula is the same.
 *
 * Fifths and tenths are of the units, shares between ranks read off the Lorenz curve; percentiles are quantiles of type 7; the
 * standard deviation takes n. Missing values (`NaN`) are left out.
 *
 * @param values at least two, zero or more, not all zero
 * @throws IndexlabError when fewer are left, one is negative or all are zero
 *
 * @example
 * divideMeasures([1, 2, 3, 4]).map(({ measure, value }) => `${measure}: ${value.toFixed(2)}`).slice(0, 2)
 * // => ['max / min: 4.00', 'max / mean: 1.60']
 */
export function divideMeasures(values: ArrayLike<number>): DivideMeasure[] {
  const caller = 'divideMeasures';
  const ordered = sorted(presentValues(values, caller, 2));
  const [least, most] = [ordered[0]!, ordered.at(-1)!];
  assertThat(
    least >= 0 && most > 0,
    () => `${caller} requires values of zero or more, some above, got ${least} to ${most}`,
  );
  const average = mean(ordered);
  const over = (above: number, below: number): number | null => (below > 0 ? above / below : null);
  const parts = (top: number, bottom: number): number | null =>
    ordered[Math.ceil(bottom * ordered.length) - 1]! > 0 ? percentileShareRatio(ordered, top, bottom) : null;
  const deviation = Math.sqrt(mean(ordered.map((value) => (value - average) ** 2)));
  return [
    { measure: 'max / min', value: over(most, least) },
    { measure: 'max / mean', value: over(most, average) },
    { measure: 'p90 / p10', value: over(quantileOfSorted(ordered, 0.9), quantileOfSorted(ordered, 0.1)) },
    { measure: 'top fifth / bottom fifth', value: parts(0.2, 0.2) },
    { measure: 'top tenth / bottom four tenths', value: parts(0.1, 0.4) },
    { measure: 'standard deviation / mean', value: over(deviation, average) },
  ];
}
