import { Exact } from '@indexlab/core';
import { type Affine, affineRange, type Box, combine, type Variable } from './affine.js';
import type { Form, Ratio } from './form.js';
import { operators } from './operators.js';
import { compact, point, productOf, quotientOf, type Range, sumOf } from './range.js';

/**
 * For every variable of a form a range that holds the form's derivative over a box: one sweep backwards from the form
 * to its variables; `null` where a derivative has no bounds.
 *
 * @param known the ranges of the form and its parts over the same box
 */
export function slopesOf(form: Form, box: Box, known: ReadonlyMap<Form, Range | null>): Map<Variable, Range | null> {
  const weights = new Map<Form, Range | null>([[form, point(Exact.one)]]);
  const slopes = new Map<Variable, Range | null>();
  for (const part of fromTheTop(form)) {
    const weight = weights.get(part)!;
    if (part.kind === 'operation') {
      const of = part.of.map((operand) => known.get(operand) ?? null);
      const own = of.every((range) => range !== null) ? operators[part.operator].slopes(of) : [];
      part.of.forEach((operand, at) => add(weights, operand, product(weight, own[at] ?? null)));
    } else {
      for (const [variable, own] of part.kind === 'affine' ? affineSlopes(part) : ratioSlopes(part, box)) {
        add(slopes, variable, product(weight, own));
      }
    }
  }
  return slopes;
}

/** Every part of a form, each before its own parts. */
function fromTheTop(form: Form): Form[] {
  const done = new Set<Form>();
  const order: Form[] = [];
  const visit = (part: Form): void => {
    if (done.has(part)) return;
    done.add(part);
    if (part.kind === 'operation') part.of.forEach(visit);
    order.push(part);
  };
  visit(form);
  return order.reverse();
}

function affineSlopes({ terms }: Affine): [Variable, Range][] {
  return [...terms].map(([variable, coefficient]) => [variable, point(coefficient)]);
}

/** (above' below - below' above) / below², in which the variable's own terms cancel. */
function ratioSlopes({ above, below }: Ratio, box: Box): [Variable, Range | null][] {
  const denominator = affineRange(below, box);
  const square = denominator[0].sign() * denominator[1].sign() > 0 ? squareOf(denominator) : null;
  return [...new Set([...above.terms.keys(), ...below.terms.keys()])].map((variable) => {
    const rise = combine([
      [below, above.terms.get(variable) ?? Exact.zero],
      [above, (below.terms.get(variable) ?? Exact.zero).negated()],
    ]);
    return [variable, square && quotientOf(affineRange(rise, box), square)];
  });
}

function squareOf([low, high]: Range): Range {
  const [a, b] = [low.times(low), high.times(high)];
  return a.compare(b) <= 0 ? [a, b] : [b, a];
}

function product(a: Range | null, b: Range | null): Range | null {
  return a && b && compact(productOf(a, b));
}

function add<Key>(sums: Map<Key, Range | null>, key: Key, range: Range | null): void {
  const before = sums.get(key);
  sums.set(key, before === undefined ? range : before && range && compact(sumOf(before, range)));
}
