import { Exact } from '@indexlab/core';
import { type Affine, combine, constant, isConstant, sameAffine, scaled, type Variable } from './affine.js';

/** One affine form over another. */
export interface Ratio {
  readonly kind: 'ratio';
  readonly above: Affine;
  readonly below: Affine;
}

/** What is neither affine nor a ratio of affine forms. */
export interface Operation {
  readonly kind: 'operation';
  readonly operator: Operator;
  readonly of: readonly Form[];
}

export type Operator =
  | 'plus'
  | 'times'
  | 'over'
  | 'power'
  | 'minimum'
  | 'maximum'
  | 'absolute'
  | 'root'
  | 'logarithm'
  | 'quantile'
  | 'pvalue';

/** A number as a function of the printed cells, kept as plain as it can be: affine, a ratio, or an operation. */
export type Form = Affine | Ratio | Operation;

/** The sum of forms, each times a coefficient: affine parts merge, ratios over one denominator merge. */
export function linear(parts: readonly (readonly [Form, Exact])[]): Form {
  const affine = parts.filter((part): part is readonly [Affine, Exact] => part[0].kind === 'affine');
  const ratios = mergedRatios(parts.filter((part): part is readonly [Ratio, Exact] => part[0].kind === 'ratio'));
  const others = parts.filter(([form]) => form.kind === 'operation');
  const plain = combine(affine);
  if (others.length === 0 && ratios.length === 0) return plain;
  if (others.length === 0 && ratios.length === 1 && isConstant(plain)) {
    const { above, below } = ratios[0]!;
    return quotient(
      combine([
        [above, Exact.one],
        [below, plain.constant],
      ]),
      below,
    );
  }
  const rest = others.map(([form, factor]) => (factor.equals(Exact.one) ? form : times(constant(factor), form)));
  const all: Form[] = [...rest, ...ratios, ...(isConstant(plain) && plain.constant.sign() === 0 ? [] : [plain])];
  return all.length === 1 ? all[0]! : { kind: 'operation', operator: 'plus', of: all };
}

function mergedRatios(parts: readonly (readonly [Ratio, Exact])[]): Ratio[] {
  const merged: { below: Affine; above: [Affine, Exact][] }[] = [];
  for (const [{ above, below }, factor] of parts) {
    const known = merged.find((one) => sameAffine(one.below, below));
    if (known) known.above.push([above, factor]);
    else merged.push({ below, above: [[above, factor]] });
  }
  return merged.map(({ above, below }) => ({ kind: 'ratio', above: combine(above), below }));
}

export function plus(a: Form, b: Form): Form {
  return linear([
    [a, Exact.one],
    [b, Exact.one],
  ]);
}

export function minus(a: Form, b: Form): Form {
  return linear([
    [a, Exact.one],
    [b, Exact.one.negated()],
  ]);
}

export function times(a: Form, b: Form): Form {
  if (isConstant(b) && !isConstant(a)) return times(b, a);
  if (isConstant(a) && a.constant.sign() === 0) return a;
  if (isConstant(a) && a.constant.equals(Exact.one)) return b;
  if (isConstant(a) && b.kind === 'affine') return scaled(b, a.constant);
  if (isConstant(a) && b.kind === 'ratio') return quotient(scaled(b.above, a.constant), b.below);
  if (a.kind === 'ratio' && b.kind === 'affine' && sameAffine(a.below, b)) return a.above;
  if (b.kind === 'ratio' && a.kind === 'affine' && sameAffine(b.below, a)) return b.above;
  return { kind: 'operation', operator: 'times', of: [a, b] };
}

/** A denominator that is zero, or may be, leaves the form without bounds. */
export function over(a: Form, b: Form): Form {
  if (isConstant(b) && b.constant.sign() !== 0) return times(constant(Exact.one.over(b.constant)), a);
  if (a.kind === 'affine' && b.kind === 'affine') return quotient(a, b);
  if (a.kind === 'affine' && b.kind === 'ratio' && isConstant(a)) return quotient(scaled(b.below, a.constant), b.above);
  if (a.kind === 'ratio' && b.kind === 'ratio' && sameAffine(a.below, b.below)) return quotient(a.above, b.above);
  return { kind: 'operation', operator: 'over', of: [a, b] };
}

/** A ratio, or what remains of it where the two sides are proportional. */
function quotient(above: Affine, below: Affine): Form {
  const factor = proportion(above, below);
  return factor ? constant(factor) : { kind: 'ratio', above, below };
}

/** The number that one form is times another, where it is one and the other is not a number itself. */
function proportion(above: Affine, below: Affine): Exact | null {
  if (isConstant(below) && below.constant.sign() === 0) return null;
  if (above.terms.size === 0 && above.constant.sign() === 0 && below.terms.size > 0) return Exact.zero;
  const first = [...below.terms][0];
  if (!first) return above.terms.size === 0 ? above.constant.over(below.constant) : null;
  const own = above.terms.get(first[0]);
  if (!own || above.terms.size !== below.terms.size) return null;
  const factor = own.over(first[1]);
  return sameAffine(above, scaled(below, factor)) ? factor : null;
}

/** An operation on forms that are not merged further. */
export function operation(operator: Operator, ...of: readonly Form[]): Form {
  return { kind: 'operation', operator, of };
}

/** The variables of a form. */
export function variablesOf(form: Form): Set<Variable> {
  const found = new Set<Variable>();
  const visited = new Set<Form>();
  const visit = (one: Form): void => {
    if (visited.has(one)) return;
    visited.add(one);
    if (one.kind === 'affine') for (const variable of one.terms.keys()) found.add(variable);
    else (one.kind === 'ratio' ? [one.above, one.below] : one.of).forEach(visit);
  };
  visit(form);
  return found;
}
