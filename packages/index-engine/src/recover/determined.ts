import { Exact } from '@indexlab/core';
import type { LinearForm, Relation } from './relation.js';
import type { PublishedRow } from './published-rows.js';

/**
 * Whether exact digits would determine a form of a relation's variables: whether it follows from the
 * printed values as linear equations. A weight of two equal columns does not; nor does one of more parts
 * than there are rows.
 *
 * @returns a function that answers for one form
 */
export function determined(rows: readonly PublishedRow[], relation: Relation): (form: LinearForm) => boolean {
  const constant = relation.constant ? [Exact.one] : [];
  const equations = rows.map(({ middle }) => [...middle, ...constant]);
  if (relation.sumToOne && relation.rescaled.length === 0) equations.unshift(equations[0]!.map(() => Exact.one));
  const echelon: Exact[][] = [];
  for (const equation of equations) {
    if (echelon.length === equation.length) break;
    const rest = reduced(equation, echelon);
    if (rest.some(isNotZero)) echelon.push(rest);
  }
  return (form) => !reduced(form.coefficients, echelon).some(isNotZero);
}

/** What is left of a vector after each equation has cleared the position of its first number. */
function reduced(vector: readonly Exact[], echelon: readonly (readonly Exact[])[]): Exact[] {
  return echelon.reduce<Exact[]>(
    (rest, equation) => {
      const position = equation.findIndex(isNotZero);
      if (!isNotZero(rest[position]!)) return rest;
      const factor = rest[position]!.over(equation[position]!);
      return rest.map((value, index) => value.minus(factor.times(equation[index]!)));
    },
    [...vector],
  );
}

function isNotZero(value: Exact): boolean {
  return value.sign() !== 0;
}
