import { assertThat } from '@indexlab/core';

/**
 * The constant rate that leads from the first level to the last in so many periods: `(last / first)^(1 / periods) - 1`.
 *
 * @param periods steps between the two, such as 5 from 2015 to 2020
 * @throws IndexlabError when a level or the periods are not positive and finite
 *
 * @example
 * compoundGrowth(100, 121, 2).toFixed(12) // => '0.100000000000'
 *
 * @see R `(last / first)^(1 / periods) - 1`
 */
export function compoundGrowth(first: number, last: number, periods: number): number {
  for (const [name, value] of Object.entries({ first, last, periods })) {
    assertThat(
      typeof value === 'number' && value > 0 && value < Infinity,
      () => `compoundGrowth requires positive numbers, got ${value} (${name})`,
    );
  }
  return Math.expm1((Math.log(last) - Math.log(first)) / periods);
}
