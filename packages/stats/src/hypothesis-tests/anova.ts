import { assertThat } from '@indexlab/core';
import { add, divide, type DoubleDouble, multiply, subtract } from '../linear-algebra/double-double.js';
import { dot } from '../linear-algebra/double-column.js';
import { deviations, preciseSum } from '../descriptive/precise.js';
import { requireSquares } from '../descriptive/variance.js';
import { fUpperTail } from '../distributions/index.js';
import { type Groups, namedGroups } from './groups.js';

/** One row of an analysis of variance; the row `within` has no test. */
export interface AnovaRow {
  readonly term: 'between' | 'within';
  readonly degreesOfFreedom: number;
  readonly sumOfSquares: number;
  readonly meanSquare: number;
  readonly statistic: number | null;
  readonly pValue: number | null;
}

/** A one-way analysis of variance. */
export interface Anova {
  readonly rows: readonly [AnovaRow, AnovaRow];
  readonly rSquared: number;
  readonly residualStandardError: number;
  readonly n: number;
  readonly groups: { readonly group: string; readonly n: number; readonly mean: number }[];
}

/**
 * One-way analysis of variance: whether the means of groups are equal.
 *
 * `F = (between / (groups - 1)) / (within / (n - groups))` with `between = sum of n(group) (mean(group) - mean)^2` and
 * `within = sum of (value - mean(group))^2`, all sums in about 32 digits. Missing values (`NaN`) are left out.
 *
 * @param groups arrays, or arrays by name (see {@link splitByGroup})
 * @throws IndexlabError when there are fewer than two groups, one is empty, none has two values, or no value differs
 * from its group's mean
 *
 * @example
 * anova([[1, 2, 3], [4, 5, 9]]).rows[0].statistic.toFixed(12) // => '6.000000000000'
 *
 * Reference: `summary(aov(value ~ group))` in R; NIST StRD, analysis of variance.
 */
export function anova(groups: Groups): Anova {
  const named = namedGroups(groups, 'anova');
  const sums = named.map(({ values }) => preciseSum(values));
  const means = named.map(({ values }, i) => divide(sums[i]!, [values.length, 0]));
  const n = named.reduce((sum, { values }) => sum + values.length, 0);
  assertThat(
    n > named.length,
    () => `anova requires a group with at least two values, got ${named.length} with one each`,
  );
  const overall = divide(sums.reduce(add), [n, 0]);
  const between = named
    .map(({ values }, i): DoubleDouble => multiply([values.length, 0], square(subtract(means[i]!, overall))))
    .reduce(add)[0];
  const within = named
    .map(({ values }) => deviations(values))
    .map((column) => dot(column, column))
    .reduce(add)[0];
  for (const { values } of named) if (!(within > 0)) requireSquares(within, values, 'anova');
  assertThat(
    within > 0,
    `anova requires values that differ within groups, got none`,
    'Groups of constants differ for certain or not at all: there is nothing to test.',
  );
  const size = Math.max(...means.map(([value]) => Math.abs(value)));
  assertThat(
    within > 1e-30 * n * size ** 2,
    'anova requires values that differ within groups by more than rounding, got none',
  );
  const [betweenDf, withinDf] = [named.length - 1, n - named.length];
  const statistic = between / betweenDf / (within / withinDf);
  return {
    rows: [
      {
        term: 'between',
        degreesOfFreedom: betweenDf,
        sumOfSquares: between,
        meanSquare: between / betweenDf,
        statistic,
        pValue: fUpperTail(statistic, betweenDf, withinDf),
      },
      {
        term: 'within',
        degreesOfFreedom: withinDf,
        sumOfSquares: within,
        meanSquare: within / withinDf,
        statistic: null,
        pValue: null,
      },
    ],
    rSquared: between / (between + within),
    residualStandardError: Math.sqrt(within / withinDf),
    n,
    groups: named.map(({ name, values }, i) => ({ group: name, n: values.length, mean: means[i]![0] })),
  };
}

function square(value: DoubleDouble): DoubleDouble {
  return multiply(value, value);
}
