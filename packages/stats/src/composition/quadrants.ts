import { assertThat, requireOptions } from '@indexlab/core';
import { numbersIn } from '../descriptive/values.js';
import { median } from '../descriptive/quantile.js';

/** Where a chart is cut: a value, or the smallest and largest that it may be where that is not printed. */
export type Cut = number | readonly [least: number, most: number];

/** Of x, then of y. */
export type Quadrant = 'high-high' | 'high-low' | 'low-high' | 'low-low';

/** Units by quadrant. */
export interface Quadrants {
  /** The quadrants in which each unit can lie: one where the cuts leave no doubt, none where a value is missing. */
  readonly possible: readonly (readonly Quadrant[])[];
  /** How many units lie in a quadrant whatever the cuts, and how many can. */
  readonly counts: readonly { readonly quadrant: Quadrant; readonly least: number; readonly most: number }[];
}

const sides = ['high', 'low'] as const;

/**
 * Divides units into four by two values, such as users by return rate, or growth of apps and of cloud use by their signs (cuts at zero).
 * A value at a cut is high. Where a chart prints its cuts nowhere, give the least and the most that they may be: units that lie between
 * are open, and counts have bounds.
 *
 * @param options `xCut` and `yCut`; the medians by default
 * @throws IndexlabError when lengths differ, or a cut is no finite number or its ends are in the wrong order
 *
 * @example
 * quadrants([1, -2, 3], [2, 1, -1], { xCut: 0, yCut: 0 }).possible // => [['high-high'], ['low-high'], ['high-low']]
 * @example
 * quadrants([1, 5, 9], [1, 1, 1], { xCut: [4, 6], yCut: 0 }).counts[0] // => { quadrant: 'high-high', least: 1, most: 2 }
 */
export function quadrants(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: { readonly xCut?: Cut; readonly yCut?: Cut } = {},
): Quadrants {
  const caller = 'quadrants';
  requireOptions(options, caller, { xCut: 'anything', yCut: 'anything' });
  const [a, b] = [numbersIn(x, caller, 'x'), numbersIn(y, caller, 'y')];
  assertThat(
    a.length === b.length,
    () => `${caller} requires variables of one length, got ${a.length} and ${b.length}`,
  );
  const [cutX, cutY] = [endsOf(options.xCut ?? median(a), 'xCut'), endsOf(options.yCut ?? median(b), 'yCut')];
  const sidesOf = (value: number, [least, most]: readonly [number, number]): readonly ('high' | 'low')[] =>
    sides.filter((side) => (side === 'high' ? value >= least : value < most));
  const possible = Array.from(a, (value, unit) =>
    Number.isNaN(value + b[unit]!)
      ? []
      : sidesOf(value, cutX).flatMap((one) => sidesOf(b[unit]!, cutY).map((other): Quadrant => `${one}-${other}`)),
  );
  return {
    possible,
    counts: sides.flatMap((one) =>
      sides.map((other) => {
        const quadrant: Quadrant = `${one}-${other}`;
        const among = possible.filter((own) => own.includes(quadrant));
        return { quadrant, least: among.filter((own) => own.length === 1).length, most: among.length };
      }),
    ),
  };
}

function endsOf(cut: Cut, name: string): readonly [number, number] {
  const [least, most] =
    typeof cut === 'number' ? [cut, cut] : Array.isArray(cut) ? (cut as [number, number]) : [NaN, NaN];
  assertThat(
    Number.isFinite(least) && Number.isFinite(most) && least <= most,
    () => `quadrants requires a cut, or its least and most, got ${String(cut)} (${name})`,
  );
  return [least, most];
}
