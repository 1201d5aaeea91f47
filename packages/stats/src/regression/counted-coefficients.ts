import { type DesignColumn, isCategory } from './design/design-matrix.js';
import type { ModelFrame } from './design/model-frame.js';
import { columnsIn } from './formula/evaluate.js';
import type { Formula } from './formula/formula.js';

/** The coefficients that the small-sample factor (n - 1)/(n - k) of clustered errors counts, and why, in words. */
export interface CountedCoefficients {
  readonly k: number;
  readonly rule: string;
  /** The terms of the formula that are effects nested in the clusters. */
  readonly nested: readonly string[];
}

/** Which effects count: those not nested in the clusters, or all. */
export type CountedEffects = 'not-nested' | 'all';

/** A group of effects: each row's level. */
export type EffectLevels = readonly (string | number)[] | Int32Array;

/**
 * Counts coefficients. An effect whose levels each lie in one cluster costs nothing within clusters, and so counts once, as
 * the intercept that it holds: whether it was taken out before, or stands in the formula as categories, the count is the same.
 *
 * @param kept the columns estimated
 * @param absorbed the effects taken out before
 * @param clusters each row's cluster, for each column that errors are clustered by; nested in any of them counts as nested
 */
export function countCoefficients(
  kept: readonly DesignColumn[],
  absorbed: readonly EffectLevels[],
  categories: readonly { readonly of: string; readonly levels: EffectLevels }[],
  clusters: readonly (readonly string[])[],
  counted: CountedEffects,
): CountedCoefficients {
  const levelCounts = absorbed.map((levels) => new Set(levels).size);
  const all = kept.length + levelCounts.reduce((sum, count) => sum + count, 0) - Math.max(0, absorbed.length - 1);
  const ofTerms = categories.map(({ of, levels }) => ({
    of,
    nested: clusters.some((own) => isNested(levels, own)),
    columns: Math.min(kept.filter((column) => column.of === of).length, new Set(levels).size - 1),
  }));
  const ofAbsorbed = absorbed.map((levels, i) => ({
    nested: clusters.some((own) => isNested(levels, own)),
    columns: levelCounts[i]! - 1,
  }));
  const free = [...ofTerms, ...ofAbsorbed]
    .filter(({ nested }) => nested)
    .reduce((sum, { columns }) => sum + columns, 0);
  const nested = ofTerms.filter((term) => term.nested).map(({ of }) => of);
  if (absorbed.length + categories.length === 0) return { k: all, rule: 'all coefficients', nested };
  return counted === 'all'
    ? { k: all, rule: 'all coefficients and effects, as Stata areg, and lm with sandwich::vcovCL in R', nested }
    : {
        k: all - free,
        rule: `effects nested in the clusters not counted, as fixest 0.12 with ssc(fixef.K = "nested") and Stata reghdfe 6${
          nested.length > 0
            ? ` where they absorb ${nested.join(', ')}; with such categories as coefficients, as lm with sandwich::vcovCL in R, k = ${all}`
            : ''
        }`,
        nested,
      };
}

/** The terms of a formula that are one factor of categories, with each row's level. */
export function categoriesOf(
  formula: Formula,
  frame: ModelFrame,
): { readonly of: string; readonly levels: EffectLevels }[] {
  return formula.terms.flatMap(({ name, factors }) => {
    const [factor] = factors;
    return factors.length === 1 && isCategory(factor!, frame)
      ? [{ of: name, levels: frame.texts(columnsIn(factor!)[0]!) }]
      : [];
  });
}

function isNested(levels: EffectLevels, clusters: readonly string[]): boolean {
  const clusterOf = new Map<string | number, string>();
  for (let row = 0; row < levels.length; row++) {
    const known = clusterOf.get(levels[row]!);
    if (known === undefined) clusterOf.set(levels[row]!, clusters[row]!);
    else if (known !== clusters[row]) return false;
  }
  return true;
}
