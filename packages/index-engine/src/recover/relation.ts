import { Exact } from '@indexlab/core';
import { atLeast, atMost, type Constraint, type Region } from '../linear-program/constraint.js';
import { evaluate, maximise } from '../linear-program/maximise.js';
import type { PublishedRow } from './published-rows.js';

/**
 * How a total is thought to come from its parts.
 *
 * `total = sum(coefficient[j] * part[j]) + constant`. The coefficient of a part is its weight or, where the
 * part was rescaled by `part -> slope * part + shift` before weighting, its weight times the slope; the
 * shifts make up the constant. Coefficients come first among the variables, the constant last.
 */
export interface Relation {
  readonly parts: number;
  /** The parts that were rescaled, by position. */
  readonly rescaled: readonly number[];
  readonly constant: boolean;
  readonly sumToOne: boolean;
}

/** `coefficients · x + constant` of the variables of a relation. */
export interface LinearForm {
  readonly coefficients: readonly Exact[];
  readonly constant: Exact;
}

/** Exact bounds; `null` where there is none. */
export interface FormBounds {
  readonly lower: Exact | null;
  readonly upper: Exact | null;
}

/** The plain weighted sum, or the one with some parts rescaled before weighting; weights sum to one. */
export function sumToOneRelation(parts: number, rescaled: readonly number[] = []): Relation {
  return { parts, rescaled, constant: rescaled.length > 0, sumToOne: true };
}

/**
 * A weighted sum whose weights need not sum to one, with a constant or without. A slope cannot be told from
 * a weight then, and a constant not from a shift of whichever part.
 */
export function freeSumRelation(parts: number, constant = false): Relation {
  return { parts, rescaled: [], constant, sumToOne: false };
}

/** The points that a relation and the printed digits of the rows allow. */
export function regionOf(rows: readonly PublishedRow[], relation: Relation): Region {
  const frame = frameOf(relation);
  const printed = rows.flatMap((row, index) => rowConstraints(row, index, relation));
  return { ...frame, constraints: [...frame.constraints, ...printed] };
}

/** The points that a relation allows before any row is looked at. */
export function frameOf(relation: Relation): Region {
  const { parts, rescaled, constant, sumToOne } = relation;
  const weights = variables(parts).map((part) => (rescaled.includes(part) ? Exact.zero : Exact.one));
  const sum = constant ? [...weights, Exact.zero] : weights;
  const constraints: Constraint[] = [];
  if (sumToOne) constraints.push(atMost(sum, Exact.one));
  if (sumToOne && rescaled.length === 0) constraints.push(atLeast(sum, Exact.one));
  return { variables: sum.length, free: constant ? [parts] : [], constraints };
}

/**
 * What one row says: the total computed from the lower ends does not exceed its upper end, and the one from
 * the upper ends does not fall short of its lower end. As no coefficient is negative, that is all it says.
 */
export function rowConstraints({ lower, upper, total }: PublishedRow, index: number, relation: Relation): Constraint[] {
  const constant = relation.constant ? [Exact.one] : [];
  return [
    ...(total.upper ? [atMost([...lower, ...constant], total.upper, index)] : []),
    ...(total.lower ? [atLeast([...upper, ...constant], total.lower, index)] : []),
  ];
}

/**
 * The weight of a part as a form of the variables, or `undefined` where the relation does not fix it.
 *
 * With weights that sum to one, the weight of the only rescaled part is what the others leave; of several
 * rescaled parts only the sum of their weights is fixed.
 */
export function weightForm(part: number, relation: Relation): LinearForm | undefined {
  if (!relation.rescaled.includes(part)) return variableForm(part, relation);
  return relation.rescaled.length === 1 ? rescaledSumForm(relation) : undefined;
}

/** The sum of the weights of the rescaled parts: what the other parts leave of one. */
export function rescaledSumForm({ parts, rescaled }: Relation): LinearForm {
  const isOther = (variable: number): boolean => variable < parts && !rescaled.includes(variable);
  return {
    coefficients: variables(parts + 1).map((variable) => (isOther(variable) ? minusOne : Exact.zero)),
    constant: Exact.one,
  };
}

/** One of the variables: the coefficient of a part or, at position `parts`, the constant. */
export function variableForm(variable: number, { parts, constant }: Relation): LinearForm {
  const count = constant ? parts + 1 : parts;
  return {
    coefficients: variables(count).map((index) => (index === variable ? Exact.one : Exact.zero)),
    constant: Exact.zero,
  };
}

/** The value of a form at a point. */
export function formValue(form: LinearForm, point: readonly Exact[]): Exact {
  return evaluate(form.coefficients, point).plus(form.constant);
}

/** The smallest and largest value of a form over a region, or `undefined` when the region is empty. */
export function formBounds(form: LinearForm, region: Region): FormBounds | undefined {
  const highest = maximise(region, form.coefficients);
  if (highest.status === 'infeasible') return undefined;
  const lowest = maximise(
    region,
    form.coefficients.map((value) => value.negated()),
  );
  return {
    lower: lowest.status === 'optimal' ? form.constant.minus(lowest.value) : null,
    upper: highest.status === 'optimal' ? form.constant.plus(highest.value) : null,
  };
}

function variables(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

const minusOne = Exact.one.negated();
