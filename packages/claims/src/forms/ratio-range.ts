import { Exact, sumOfProducts } from '@indexlab/core';
import { type Affine, affineRange, type Box, combine, highestCorner, scaled, type Variable } from './affine.js';
import type { Ratio } from './form.js';
import type { Range } from './range.js';

/**
 * The exact range of one affine form over another over a box, by Dinkelbach's iteration: from a ratio r that is
 * reached, to the corner that maximises above - r below, until no corner gains.
 *
 * @returns `null` where the denominator may be zero
 */
export function ratioRange({ above, below }: Ratio, box: Box): Range | null {
  const [low, high] = affineRange(below, box);
  if (low.sign() * high.sign() <= 0) return null;
  const minusOne = Exact.one.negated();
  const [top, bottom] = low.sign() > 0 ? [above, below] : [scaled(above, minusOne), scaled(below, minusOne)];
  const most = highest(top, bottom, box);
  const least = highest(scaled(top, minusOne), bottom, box).negated();
  return [least, most];
}

/** The largest value of above / below where below is positive. */
function highest(above: Affine, below: Affine, box: Box): Exact {
  let corner: ReadonlyMap<Variable, Exact> = new Map();
  let reached = ratioAt(above, below, box, corner);
  for (;;) {
    const gain = combine([
      [above, Exact.one],
      [below, reached.negated()],
    ]);
    if (affineRange(gain, box)[1].sign() <= 0) return reached;
    corner = highestCorner(gain, box);
    reached = ratioAt(above, below, box, corner);
  }
}

/** The ratio at a corner; variables that the corner does not name stand at their lower end. */
function ratioAt(above: Affine, below: Affine, box: Box, corner: ReadonlyMap<Variable, Exact>): Exact {
  const at = ({ constant, terms }: Affine): Exact =>
    sumOfProducts(
      constant,
      [...terms].map(([variable, coefficient]) => [coefficient, corner.get(variable) ?? box(variable)[0]] as const),
    );
  return at(above).over(at(below));
}
