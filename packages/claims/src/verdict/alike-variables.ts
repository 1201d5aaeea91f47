import { Exact } from '@indexlab/core';
import type { Affine, Variable } from '../forms/affine.js';

/**
 * Forms in which the variables that enter every one of them with the same coefficient are one variable: their sum, from the sum of
 * their lower ends to that of their upper ends. What the forms can be together stays the same; a total of hundreds of cells that
 * nothing else reads is a single number.
 */
export function alikeVariablesAsOne(forms: readonly Affine[], isApart: (variable: Variable) => boolean): Affine[] {
  const alike = new Map<string, Variable[]>();
  for (const variable of new Set(forms.flatMap(({ terms }) => [...terms.keys()]))) {
    const coefficients = forms.map(({ terms }) => terms.get(variable)?.toString() ?? '').join(' ');
    const key = isApart(variable) ? variable.id : coefficients;
    alike.set(key, [...(alike.get(key) ?? []), variable]);
  }
  const sums = [...alike.values()].map((variables) => ({ first: variables[0]!, sum: sumOf(variables) }));
  return forms.map((form) => ({
    ...form,
    terms: new Map(
      sums.flatMap(({ first, sum }) => {
        const coefficient = form.terms.get(first);
        return coefficient === undefined ? [] : [[sum, coefficient] as const];
      }),
    ),
  }));
}

function sumOf(variables: readonly Variable[]): Variable {
  const [first] = variables;
  if (variables.length === 1) return first!;
  const add = (end: 'lower' | 'upper' | 'printed'): Exact =>
    variables.reduce((sum, variable) => sum.plus(variable[end]), Exact.zero);
  return {
    id: `${first!.id} and ${variables.length - 1} more`,
    lower: add('lower'),
    upper: add('upper'),
    printed: add('printed'),
  };
}
