import { affineRange, type Box } from './affine.js';
import type { Form } from './form.js';
import { operators } from './operators.js';
import { compact, type Range } from './range.js';
import { ratioRange } from './ratio-range.js';

/**
 * A range that holds every value of a form over a box: exact for affine forms and ratios, natural interval arithmetic
 * for operations on them; `null` where a denominator may be zero.
 *
 * @param known what was enclosed over this box before; shared parts of a form are enclosed once
 */
export function enclose(form: Form, box: Box, known: Map<Form, Range | null>): Range | null {
  const before = known.get(form);
  if (before !== undefined) return before;
  const range = encloseNew(form, box, known);
  known.set(form, range);
  return range;
}

function encloseNew(form: Form, box: Box, known: Map<Form, Range | null>): Range | null {
  if (form.kind === 'affine') return affineRange(form, box);
  if (form.kind === 'ratio') return ratioRange(form, box);
  const of: Range[] = [];
  for (const operand of form.of) {
    const range = enclose(operand, box, known);
    if (!range) return null;
    of.push(range);
  }
  const range = operators[form.operator].enclose(of);
  return range && compact(range);
}
