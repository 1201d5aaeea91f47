import type { Exact } from '@indexlab/core';
import { boundsOf } from '../forms/bounds.js';
import { type Form, minus, variablesOf } from '../forms/form.js';
import type { Range } from '../forms/range.js';
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
  const apart = sideOf(a, b);
  if (apart !== 0) {
    const holds = holdsAt(apart, relation);
    return { holds: holds ? 'always' : 'never', printed: holds, agrees: holds, partial: false, power: 1 };
  }
  const difference = minus(a, b);
  const partial = [...variablesOf(difference)].some(({ unlisted }) => unlisted);
  const bounds = boundsOf(difference);
  const at = valueAsPrinted(difference);
  const printed = at !== null && holdsAt(at[0].sign(), relation);
  const holds = bounds ? over([bounds.lower, bounds.upper], relation) : 'possibly';
  const agrees = holds === 'always' || (relation === '=' && holds === 'possibly' && !partial && fits(a, b));
  const power = holds !== 'possibly' ? 1 : relation === '=' ? null : 0;
  return { holds, printed, agrees, partial: partial && holds === 'possibly', power };
}

/** 1 or -1 where all values of one number lie above or below all of the other, 0 where that takes their difference. */
function sideOf(a: Form, b: Form): number {
  const [own, other] = [endsOf(a), endsOf(b)];
  if (!own || !other) return 0;
  if (own[0].compare(other[1]) > 0) return 1;
  return own[1].compare(other[0]) < 0 ? -1 : 0;
}

const known = new WeakMap<Form, Range | null>();

/** The range of a form that is exact without a search. */
function endsOf(form: Form): Range | null {
  if (form.kind === 'operation') return null;
  const before = known.get(form);
  if (before !== undefined) return before;
  const bounds = boundsOf(form);
  const ends: Range | null = bounds && [bounds.lower, bounds.upper];
  known.set(form, ends);
  return ends;
}

function holdsAt(sign: number, relation: Exclude<Relation, 'in' | '<>'>): boolean {
  return { '=': sign === 0, '<': sign < 0, '<=': sign <= 0, '>': sign > 0, '>=': sign >= 0 }[relation];
}

function over([low, high]: Range, relation: Exclude<Relation, 'in' | '<>'>): Holds {
  const [least, most] = [low.sign(), high.sign()];
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
  return `${label ? `${label}: ` : ''}${shown(a)} and ${shown(b)}`;
}

/** A number as printed digits give it, for a sentence; where it rests on units that a list leaves out, its range. */
export function shown(form: Form): string {
  const bounds = [...variablesOf(form)].some(({ unlisted }) => unlisted) ? boundsOf(form) : null;
  if (bounds && !bounds.lower.equals(bounds.upper)) return `${shownExact(bounds.lower)} to ${shownExact(bounds.upper)}`;
  const at = valueAsPrinted(form);
  return at ? shownExact(at[0]) : 'no value';
}

export function shownExact(value: Exact): string {
  return String(Number(value.toNumber().toPrecision(8)));
}
