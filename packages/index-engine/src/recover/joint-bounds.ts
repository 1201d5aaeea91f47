import { assertThat, Exact, Interval, listNames, requireArray, requireObject } from '@indexlab/core';
import { atLeast, atMost, type Constraint, type Region } from '../linear-program/constraint.js';
import { maximise } from '../linear-program/maximise.js';

/** One printed relation: a sum of variables times coefficients, and the interval that it stands for. */
export interface Relation {
  /** What the relation is called in an answer. */
  readonly name: string;
  readonly terms: Readonly<Record<string, Exact>>;
  readonly interval: Interval;
}

/** What several printed relations allow together. */
export type JointBounds =
  | { readonly status: 'feasible'; readonly bounds: Readonly<Record<string, Interval>> }
  /** The relations that rule one another out. */
  | { readonly status: 'infeasible'; readonly conflict: readonly string[] };

/**
 * Exact bounds of quantities over all non-negative values that satisfy every relation at once.
 *
 * Relations that are fine one by one can be impossible together; then the answer names a set of them that
 * rule one another out. Each bound is the optimum of a linear program, solved exactly.
 *
 * @param relations the printed relations
 * @param quantities sums whose bounds are asked for, by name; by default each variable
 * @throws IndexlabError when there is no relation, or a quantity has a variable that no relation has
 *
 * @example
 * const one = Exact.one;
 * const relations = [
 *   { name: 'a', terms: { a: one }, interval: Interval.parse('1', '2') },
 *   { name: 'a + b', terms: { a: one, b: one }, interval: Interval.parse('5', '5') },
 * ];
 * jointBounds(relations).bounds.b.toString() // => '[3, 4]'
 */
export function jointBounds(
  relations: readonly Relation[],
  quantities?: Readonly<Record<string, Readonly<Record<string, Exact>>>>,
): JointBounds {
  requireArray(relations, 'jointBounds', 'relations');
  relations.forEach((relation, i) =>
    requireObject(relation, 'jointBounds', `relation ${i + 1}`, ['terms', 'interval']),
  );
  assertThat(relations.length > 0, 'jointBounds requires at least one relation, got none');
  const variables = [...new Set(relations.flatMap(({ terms }) => Object.keys(terms)))];
  const asked = quantities ?? Object.fromEntries(variables.map((name) => [name, { [name]: Exact.one }]));
  const unknown = Object.values(asked)
    .flatMap(Object.keys)
    .filter((name) => !variables.includes(name));
  assertThat(
    unknown.length === 0,
    () => `jointBounds requires quantities of variables in a relation, got ${listNames(new Set(unknown))}`,
  );
  const vector = (terms: Readonly<Record<string, Exact>>): Exact[] =>
    variables.map((name) => terms[name] ?? Exact.zero);
  const region: Region = {
    variables: variables.length,
    free: [],
    constraints: relations.flatMap(({ terms, interval }, row) => constraintsOf(vector(terms), interval, row)),
  };
  const bounds: Record<string, Interval> = {};
  for (const [name, terms] of Object.entries(asked)) {
    const objective = vector(terms);
    const least = maximise(
      region,
      objective.map((value) => value.negated()),
    );
    if (least.status === 'infeasible') {
      return { status: 'infeasible', conflict: [...new Set(least.certificate.map(({ row }) => relations[row]!.name))] };
    }
    const most = maximise(region, objective);
    bounds[name] = new Interval(
      least.status === 'optimal' ? least.value.negated() : null,
      most.status === 'optimal' ? most.value : null,
    );
  }
  return { status: 'feasible', bounds };
}

function constraintsOf(coefficients: readonly Exact[], { lower, upper }: Interval, row: number): Constraint[] {
  return [...(lower ? [atLeast(coefficients, lower, row)] : []), ...(upper ? [atMost(coefficients, upper, row)] : [])];
}
