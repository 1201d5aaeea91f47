import { Exact } from '@indexlab/core';
import type { Box, Variable } from './affine.js';
import type { Bounds } from './bounds.js';
import { type Form, linear, over, times, variablesOf } from './form.js';
import { hullOf, type Range } from './range.js';

/** Up to this many rows that the digits leave undecided are tried in every combination. */
const manyChoices = 8;

/**
 * The bounds of a form in which some rows belong or do not, over every combination of them: each branch by itself, then
 * the union. An outer bound, because not every combination needs to be possible. With more than eight undecided rows
 * each is a number from 0 to 1 instead.
 */
export function withChoices(form: Form, box: Box, bounds: (form: Form, box: Box) => Bounds | null): Bounds | null {
  const open = [...variablesOf(form)].filter((variable) => variable.choice && !fixed(box(variable)));
  if (open.length === 0) return bounds(form, box);
  if (open.length > manyChoices) {
    const relaxed = bounds(form, box);
    return relaxed && { ...relaxed, method: 'outer' };
  }
  const ranges: Range[] = [];
  for (let branch = 0; branch < 2 ** open.length; branch += 1) {
    const decided = new Map(open.map((variable, bit) => [variable, (branch >> bit) & 1 ? Exact.one : Exact.zero]));
    const found = bounds(substitute(form, decided, new Map()), box);
    if (!found) return null;
    ranges.push([found.lower, found.upper]);
  }
  const [lower, upper] = hullOf(ranges);
  return { lower, upper, method: 'choices' };
}

function fixed([low, high]: readonly [Exact, Exact]): boolean {
  return low.equals(high);
}

/** A form with some variables replaced by numbers, made plain again where that is now possible. */
export function substitute(form: Form, decided: ReadonlyMap<Variable, Exact>, known: Map<Form, Form>): Form {
  const before = known.get(form);
  if (before) return before;
  const after = substituteNew(form, decided, known);
  known.set(form, after);
  return after;
}

function substituteNew(form: Form, decided: ReadonlyMap<Variable, Exact>, known: Map<Form, Form>): Form {
  if (form.kind === 'affine') {
    const terms = new Map(form.terms);
    let constant = form.constant;
    for (const [variable, coefficient] of form.terms) {
      const value = decided.get(variable);
      if (value === undefined) continue;
      terms.delete(variable);
      constant = constant.plus(coefficient.times(value));
    }
    return { kind: 'affine', terms, constant };
  }
  if (form.kind === 'ratio')
    return over(substitute(form.above, decided, known), substitute(form.below, decided, known));
  const of = form.of.map((operand) => substitute(operand, decided, known));
  switch (form.operator) {
    case 'plus':
      return linear(of.map((operand) => [operand, Exact.one] as const));
    case 'times':
      return times(of[0]!, of[1]!);
    case 'over':
      return over(of[0]!, of[1]!);
    default:
      return { ...form, of };
  }
}
