import { assertThat, requireArray, requireRows } from '@indexlab/core';
import { chiSquaredUpperTail } from '../distributions/index.js';
import type { TestResult } from '../regression/diagnostics/test-result.js';

/** A chi-squared test, the counts expected under the null hypothesis, and the Pearson residuals. */
export interface ChiSquaredTest extends TestResult {
  readonly expected: number[][];
  /** `(observed - expected) / sqrt(expected)`. */
  readonly residuals: number[][];
  /** `sqrt(statistic / (n (smaller side - 1)))` without Yates's correction; `null` for one row. */
  readonly cramersV: number | null;
  readonly n: number;
  readonly warnings: string[];
}

/**
 * Pearson's chi-squared test that the rows and columns of a table of counts are independent.
 *
 * `sum of (observed - expected)^2 / expected` with (rows - 1)(columns - 1) degrees of freedom; a table of two by two
 * takes Yates's correction unless `correction` is false.
 *
 * @throws IndexlabError when the table is not rectangular with at least two rows and columns, a count is negative, or
 * a row or column is empty
 *
 * @example
 * chiSquaredTest([[10, 20], [20, 10]], false).statistic.toFixed(6) // => (20 / 3).toFixed(6)
 *
 * Reference: `chisq.test(table)` in R.
 */
export function chiSquaredTest(table: readonly (readonly number[])[], correction = true): ChiSquaredTest {
  requireRows(table, 'chiSquaredTest');
  const [rows, columns] = [table.length, table[0]?.length ?? 0];
  assertThat(
    rows >= 2 && columns >= 2 && table.every((row) => row.length === columns),
    () =>
      `chiSquaredTest requires a rectangular table of at least 2 by 2, got rows of ${table.map((row) => row.length).join(', ')}`,
    'For the counts of one variable use chiSquaredGoodnessOfFit.',
  );
  requireCounts(table.flat(), 'chiSquaredTest');
  const rowSums = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnSums = Array.from({ length: columns }, (_, c) => table.reduce((sum, row) => sum + row[c]!, 0));
  const empty = [...rowSums, ...columnSums].indexOf(0);
  assertThat(
    empty < 0,
    () =>
      `chiSquaredTest requires rows and columns with a count, got ${empty < rows ? `row ${empty + 1}` : `column ${empty - rows + 1}`} empty`,
    'Leave the empty row or column out.',
  );
  const n = rowSums.reduce((sum, count) => sum + count, 0);
  const expected = rowSums.map((rowSum) => columnSums.map((columnSum) => (rowSum * columnSum) / n));
  const plain = statisticOf(table, expected, 0);
  const smallest = Math.min(
    0.5,
    ...table.flatMap((row, r) => row.map((count, c) => Math.abs(count - expected[r]![c]!))),
  );
  const corrected = correction && rows === 2 && columns === 2;
  return {
    method: corrected ? "Chi-squared with Yates's correction" : 'Chi-squared',
    ...resultOf(
      table,
      expected,
      corrected ? statisticOf(table, expected, smallest) : plain,
      (rows - 1) * (columns - 1),
    ),
    cramersV: Math.sqrt(plain / (n * (Math.min(rows, columns) - 1))),
    n,
  };
}

/**
 * Pearson's chi-squared test that counts follow given probabilities, all equal by default.
 *
 * @param probabilities weights that are scaled to add up to one
 * @throws IndexlabError when there are fewer than two counts, one is negative, all are zero, or lengths differ
 *
 * @example
 * chiSquaredGoodnessOfFit([10, 20, 30]).statistic // => 10
 *
 * Reference: `chisq.test(counts, p = probabilities, rescale.p = TRUE)` in R.
 */
export function chiSquaredGoodnessOfFit(
  counts: readonly number[],
  probabilities: readonly number[] = Array.from(counts ?? [], () => 1),
): ChiSquaredTest {
  requireArray(counts, 'chiSquaredGoodnessOfFit', 'counts');
  requireArray(probabilities, 'chiSquaredGoodnessOfFit', 'probabilities');
  assertThat(
    counts.length >= 2 && counts.length === probabilities.length,
    () =>
      `chiSquaredGoodnessOfFit requires at least two counts and one probability for each, got ${counts.length} and ${probabilities.length}`,
  );
  requireCounts(counts, 'chiSquaredGoodnessOfFit');
  assertThat(
    probabilities.every((probability) => typeof probability === 'number' && probability > 0 && probability < Infinity),
    () => `chiSquaredGoodnessOfFit requires probabilities above zero, got ${probabilities.join(', ')}`,
  );
  const n = counts.reduce((sum, count) => sum + count, 0);
  assertThat(n > 0, 'chiSquaredGoodnessOfFit requires a count above zero, got none');
  const total = probabilities.reduce((sum, probability) => sum + probability, 0);
  const expected = [probabilities.map((probability) => (n * probability) / total)];
  return {
    method: 'Chi-squared goodness of fit',
    ...resultOf([counts], expected, statisticOf([counts], expected, 0), counts.length - 1),
    cramersV: null,
    n,
  };
}

type Counts = readonly (readonly number[])[];

function requireCounts(counts: readonly number[], caller: string): void {
  const at = counts.findIndex((count) => !(typeof count === 'number' && count >= 0 && count < Infinity));
  assertThat(at < 0, () => `${caller} requires counts of at least zero, got ${String(counts[at])} (cell ${at + 1})`);
}

function statisticOf(observed: Counts, expected: Counts, correction: number): number {
  return observed
    .flatMap((row, r) =>
      row.map((count, c) => (Math.abs(count - expected[r]![c]!) - correction) ** 2 / expected[r]![c]!),
    )
    .reduce((sum, part) => sum + part, 0);
}

function resultOf(
  observed: Counts,
  expected: number[][],
  statistic: number,
  degreesOfFreedom: number,
): Omit<ChiSquaredTest, 'method' | 'cramersV' | 'n'> {
  const few = expected.flat().filter((count) => count < 5).length;
  return {
    statistic,
    degreesOfFreedom,
    pValue: chiSquaredUpperTail(statistic, degreesOfFreedom),
    expected,
    residuals: observed.map((row, r) =>
      row.map((count, c) => (count - expected[r]![c]!) / Math.sqrt(expected[r]![c]!)),
    ),
    warnings:
      few > 0 ? [`${few} of ${expected.flat().length} expected counts are below 5: the p-value may be off.`] : [],
  };
}
