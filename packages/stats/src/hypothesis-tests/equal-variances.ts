import { assertThat } from '@indexlab/core';
import { mean } from '../descriptive/mean.js';
import { median } from '../descriptive/quantile.js';
import { scaleOf } from '../descriptive/scale.js';
import { sampleVariance } from '../descriptive/variance.js';
import { chiSquaredUpperTail } from '../distributions/index.js';
import type { TestResult } from '../regression/diagnostics/test-result.js';
import { anova } from './anova.js';
import { type Groups, namedGroups } from './groups.js';

/**
 * Levene's test that groups have one variance: the analysis of variance of the distances from the group's median
 * (Brown and Forsythe, the default) or mean (Levene's own). Missing values (`NaN`) are left out.
 *
 * @throws IndexlabError when there are fewer than two groups, one has fewer than two values, or within groups all
 * distances are equal
 *
 * @example
 * levene([[1, 2, 3, 7], [2, 4, 4, 12]]).statistic.toFixed(6) // => '0.125581'
 *
 * Reference: `car::leveneTest(values, group, center = median)` in R.
 */
export function levene(groups: Groups, center: 'median' | 'mean' = 'median'): TestResult {
  assertThat(
    center === 'median' || center === 'mean',
    () => `levene requires the center median or mean, got ${JSON.stringify(center)}`,
  );
  const distances = namedGroups(groups, 'levene', 2).map(({ values }) => {
    const middle = center === 'median' ? median(values) : mean(values);
    return values.map((value) => Math.abs(value - middle));
  });
  assertThat(
    distances.some((own) => own.some((distance) => distance !== own[0])),
    () => `levene requires distances from the ${center} that differ within a group, got equal ones`,
  );
  const scale = scaleOf(Float64Array.from(distances.flatMap((own) => [...own])));
  const [between, within] = anova(distances.map((own) => own.map((distance) => distance / scale))).rows;
  return {
    method: `Levene (${center})`,
    statistic: between.statistic!,
    degreesOfFreedom: [between.degreesOfFreedom, within.degreesOfFreedom],
    pValue: between.pValue!,
  };
}

/**
 * Bartlett's test that normal groups have one variance, chi-squared with groups - 1 degrees of freedom. Sensitive to
 * tails that are not normal; {@link levene} is not. Missing values (`NaN`) are left out.
 *
 * @throws IndexlabError when there are fewer than two groups, or one has fewer than two different values
 *
 * @example
 * bartlett([[1, 2, 3, 7], [2, 4, 4, 9]]).pValue.toFixed(6) // => '0.838845'
 *
 * Reference: `bartlett.test(list(a, b))` in R.
 */
export function bartlett(groups: Groups): TestResult {
  const named = namedGroups(groups, 'bartlett', 2).map(({ name, values }) => ({
    name,
    degrees: values.length - 1,
    variance: sampleVariance(values),
  }));
  for (const { name, variance } of named) {
    assertThat(variance > 0, () => `bartlett requires groups with a variance, got 0 (group "${name}")`);
  }
  const degrees = named.reduce((sum, group) => sum + group.degrees, 0);
  const pooled = named.reduce((sum, group) => sum + group.degrees * group.variance, 0) / degrees;
  const spread = named.reduce((sum, group) => sum + group.degrees * Math.log(pooled / group.variance), 0);
  const inverses = named.reduce((sum, group) => sum + 1 / group.degrees, 0);
  const degreesOfFreedom = named.length - 1;
  const statistic = Math.max(0, spread / (1 + (inverses - 1 / degrees) / (3 * degreesOfFreedom)));
  return { method: 'Bartlett', statistic, degreesOfFreedom, pValue: chiSquaredUpperTail(statistic, degreesOfFreedom) };
}
