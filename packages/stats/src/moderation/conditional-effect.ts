import { assertThat } from '@indexlab/core';
import { termRow } from '../regression/estimate.js';
import { columnsIn } from '../regression/formula/evaluate.js';
import type { Regression } from '../regression/regress.js';
import type { TermRow } from '../regression/results.js';

/** Where the pieces of an interaction stand in a regression whose moderator is centred at `mean`. */
export interface Interaction {
  readonly regression: Regression;
  readonly effect: number;
  readonly interaction: number;
  readonly mean: number;
  /** Of t, for the intervals. */
  readonly quantile: number;
}

/** The effect of x at one value of the moderator. */
export interface ConditionalEffect extends TermRow {
  readonly at: string;
  /** The moderator. */
  readonly value: number;
}

/** The effect of x in one category. */
export interface LevelEffect extends TermRow {
  /** The category. */
  readonly at: string;
}

/** The effect at a value of the moderator. */
export function effectAt(joint: Interaction, at: string, value: number): ConditionalEffect {
  const { regression, effect, interaction } = joint;
  const distance = value - joint.mean;
  const v = regression.covariance;
  const variance =
    v[effect]![effect]! + 2 * distance * v[effect]![interaction]! + distance ** 2 * v[interaction]![interaction]!;
  const estimate = regression.terms[effect]!.estimate + distance * regression.terms[interaction]!.estimate;
  const row = termRow(
    regression.terms[effect]!.term,
    estimate,
    Math.sqrt(variance),
    regression.errorDegreesOfFreedom,
    joint.quantile,
  );
  return { ...row, at, value };
}

/** The effect in each category of the moderator, the base first. */
export function levelEffects(
  regression: Regression,
  effect: string,
  moderator: string,
  quantile: number,
): LevelEffect[] {
  const { terms, covariance, model, errorDegreesOfFreedom } = regression;
  const main = terms.findIndex((row) => row.term === effect);
  const coded = model.columns
    .filter(({ of }) => of === moderator)
    .map(({ term }) => ({ term, at: /\[(.*)\]$/s.exec(term)![1]! }));
  const factor = model.formula.terms[1]!.factors[0]!;
  const base = [...new Set(model.frame.texts(columnsIn(factor)[0]!))].find(
    (level) => !coded.some(({ at }) => at === level),
  )!;
  const others = coded.map(({ term, at }) => {
    const product = terms.findIndex((row) => row.term === `${effect}:${term}`);
    assertThat(
      product >= 0,
      `moderate requires x to vary within each category, got a constant in "${at}"`,
      'Leave the category out, or merge it with another.',
    );
    const variance = covariance[main]![main]! + 2 * covariance[main]![product]! + covariance[product]![product]!;
    const estimate = terms[main]!.estimate + terms[product]!.estimate;
    return { ...termRow(effect, estimate, Math.sqrt(variance), errorDegreesOfFreedom, quantile), at };
  });
  return [{ ...terms[main]!, at: base }, ...others];
}
