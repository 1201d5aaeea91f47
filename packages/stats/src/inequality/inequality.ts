import { type Data, numbersOf } from '@indexlab/core';
import { herfindahl, percentileShareRatio, percentileShare, topShare } from './concentration.js';
import { decomposeInequality, type InequalityDecomposition } from './decompositions.js';
import { atkinson, meanLogDeviation, theil } from './entropy.js';
import { gini } from './gini.js';
import { giniBootstrap, type GiniBootstrapOptions } from './gini-bootstrap.js';
import { sizesOf } from './sizes.js';

/** The inequality of one column; a measure that is not defined for its values is `null`, and a warning says why. */
export interface Inequality {
  readonly column: string;
  readonly n: number;
  readonly missing: number;
  readonly gini: number;
  readonly giniUnbiased: number | null;
  /** The percentile interval of `gini`, where a bootstrap was asked for. */
  readonly giniLower?: number;
  readonly giniUpper?: number;
  readonly theil: number;
  readonly meanLogDeviation: number | null;
  /** With epsilon 0.5, 1 and 2. */
  readonly atkinson: { readonly epsilon: number; readonly value: number }[];
  readonly herfindahl: number;
  readonly topShares: { readonly units: number; readonly share: number }[];
  /** The share of the largest tenth of the units, of the smallest two fifths, and their ratio (Palma's). */
  readonly top10Share: number;
  readonly bottom40Share: number;
  readonly palmaRatio: number | null;
  /** Between and within groups, for each measure that is defined; empty without groups. */
  readonly decompositions: InequalityDecomposition[];
  readonly warnings: string[];
}

/**
 * The inequality and concentration of a column, with its decomposition over groups where a column of groups is given.
 *
 * See {@link gini}, {@link giniUnbiased}, {@link theil}, {@link meanLogDeviation}, {@link atkinson}, {@link herfindahl},
 * {@link topShare} (of the 1, 5, 10 and 20 largest units), {@link percentileShare} and {@link decomposeInequality}.
 *
 * @throws IndexlabError when the column is unknown, has no value, a negative one, or only zeros
 *
 * @example
 * const row = inequality({ score: [1, 2, 3, 4] }, { column: 'score' });
 * [row.n, row.gini, row.giniUnbiased] // => [4, 1 / 4, 1 / 3]
 */
export function inequality(
  data: Data,
  options: { column: string; groups?: string; bootstrap?: GiniBootstrapOptions },
): Inequality {
  const { column, groups, bootstrap } = options;
  const all = numbersOf(data, column, 'inequality');
  const values = sizesOf(all, `inequality (column "${column}")`);
  const n = values.length;
  const zeros = values.filter((value) => value === 0).length;
  const bottom = percentileShare(values, 0, 0.4);
  const coefficient = gini(values);
  const interval = bootstrap && n > 1 ? giniBootstrap(values, { ...bootstrap, unbiased: false }) : undefined;
  const measures = (['gini', 'theil', 'meanLogDeviation'] as const).filter(
    (measure) => zeros === 0 || measure !== 'meanLogDeviation',
  );
  const decompositions =
    groups === undefined ? [] : measures.map((measure) => decomposeInequality(data, { column, groups, measure }));
  const grouped = decompositions[0]?.n ?? n;
  return {
    column,
    n,
    missing: all.length - n,
    gini: coefficient,
    giniUnbiased: n > 1 ? (coefficient * n) / (n - 1) : null,
    ...(interval && { giniLower: interval.lower, giniUpper: interval.upper }),
    theil: theil(values),
    meanLogDeviation: zeros === 0 ? meanLogDeviation(values) : null,
    atkinson: [0.5, 1, 2].map((epsilon) => ({ epsilon, value: atkinson(values, epsilon) })),
    herfindahl: herfindahl(values),
    topShares: [1, 5, 10, 20].filter((units) => units <= n).map((units) => ({ units, share: topShare(values, units) })),
    top10Share: percentileShare(values, 0.9, 1),
    bottom40Share: bottom,
    palmaRatio: bottom > 0 ? percentileShareRatio(values) : null,
    decompositions,
    warnings: [
      ...(grouped < n
        ? [
            `${n - grouped} of ${n} rows with a value ${n - grouped === 1 ? 'has' : 'have'} no group (column "${groups}"): the decompositions are of the other ${grouped}, every other measure of all ${n}.`,
          ]
        : []),
      ...(zeros > 0
        ? [
            `${zeros} of ${n} values are zero: the mean log deviation is not defined, and Atkinson's index is 1 from epsilon 1 on.`,
          ]
        : []),
      ...(bottom === 0 ? ['The smallest two fifths hold nothing: there is no Palma ratio.'] : []),
      ...(n === 1 ? ['One value has no inequality to estimate.'] : []),
    ],
  };
}
