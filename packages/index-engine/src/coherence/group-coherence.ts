import { assertThat, IndexlabError, requireArray, requireObject } from '@indexlab/core';
import { bartlettSphericity, cronbachAlpha, kaiserMeyerOlkin, principalComponents } from '@indexlab/stats/factors';

/** How far the children of a node measure one thing; numbers are `null` where a note says why. */
export interface GroupCoherence {
  readonly node: string;
  readonly children: readonly string[];
  /** Units that have all children. */
  readonly n: number;
  /** Cronbach's alpha; from 0.7 on usually taken as reliable. */
  readonly alpha: number | null;
  /** Alpha without each child: higher than alpha for a child that does not belong. `null` for a pair. */
  readonly alphaWithout: readonly { readonly child: string; readonly alpha: number | null }[];
  /** Share of the variance along each principal component of the correlations. */
  readonly components: readonly {
    readonly component: number;
    readonly eigenvalue: number;
    readonly proportion: number;
    readonly weights: Readonly<Record<string, number>>;
  }[];
  /** Components with an eigenvalue above one; more than one says that the group measures several things. */
  readonly dimensions: number | null;
  /** Measure of sampling adequacy of Kaiser, Meyer and Olkin. */
  readonly kmo: number | null;
  /** Bartlett's test that the children are uncorrelated. */
  readonly bartlett: { readonly statistic: number; readonly degreesOfFreedom: number; readonly pValue: number } | null;
  readonly notes: readonly string[];
}

/**
 * Cronbach's alpha, principal components, sampling adequacy and Bartlett's test of the children of a node, by the
 * functions of stats. What cannot be computed is `null`, with the reason in the notes.
 *
 * @param node the name of the group
 * @param scores one column per child, at least two; units that lack one are left out
 *
 * Reference: `psych::alpha`, `prcomp`, `psych::KMO` and `psych::cortest.bartlett` in R.
 *
 * @example
 * const group = groupCoherence('left', { a: new Float64Array([1, 2, 3, 4, 5]), b: new Float64Array([1, 3, 2, 5, 4]) });
 * [group.alpha.toFixed(4), group.dimensions, group.kmo] // => ['0.8889', 1, 0.5]
 */
export function groupCoherence(node: string, scores: Readonly<Record<string, Float64Array>>): GroupCoherence {
  requireObject(scores, 'groupCoherence', 'scores');
  assertThat(Object.keys(scores).length > 0, 'groupCoherence requires at least one child, got none');
  Object.entries(scores).forEach(([name, values]) => requireArray(values, 'groupCoherence', name));
  const notes: string[] = [];
  const attempt = <Result>(compute: () => Result): Result | null => {
    try {
      return compute();
    } catch (error) {
      if (!(error instanceof IndexlabError)) throw error;
      notes.push(error.message);
      return null;
    }
  };
  const alpha = attempt(() => cronbachAlpha(scores));
  const components = attempt(() => principalComponents(scores))?.components ?? [];
  const bartlett = attempt(() => bartlettSphericity(scores));
  const columns = Object.values(scores);
  return {
    node,
    children: Object.keys(scores),
    n: columns[0]!.filter((_, row) => columns.every((column) => !Number.isNaN(column[row]))).length,
    alpha: alpha?.alpha ?? null,
    alphaWithout: (alpha?.withoutColumn ?? []).map(({ column, alpha }) => ({ child: column, alpha })),
    components: components.map(({ component, variance, proportion, weights }) => ({
      component,
      eigenvalue: variance,
      proportion,
      weights,
    })),
    dimensions: components.length === 0 ? null : components.filter(({ variance }) => variance > 1).length,
    kmo: attempt(() => kaiserMeyerOlkin(scores))?.overall ?? null,
    bartlett: bartlett && {
      statistic: bartlett.statistic,
      degreesOfFreedom: bartlett.degreesOfFreedom as number,
      pValue: bartlett.pValue,
    },
    notes: [...new Set([...(alpha?.warnings ?? []), ...notes])],
  };
}
