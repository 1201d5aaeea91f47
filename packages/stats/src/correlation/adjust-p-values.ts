import { assertThat } from '@indexlab/core';
import { numbersIn } from '../descriptive/values.js';

/** Corrections of p-values for many tests, named as in R. */
export const adjustments = ['bonferroni', 'holm', 'hochberg', 'BH', 'BY'] as const;

export type Adjustment = (typeof adjustments)[number];

/**
 * P-values adjusted for how many there are.
 *
 * `bonferroni`, `holm` and `hochberg` bound the chance of one false rejection (the last for independent or positively
 * dependent tests); `BH` (Benjamini and Hochberg) and `BY` (Benjamini and Yekutieli, under any dependence) bound the
 * expected share of false rejections. With p-values in ascending order and m of them: Holm is the running maximum of
 * `(m - i + 1) p[i]`, Hochberg the running minimum from the top of the same, BH that of `m p[i] / i`, BY times
 * `1 + 1/2 + … + 1/m`. A missing p-value (`NaN`) stays missing and is not counted.
 *
 * @throws IndexlabError when a p-value lies outside [0, 1] or the method is unknown
 *
 * @example
 * adjustPValues([0.01, 0.02, 0.03], 'holm') // => new Float64Array([0.03, 0.04, 0.04])
 *
 * Reference: `p.adjust(pValues, method)` in R.
 */
export function adjustPValues(pValues: ArrayLike<number>, method: Adjustment): Float64Array {
  assertThat(
    adjustments.includes(method),
    () => `adjustPValues requires one of ${adjustments.join(', ')}, got ${JSON.stringify(method)}`,
  );
  const values = numbersIn(pValues, 'adjustPValues');
  const wrong = values.find((value) => value < 0 || value > 1);
  assertThat(wrong === undefined, () => `adjustPValues requires p-values from 0 to 1, got ${wrong}`);
  const order = Array.from(values.keys())
    .filter((i) => !Number.isNaN(values[i]))
    .sort((a, b) => values[a]! - values[b]!);
  const m = order.length;
  const harmonic = Array.from({ length: m }, (_, i) => 1 / (i + 1)).reduce((sum, value) => sum + value, 0);
  /** What the p-value at an ascending place, from 0, is multiplied by. */
  const factor: Record<Adjustment, (place: number) => number> = {
    bonferroni: () => m,
    holm: (place) => m - place,
    hochberg: (place) => m - place,
    BH: (place) => m / (place + 1),
    BY: (place) => (harmonic * m) / (place + 1),
  };
  const fromTop = method !== 'holm' && method !== 'bonferroni';
  let bound = fromTop ? 1 : 0;
  const result = new Float64Array(values.length).fill(NaN);
  for (let step = 0; step < m; step += 1) {
    const place = fromTop ? m - 1 - step : step;
    const product = Math.min(1, factor[method](place) * values[order[place]!]!);
    bound = fromTop ? Math.min(bound, product) : Math.max(bound, product);
    result[order[place]!] = bound;
  }
  return result;
}
