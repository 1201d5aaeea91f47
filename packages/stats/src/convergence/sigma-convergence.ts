import { assertThat, type Data, dataSource, numbersOf } from '@indexlab/core';
import { correlation } from '../correlation/correlation.js';
import { completeRows } from '../descriptive/values.js';
import { mean } from '../descriptive/mean.js';
import { standardDeviation } from '../descriptive/variance.js';
import { giniOfSorted } from '../inequality/gini.js';

/** The spread of one period. */
export interface SigmaRow {
  readonly period: string;
  readonly mean: number;
  /** Of the logarithms, n - 1; `null` where a value is zero. */
  readonly standardDeviationOfLogs: number | null;
  /** Standard deviation (n - 1) over the mean. */
  readonly coefficientOfVariation: number;
  readonly gini: number;
}

/** Whether the spread of levels falls. */
export interface SigmaConvergence {
  readonly rows: SigmaRow[];
  /** The last variance of logarithms over the first, and the test of Pitman and Morgan that it is one. */
  readonly change: { readonly ratio: number; readonly statistic: number; readonly degreesOfFreedom: number; readonly pValue: number } | null;
  readonly n: number;
  readonly warnings: string[];
}

/**
 * Sigma convergence: the spread of levels in each period, over the units that have a value in all of them, and whether the
 * variance of logarithms changed from the first period to the last.
 *
 * The two variances are of the same units and so not independent: the test of Pitman and Morgan is that of the correlation
 * between the sum and the difference of the two logarithms.
 *
 * @param options.columns one column of levels for each period, the first period first
 * @throws IndexlabError when there are fewer than two columns, a level is negative, or fewer than three units are complete
 *
 * @example
 * const { rows, change } = sigmaConvergence({ first: [1, 2, 4, 9], last: [2, 3, 5, 8] }, { columns: ['first', 'last'] });
 * [rows.map((row) => row.gini.toFixed(3)), change.ratio.toFixed(3)] // => [['0.406', '0.292'], '0.402']
 *
 * Reference: `cor.test(log(last) + log(first), log(last) - log(first))` in R.
 */
export function sigmaConvergence(data: Data, options: { columns: readonly string[] }): SigmaConvergence {
  const { columns } = options;
  assertThat(columns.length >= 2, () => `sigmaConvergence requires at least two columns, one for each period, got ${columns.length}`);
  const source = dataSource(data);
  const all = columns.map((name) => numbersOf(source, name));
  const complete = completeRows(all, 'sigmaConvergence', 3);
  complete.forEach((values, i) => {
    const negative = values.find((value) => value < 0);
    assertThat(negative === undefined, () => `sigmaConvergence requires levels of at least zero, got ${negative} (column "${columns[i]}")`);
    assertThat(values.some((value) => value > 0), () => `sigmaConvergence requires a level above zero, got none (column "${columns[i]}")`);
  });
  const logs = complete.map((values) => (values.includes(0) ? null : values.map(Math.log)));
  const rows = complete.map((values, i): SigmaRow => ({
    period: columns[i]!,
    mean: mean(values),
    standardDeviationOfLogs: logs[i] ? standardDeviation(logs[i]) : null,
    coefficientOfVariation: standardDeviation(values) / mean(values),
    gini: giniOfSorted(values.slice().sort()),
  }));
  const n = complete[0]!.length;
  const missing = all[0]!.length - n;
  const [first, last] = [logs[0]!, logs.at(-1)!];
  const change = first && last ? changeOf(first, last) : null;
  return {
    rows,
    change,
    n,
    warnings: [
      ...(missing > 0 ? [`${missing} of ${missing + n} units were left out: a period is missing there.`] : []),
      ...(logs.includes(null) ? ['Logarithms are left out where a level is zero.'] : []),
      ...(first && last && change === null ? ['The change is not tested: the sums or the differences of the logarithms do not vary.'] : []),
    ],
  };
}

function changeOf(first: Float64Array, last: Float64Array): SigmaConvergence['change'] {
  const sums = last.map((value, i) => value + first[i]!);
  const differences = last.map((value, i) => value - first[i]!);
  if ([sums, differences, first].some((values) => values.every((value) => value === values[0]))) return null;
  const { statistic, degreesOfFreedom, pValue } = correlation(sums, differences);
  const ratio = (standardDeviation(last) / standardDeviation(first)) ** 2;
  return { ratio, statistic, degreesOfFreedom: degreesOfFreedom as number, pValue };
}
