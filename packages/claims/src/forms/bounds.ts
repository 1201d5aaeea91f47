import { Exact } from '@indexlab/core';
import { type Box, wholeBox } from './affine.js';
import { withChoices } from './choices.js';
import { enclose } from './enclose.js';
import { type Form, linear } from './form.js';
import { cornersOf, highest } from './highest.js';
import { isPoint } from './range.js';
import { valueAt } from './value-at.js';

/** How bounds were found: exact ones are reached, outer ones hold every value and may be wider. */
export type Method = 'affine' | 'fractional' | 'corners' | 'choices' | 'outer';

export interface Bounds {
  readonly lower: Exact;
  readonly upper: Exact;
  readonly method: Method;
}

/**
 * The bounds of a form over all values that its variables may take: exact for affine forms and ratios of them, exact at
 * two corners where every derivative keeps its sign, otherwise outer and labelled.
 *
 * @returns `null` where a denominator may be zero: no check can be made
 */
export function boundsOf(form: Form, box: Box = wholeBox): Bounds | null {
  if (form.kind === 'affine' || form.kind === 'ratio') {
    const range = enclose(form, box, new Map());
    const method = form.kind === 'affine' ? 'affine' : 'fractional';
    return range && { lower: range[0], upper: range[1], method };
  }
  return withChoices(form, box, operationBounds);
}

function operationBounds(form: Form, box: Box): Bounds | null {
  if (form.kind !== 'operation') return boundsOf(form, box);
  const corners = cornersOf(form, box);
  const [least, most] = corners ? [valueAt(form, corners.least), valueAt(form, corners.most)] : [];
  if (least && most && isPoint(least) && isPoint(most)) return { lower: least[0], upper: most[0], method: 'corners' };
  const top = highest(form, box);
  const bottom = highest(linear([[form, Exact.one.negated()]]), box);
  if (!top || !bottom) return null;
  const lower = bottom.value[1].negated();
  return { lower, upper: top.value[1], method: top.exact && bottom.exact ? 'corners' : 'outer' };
}
