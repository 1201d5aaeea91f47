import { assertThat, Interval, requireArray } from '@indexlab/core';

/** How a value follows an index between two points. */
export interface ArcElasticity {
  /** `ln(value after / before) / ln(index after / before)`: percent of value per percent of index. */
  readonly elasticity: number;
  /** All elasticities that the digits allow; infinite where the index may not have changed. */
  readonly lower: number;
  readonly upper: number;
  /** Value per point of the index. */
  readonly perPoint: number;
}

type Ends = readonly [least: number, most: number];

/**
 * The elasticity that two points imply: a report that sizes an economy from an index says by its two years how the one follows the other.
 * Points printed in digits are intervals, such as `roundedInterval('348.69')`; the bounds are over all values within.
 *
 * Two points determine a curve only where its form is given: this is the exponent of `value = a * index^elasticity`. A third point tests it.
 *
 * @param index before and after, numbers or intervals above zero
 * @param value before and after, likewise
 * @throws IndexlabError when a number is not positive, or the index does not change
 *
 * @example
 * arcElasticity([100, 121], [10, 11]).elasticity.toFixed(6) // => '0.500000'
 */
export function arcElasticity(
  index: readonly [number | Interval, number | Interval],
  value: readonly [number | Interval, number | Interval],
): ArcElasticity {
  const [[before, after], [from, to]] = [pointsOf(index, 'index'), pointsOf(value, 'value')];
  const middle = ([least, most]: Ends): number => (least + most) / 2;
  const [step, gain] = [Math.log(middle(after) / middle(before)), Math.log(middle(to) / middle(from))];
  assertThat(step !== 0, () => `arcElasticity requires an index that changes, got ${middle(before)} at both times`);
  const steps: Ends = [Math.log(after[0] / before[1]), Math.log(after[1] / before[0])];
  const gains: Ends = [Math.log(to[0] / from[1]), Math.log(to[1] / from[0])];
  const open = steps[0] <= 0 && steps[1] >= 0;
  const corners = gains.flatMap((one) => steps.map((other) => one / other));
  return {
    elasticity: gain / step,
    lower: open ? -Infinity : Math.min(...corners),
    upper: open ? Infinity : Math.max(...corners),
    perPoint: (middle(to) - middle(from)) / (middle(after) - middle(before)),
  };
}

function pointsOf(points: readonly (number | Interval)[], name: string): [Ends, Ends] {
  requireArray(points, 'arcElasticity', name);
  const ends = [points[0], points[1]].map((point): Ends => {
    const [least, most] =
      point instanceof Interval ? [point.lower?.toNumber() ?? NaN, point.upper?.toNumber() ?? NaN] : [point, point];
    assertThat(
      typeof least === 'number' && typeof most === 'number' && least > 0 && most < Infinity,
      () => `arcElasticity requires positive numbers or intervals before and after, got ${String(point)} (${name})`,
    );
    return [least, most];
  });
  return ends as [Ends, Ends];
}
