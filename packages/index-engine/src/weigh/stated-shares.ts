import { assertThat, Exact, requireArray } from '@indexlab/core';

/**
 * Stated weights as shares of their sum, divided exactly: the tokens 27.70 and 72.30 give the doubles nearest to 0.277
 * and 0.723.
 *
 * @param stated one token or number per child, zero or more
 * @returns one weight per child; they sum to one
 * @throws IndexlabError when a weight is negative or no number, or all are zero
 *
 * @example
 * statedShares(['27.70', '72.30']) // => [0.277, 0.723]
 */
export function statedShares(stated: readonly (string | number)[]): number[] {
  requireArray(stated, 'statedShares', 'stated');
  const exact = stated.map((weight) =>
    typeof weight === 'number' ? Exact.parse(String(weight)) : Exact.parse(weight),
  );
  const negative = exact.findIndex((weight) => weight.sign() < 0);
  assertThat(
    negative === -1,
    () => `statedShares requires weights of zero or more, got ${stated[negative]} (weight ${negative + 1})`,
  );
  const sum = exact.reduce((total, weight) => total.plus(weight), Exact.zero);
  assertThat(sum.sign() > 0, () => `statedShares requires weights with a positive sum, got ${sum.toString()}`);
  return exact.map((weight) => weight.over(sum).toNumber());
}
