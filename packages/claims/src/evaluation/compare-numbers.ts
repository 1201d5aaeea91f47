import { Exact } from '@indexlab/core';
import { type Affine, affineRange, printedBox, type Variable, wholeBox } from '../forms/affine.js';
import { boundsOf } from '../forms/bounds.js';
import { type Form, minus, variablesOf } from '../forms/form.js';
import { valueAsPrinted } from '../forms/value-at.js';
import type { Relation } from '../language/syntax.js';
import { negated } from './truth.js';
import type { Holds, Truth } from './value.js';

/**
 * Whether one number stands in a relation to another: the sign of the bounds of their difference, which is one form, so
 * that cells in both cancel.
 */
export function compareNumbers(a: Form, relation: Exclude<Relation, 'in'>, b: Form, label = ''): Truth {
  if (relation === '<>') return negated(compareNumbers(a, '=', b, label));
  return { ...relationOf(a, relation, b), says: says(a, b, label) };
}

/** The same without the words, for many comparisons of which only a number is told. */
export function relationOf(a: Form, relation: Exclude<Relation, 'in' | '<>'>, b: Form): Omit<Truth, 'says'> {
  const { least, most, printed: at, partial } = byThemselves(a, b) ?? together(a, b);
  const printed = at !== null && holdsAt(at, relation);
  const holds = over(least, most, relation);
  const agrees = holds === 'always' || (relation === '=' && holds === 'possibly' && !partial && fits(a, b));
  const power = holds !== 'possibly' ? 1 : relation === '=' ? null : 0;
  return { holds, printed, agrees, partial: partial && holds === 'possibly', power };
}

/** The signs that the difference of two numbers has at least, at most and as printed. */
interface Signs {
  readonly least: number;
  readonly most: number;
  readonly printed: number | null;
  readonly partial: boolean;
}

/** The signs of the difference as one form. */
function together(a: Form, b: Form): Signs {
  const difference = minus(a, b);
  const bounds = boundsOf(difference);
  return {
    least: bounds?.lower.sign() ?? -1,
    most: bounds?.upper.sign() ?? 1,
    printed: valueAsPrinted(difference)?.[0].sign() ?? null,
    partial: restsOnUnlisted(difference),
  };
}

/** The same of two sums without a cell in common, from the range of each: most comparisons of a list are such. */
function byThemselves(a: Form, b: Form): Signs | null {
  if (a.kind !== 'affine' || b.kind !== 'affine') return null;
  for (const variable of a.terms.keys()) if (b.terms.has(variable)) return null;
  const [own, other] = [rangeOf(a), rangeOf(b)];
  return {
    least: own.lower.compare(other.upper),
    most: own.upper.compare(other.lower),
    printed: own.printed.compare(other.printed),
    partial: own.partial || other.partial,
  };
}

/** What is asked of a sum again and again. */
interface Known {
  readonly lower: Exact;
  readonly upper: Exact;
  readonly printed: Exact;
  readonly partial: boolean;
}

const ranges = new WeakMap<Affine, Known>();

function rangeOf(form: Affine): Known {
  const before = ranges.get(form);
  if (before) return before;
  const [lower, upper] = affineRange(form, wholeBox);
  const known = { lower, upper, printed: affineRange(form, printedBox)[0], partial: restsOnUnlisted(form) };
  ranges.set(form, known);
  return known;
}

/** Whether a number rests on units that a list leaves out. */
export function restsOnUnlisted(form: Form): boolean {
  return [...variablesOf(form)].some(({ unlisted }) => unlisted);
}

function holdsAt(sign: number, relation: Exclude<Relation, 'in' | '<>'>): boolean {
  return { '=': sign === 0, '<': sign < 0, '<=': sign <= 0, '>': sign > 0, '>=': sign >= 0 }[relation];
}

function over(least: number, most: number, relation: Exclude<Relation, 'in' | '<>'>): Holds {
  const decide = (always: boolean, never: boolean): Holds => (always ? 'always' : never ? 'never' : 'possibly');
  switch (relation) {
    case '=':
      return decide(least === 0 && most === 0, least > 0 || most < 0);
    case '<':
      return decide(most < 0, least >= 0);
    case '<=':
      return decide(most <= 0, least > 0);
    case '>':
      return decide(least > 0, most <= 0);
    case '>=':
      return decide(least >= 0, most < 0);
  }
}

/** Whether one side as printed lies within what the digits of the other allow: one quantity printed twice. */
function fits(a: Form, b: Form): boolean {
  const within = (value: Form, of: Form): boolean => {
    const [at, bounds] = [valueAsPrinted(value), boundsOf(of)];
    return at !== null && bounds !== null && at[0].compare(bounds.lower) >= 0 && at[1].compare(bounds.upper) <= 0;
  };
  return within(a, b) || within(b, a);
}

function says(a: Form, b: Form, label: string): string {
  const inPercent = isCellInPercent(a) || isCellInPercent(b);
  return `${label ? `${label}: ` : ''}${shown(a, inPercent)} and ${shown(b, inPercent)}`;
}

/**
 * A number as printed digits give it, for a sentence; where it rests on units that a list leaves out, its range.
 *
 * @param inPercent by default where it is a cell that counts in per cent
 */
export function shown(form: Form, inPercent: boolean = isCellInPercent(form)): string {
  const told = (value: Exact): string => (inPercent ? `${shownExact(value.over(hundredth))} %` : shownExact(value));
  const bounds = restsOnUnlisted(form) ? boundsOf(form) : null;
  if (bounds && !bounds.lower.equals(bounds.upper)) return `${told(bounds.lower)} to ${told(bounds.upper)}`;
  const at = valueAsPrinted(form);
  return at ? told(at[0]) : 'no value';
}

function isCellInPercent(form: Form): boolean {
  if (form.kind !== 'affine' || form.terms.size !== 1 || form.constant.sign() !== 0) return false;
  const [[variable, size]] = [...form.terms] as [[Variable, Exact]];
  return size.equals(hundredth) && !variable.choice;
}

const hundredth = Exact.ratio(1n, 100n);

export function shownExact(value: Exact): string {
  return String(Number(value.toNumber().toPrecision(8)));
}
