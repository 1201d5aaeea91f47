import { assertThat, requireArray } from '@indexlab/core';

/**
 * The adjusted Rand index of two clusterings of the same units: how far pairs that one puts together the other does too,
 * over what chance gives. 1 when they are the same but for the labels, about 0 when unrelated; negative below chance.
 *
 * `(joint - expected) / ((first + second) / 2 - expected)` of numbers of pairs put together, with
 * `expected = first * second / all`. Two clusterings with nothing to compare (all in one cluster, or all apart) have 1.
 *
 * @throws IndexlabError when lengths differ or there are fewer than two units
 *
 * @example
 * adjustedRand([1, 1, 2, 2], ['b', 'b', 'a', 'a']) // => 1
 *
 * Reference: Hubert and Arabie (1985); `sklearn.metrics.adjusted_rand_score`, `mclust::adjustedRandIndex` in R.
 */
export function adjustedRand(first: ArrayLike<number | string>, second: ArrayLike<number | string>): number {
  requireArray(first, 'adjustedRand', 'first');
  requireArray(second, 'adjustedRand', 'second');
  const n = first.length;
  assertThat(
    n === second.length,
    () => `adjustedRand requires clusterings of the same units, got ${n} and ${second.length}`,
  );
  assertThat(n >= 2, () => `adjustedRand requires at least two units, got ${n}`);
  const labels = Array.from({ length: n }, (_, unit) => [first[unit]!, second[unit]!]);
  const pairs = (keys: readonly (number | string)[]): number => {
    const sizes = new Map<number | string, number>();
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  };
  const [ofFirst, ofSecond] = [pairs(labels.map(([a]) => a!)), pairs(labels.map(([, b]) => b!))];
  const joint = pairs(labels.map((pair) => JSON.stringify(pair)));
  const expected = (ofFirst * ofSecond) / ((n * (n - 1)) / 2);
  const most = (ofFirst + ofSecond) / 2;
  return most === expected ? 1 : (joint - expected) / (most - expected);
}
