import { assertThat } from '@indexlab/core';
import type { Filled, ImputeInput } from './impute-input.js';

/**
 * Fills gaps by expectation-maximisation under a joint normal distribution (Dempster, Laird and Rubin 1977; Little and
 * Rubin 2002, section 11.2): maximum likelihood means and covariances (n), each gap its expected value given the row.
 */
export function expectationMaximisation(
  { columns }: ImputeInput,
  { iterations, tolerance }: { iterations: number; tolerance: number },
): Filled {
  const names = Object.keys(columns);
  const values = names.map((name) => columns[name]!);
  const scales = values.map((column, j) => scaleOf(column, names[j]!));
  let estimate = start(
    values.map((column, j) => column.map((value) => (value - scales[j]!.mean) / scales[j]!.deviation)),
  );
  for (let round = 0; round < iterations; round += 1) {
    const next = step(estimate);
    const change = Math.max(
      ...next.means.map((mean, j) => Math.abs(mean - estimate.means[j]!)),
      largestChange(next.covariance, estimate.covariance),
    );
    estimate = next;
    if (change <= tolerance) break;
  }
  return {
    columns: Object.fromEntries(
      names.map((name, j) => [
        name,
        values[j]!.map((value, row) =>
          Number.isNaN(value) ? estimate.expected[j]![row]! * scales[j]!.deviation + scales[j]!.mean : value,
        ),
      ]),
    ),
  };
}

interface Estimate {
  /** The standardised columns, gaps as `NaN`. */
  readonly observed: readonly Float64Array[];
  /** The same with each gap at its expected value. */
  readonly expected: readonly Float64Array[];
  readonly means: readonly number[];
  readonly covariance: readonly Float64Array[];
}

function scaleOf(values: Float64Array, name: string): { mean: number; deviation: number } {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const deviation = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length);
  assertThat(
    deviation > 0,
    () => `impute requires a column that varies for em, got ${known.length} equal values (column "${name}")`,
  );
  return { mean, deviation };
}

function start(observed: readonly Float64Array[]): Estimate {
  return {
    observed,
    expected: observed.map((column) => column.map((value) => (Number.isNaN(value) ? 0 : value))),
    means: observed.map(() => 0),
    covariance: observed.map((_, j) => Float64Array.from(observed, (_column, k) => (j === k ? 1 : 0))),
  };
}

/** One round: expected values and the spread around them given the present estimate, then new means and covariances. */
function step({ observed, means, covariance }: Estimate): Estimate {
  const size = observed.length;
  const count = observed[0]!.length;
  const expected = observed.map((column) => column.slice());
  const spread = observed.map(() => new Float64Array(size));
  for (const [pattern, rows] of patternsOf(observed)) {
    const gaps = observed.flatMap((_, j) => (pattern[j] === '0' ? [j] : []));
    if (gaps.length === 0) continue;
    const known = observed.flatMap((_, j) => (pattern[j] === '1' ? [j] : []));
    // Swept on what is known: coefficients of each gap on the known, and what covariance remains.
    const swept = known.reduce(
      sweep,
      covariance.map((line) => line.slice()),
    );
    for (const j of gaps) {
      for (const row of rows) {
        expected[j]![row] = known.reduce((sum, k) => sum + swept[j]![k]! * (observed[k]![row]! - means[k]!), means[j]!);
      }
      for (const k of gaps) spread[j]![k]! += rows.length * swept[j]![k]!;
    }
  }
  const nextMeans = expected.map((column) => column.reduce((sum, value) => sum + value, 0) / count);
  const nextCovariance = expected.map((a, j) =>
    Float64Array.from(expected, (b, k) => {
      let sum = spread[j]![k]!;
      for (let row = 0; row < count; row += 1) sum += (a[row]! - nextMeans[j]!) * (b[row]! - nextMeans[k]!);
      return sum / count;
    }),
  );
  return { observed, expected, means: nextMeans, covariance: nextCovariance };
}

/** The sweep operator on one variable of a symmetric matrix; a variable that the ones before determine is left out. */
function sweep(matrix: Float64Array[], pivot: number): Float64Array[] {
  const size = matrix.length;
  const divisor = matrix[pivot]![pivot]!;
  if (!(divisor > 1e-10)) {
    for (let j = 0; j < size; j += 1) matrix[pivot]![j] = matrix[j]![pivot] = 0;
    return matrix;
  }
  const line = matrix[pivot]!.map((value) => value / divisor);
  for (let j = 0; j < size; j += 1) {
    if (j === pivot) continue;
    const factor = matrix[j]![pivot]!;
    for (let k = 0; k < size; k += 1) matrix[j]![k]! -= factor * line[k]!;
    matrix[j]![pivot] = factor / divisor;
  }
  matrix[pivot] = line;
  matrix[pivot][pivot] = -1 / divisor;
  return matrix;
}

/** The rows of each pattern of known (1) and missing (0) values. */
function patternsOf(columns: readonly Float64Array[]): Map<string, number[]> {
  const patterns = new Map<string, number[]>();
  for (let row = 0; row < columns[0]!.length; row += 1) {
    const pattern = columns.map((column) => (Number.isNaN(column[row]) ? '0' : '1')).join('');
    const rows = patterns.get(pattern);
    if (rows) rows.push(row);
    else patterns.set(pattern, [row]);
  }
  return patterns;
}

function largestChange(a: readonly Float64Array[], b: readonly Float64Array[]): number {
  return Math.max(
    ...a.map((line, j) => line.reduce((most, value, k) => Math.max(most, Math.abs(value - b[j]![k]!)), 0)),
  );
}
