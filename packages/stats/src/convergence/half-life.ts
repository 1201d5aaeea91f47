import { assertThat } from '@indexlab/core';

/**
 * The time in which half of a gap closes at a speed of convergence: `log(2) / speed`, in the speed's unit of time. `Infinity` for a
 * speed of zero or below: the gap never halves.
 *
 * @param speed the continuous rate at which the gap shrinks, such as 0.02 a year
 * @throws IndexlabError when the speed is NaN
 *
 * @example
 * halfLife(0.02).toFixed(4) // => '34.6574'
 *
 * @see Barro and Sala-i-Martin, Economic Growth; R `log(2) / speed`
 */
export function halfLife(speed: number): number {
  assertThat(
    typeof speed === 'number' && !Number.isNaN(speed),
    () => `halfLife requires a speed, got ${String(speed)}`,
  );
  return speed > 0 ? Math.LN2 / speed : Infinity;
}
