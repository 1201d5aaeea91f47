import { assertThat, randomSource, requireObject, requireOptions } from '@indexlab/core';
import { joined, presentValues } from '../descriptive/values.js';
import { type Alternative, requireAlternative } from '../hypothesis-tests/test-row.js';

/** A permutation test of two samples. */
export interface PermutationTest {
  readonly statistic: number;
  /** `(1 + permutations at least as far) / (1 + permutations)`. */
  readonly pValue: number;
  readonly permutations: number;
  readonly seed: number;
}

/** How {@link permutationTest} permutes. */
export interface PermutationTestOptions {
  /** The statistic of the two samples; the difference of their means by default. */
  readonly statistic?: (x: Float64Array, y: Float64Array) => number;
  /** `two-sided` counts permutations at least as far from zero (the default); `greater` and `less` at least as large or small. */
  readonly alternative?: Alternative;
  /** 9,999 by default. */
  readonly permutations?: number;
  readonly seed?: number;
}

/**
 * The permutation test that two samples come from one distribution: how rarely a random division of all values into
 * samples of the two sizes gives a statistic at least as far out.
 *
 * The division observed counts as one, so that the p-value is never zero and the test is exact on average. Permutation
 * number i uses `randomSource(seed, i)`. Missing values (`NaN`) are left out of each sample.
 *
 * @throws IndexlabError when a sample is empty, or the statistic is not a finite number
 *
 * @example
 * permutationTest([1, 2, 3], [11, 12, 13], { permutations: 999 }).statistic // => -10
 *
 * Reference: `scipy.stats.permutation_test((x, y), statistic, n_resamples=permutations)`.
 */
export function permutationTest(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: PermutationTestOptions = {},
): PermutationTest {
  requireOptions(options, 'permutationTest', {
    statistic: 'a function',
    alternative: ['two-sided', 'greater', 'less'],
    permutations: 'a number',
    seed: 'a number',
  });
  const { statistic = differenceOfMeans, alternative = 'two-sided', permutations = 9999, seed = 1 } = options;
  requireAlternative(alternative, 'permutationTest');
  assertThat(
    Number.isInteger(permutations) && permutations >= 1,
    () => `permutationTest requires at least one permutation, got ${permutations}`,
  );
  const [a, b] = [presentValues(x, 'permutationTest', 1, 'x'), presentValues(y, 'permutationTest', 1, 'y')];
  const observed = statistic(a, b);
  assertThat(
    Number.isFinite(observed),
    () => `permutationTest requires a statistic that is a finite number, got ${observed}`,
  );
  const values = joined(a, b);
  const draws = permutationBatch({ values, size: a.length, statistic, seed }, 0, permutations);
  // Sums in another order differ in their last digits: those are ties.
  const slack = 1e-12 * draws.reduce((most, value) => Math.max(most, Math.abs(value)), Math.abs(observed));
  const atLeast = {
    'two-sided': (value: number): boolean => Math.abs(value) >= Math.abs(observed) - slack,
    greater: (value: number): boolean => value >= observed - slack,
    less: (value: number): boolean => value <= observed + slack,
  }[alternative];
  return { statistic: observed, pValue: (1 + draws.filter(atLeast).length) / (1 + permutations), permutations, seed };
}

/**
 * The statistic in the permutations number `first` to `first + count - 1`: a pure batch, for one core or many.
 *
 * @param task the values of both samples, the size of the first, the statistic and the seed
 *
 * @example
 * const task = { values: new Float64Array([1, 2, 3]), size: 1, statistic: (x) => mean(x), seed: 1 };
 * permutationBatch(task, 0, 5)[3] === permutationBatch(task, 3, 1)[0] // => true
 */
export function permutationBatch(
  task: { values: Float64Array; size: number; statistic: (x: Float64Array, y: Float64Array) => number; seed: number },
  first: number,
  count: number,
): Float64Array {
  requireObject(task, 'permutationBatch', 'task', ['values', 'statistic']);
  const { values, size, statistic, seed } = task;
  return Float64Array.from({ length: count }, (_, i) => {
    const shuffled = permuted(values, seed, first + i);
    return statistic(shuffled.subarray(0, size), shuffled.subarray(size));
  });
}

/** The values in random order (Fisher and Yates), that of one draw. */
export function permuted(values: Float64Array, seed: number, draw: number): Float64Array {
  const random = randomSource(seed, draw);
  const shuffled = values.slice();
  for (let i = shuffled.length - 1; i > 0; i -= 1) {
    const j = random.integer(i + 1);
    [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
  }
  return shuffled;
}

function differenceOfMeans(x: Float64Array, y: Float64Array): number {
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return mean(x) - mean(y);
}
