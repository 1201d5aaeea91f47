import { columnsIn } from './formula/evaluate.js';
import type { Formula } from './formula/formula.js';

/** A warning where the column of the outcome stands on the right as well: it explains itself. */
export function outcomeWarnings({ response, terms }: Formula): string[] {
  const outcome = new Set(columnsIn(response));
  return terms
    .filter(({ factors }) =>
      factors.some((factor) => factor.kind !== 'call' && columnsIn(factor).some((name) => outcome.has(name))),
    )
    .map(({ name }) => `${name} stands on the right and holds the outcome itself: the fit says nothing.`);
}
