import { Exact, sumOfProducts } from '@indexlab/core';

/** A quantity that printed digits leave open: a cell, a place that a list cut off, or a choice between 0 and 1. */
export interface Variable {
  /** Such as `ports#3/score`; one id is one variable. */
  readonly id: string;
  readonly lower: Exact;
  readonly upper: Exact;
  /** The value as printed. */
  readonly printed: Exact;
  /** 0 or 1: whether a row belongs, where the digits do not decide it. */
  readonly choice?: boolean;
  /** A value of a place that a list cut off: known only to lie between zero and the last that is printed. */
  readonly unlisted?: boolean;
}

/** A sum of variables times coefficients, plus a constant; like terms are merged. */
export interface Affine {
  readonly kind: 'affine';
  readonly terms: ReadonlyMap<Variable, Exact>;
  readonly constant: Exact;
}

/** The values that each variable may take: its own interval unless pinned. */
export type Box = (variable: Variable) => readonly [Exact, Exact];

/** Every variable over its own interval. */
export const wholeBox: Box = ({ lower, upper }) => [lower, upper];

/** Every variable at its printed value. */
export const printedBox: Box = ({ printed }) => [printed, printed];

/** The affine form of a number. */
export function constant(value: Exact): Affine {
  return { kind: 'affine', terms: new Map(), constant: value };
}

/** The affine form of one variable. */
export function ofVariable(variable: Variable): Affine {
  return { kind: 'affine', terms: new Map([[variable, Exact.one]]), constant: Exact.zero };
}

/** The sum of affine forms, each times a coefficient. */
export function combine(parts: readonly (readonly [Affine, Exact])[]): Affine {
  const terms = new Map<Variable, Exact>();
  let sum = Exact.zero;
  for (const [part, coefficient] of parts) {
    if (coefficient.sign() === 0) continue;
    sum = sum.plus(part.constant.times(coefficient));
    for (const [variable, own] of part.terms) {
      const before = terms.get(variable) ?? Exact.zero;
      const after = before.plus(own.times(coefficient));
      if (after.sign() === 0) terms.delete(variable);
      else terms.set(variable, after);
    }
  }
  return { kind: 'affine', terms, constant: sum };
}

/** The affine form times a number. */
export function scaled(form: Affine, factor: Exact): Affine {
  return combine([[form, factor]]);
}

export function isConstant(form: { readonly kind: string }): form is Affine {
  return form.kind === 'affine' && (form as Affine).terms.size === 0;
}

export function sameAffine(a: Affine, b: Affine): boolean {
  if (a === b) return true;
  if (a.terms.size !== b.terms.size || !a.constant.equals(b.constant)) return false;
  return [...a.terms].every(([variable, coefficient]) => b.terms.get(variable)?.equals(coefficient) ?? false);
}

/** The exact range of an affine form over a box. */
export function affineRange(form: Affine, box: Box): [Exact, Exact] {
  const [lows, highs]: [Product[], Product[]] = [[], []];
  let isPoint = true;
  for (const [variable, coefficient] of form.terms) {
    const [lower, upper] = box(variable);
    isPoint &&= lower === upper;
    const rises = coefficient.sign() > 0;
    lows.push([coefficient, rises ? lower : upper]);
    highs.push([coefficient, rises ? upper : lower]);
  }
  const least = sumOfProducts(form.constant, lows);
  return [least, isPoint ? least : sumOfProducts(form.constant, highs)];
}

type Product = readonly [Exact, Exact];

/** The corner of a box where an affine form is largest. */
export function highestCorner(form: Affine, box: Box): ReadonlyMap<Variable, Exact> {
  return new Map(
    [...form.terms].map(([variable, coefficient]) => [variable, box(variable)[coefficient.sign() > 0 ? 1 : 0]]),
  );
}
