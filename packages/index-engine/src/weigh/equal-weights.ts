import { assertThat } from '@indexlab/core';

/**
 * Equal weights, `1 / count` each.
 *
 * @throws IndexlabError when the count is not a whole number above zero
 *
 * @example
 * equalWeights(4) // => [1 / 4, 1 / 4, 1 / 4, 1 / 4]
 */
export function equalWeights(count: number): number[] {
  assertThat(
    Number.isInteger(count) && count > 0,
    () => `equalWeights requires a whole number above zero, got ${count}`,
  );
  return Array.from({ length: count }, () => 1 / count);
}
