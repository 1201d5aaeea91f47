import { type Data, dataSource, numbersOf, requireOptions, textsOf } from '@indexlab/core';
import { herfindahl, percentileShareRatio, percentileShare, topShare, weightedLorenzAt } from './concentration.js';
import { decomposeInequality, type InequalityDecomposition } from './decompositions.js';
import { atkinson, atkinsonOf, meanLogDeviation, meanLogDeviationOf, theil, theilOf } from './entropy.js';
import { gini, giniOfSorted } from './gini.js';
import { giniBootstrap, type GiniBootstrapOptions } from './gini-bootstrap.js';
import { sizesOf } from './sizes.js';
import { weightedSizes } from './weighted-sizes.js';

export interface InequalityOptions {
  readonly column: string;
  /** The column of groups, for decompositions. */
  readonly groups?: string;
  /** The column of weights, such as populations: each row counts as often as its weight says. */
  readonly weights?: string;
  /** A column, such as the year, for each of whose values the same is given once more. */
  readonly by?: string;
  readonly bootstrap?: GiniBootstrapOptions;
}

/** The inequality of one column; a measure that is not defined for its values is `null`, and a warning says why. */
export interface Inequality {
  readonly column: string;
  /** The column of weights; absent without. */
  readonly weights?: string;
  readonly n: number;
  /** Rows left out: no value or, where told, no weight above zero. */
  readonly missing: number;
  readonly gini: number;
  /** `null` with weights, which have no size of a sample. */
  readonly giniUnbiased: number | null;
  /** The percentile interval of `gini`, where a bootstrap was asked for. */
  readonly giniLower?: number;
  readonly giniUpper?: number;
  readonly theil: number;
  readonly meanLogDeviation: number | null;
  /** With epsilon 0.5, 1 and 2. */
  readonly atkinson: { readonly epsilon: number; readonly value: number }[];
  /** Of the units' totals: with weights value times weight. */
  readonly herfindahl: number;
  readonly topShares: { readonly units: number; readonly share: number }[];
  /** The share of the largest tenth of the units (with weights of these), of the smallest two fifths, and their ratio (Palma's). */
  readonly top10Share: number;
  readonly bottom40Share: number;
  readonly palmaRatio: number | null;
  /** Between and within groups, for each measure that is defined; empty without groups. */
  readonly decompositions: InequalityDecomposition[];
  /** The same for the rows of each value of the column `by`, in its order; absent without. */
  readonly by?: InequalityAt[];
  readonly warnings: string[];
}

/** The inequality among the rows of one value of the column `by`. */
export interface InequalityAt extends Omit<Inequality, 'by'> {
  readonly at: string;
}

/**
 * The inequality and concentration of a column, with its decomposition over groups where a column of groups is given.
 *
 * See {@link gini}, {@link giniUnbiased}, {@link theil}, {@link meanLogDeviation}, {@link atkinson}, {@link herfindahl},
 * {@link topShare} (of the 1, 5, 10 and 20 largest units), {@link percentileShare} and {@link decomposeInequality}; with
 * weights {@link weightedGini}, {@link weightedTheil} and {@link weightedMeanLogDeviation}. With `by` the measures are those of
 * all rows together, and again for each value of that column.
 *
 * @throws IndexlabError when a column is unknown, the column has no value, a negative one, or only zeros
 *
 * @example
 * const row = inequality({ score: [1, 2, 3, 4] }, { column: 'score' });
 * [row.n, row.gini, row.giniUnbiased] // => [4, 1 / 4, 1 / 3]
 * @example
 * inequality({ income: [1, 3], people: [3, 1] }, { column: 'income', weights: 'people' }).gini // => 1 / 4
 */
export function inequality(data: Data, options: InequalityOptions): Inequality {
  requireOptions(options, 'inequality', {
    column: 'a text',
    groups: 'a text',
    weights: 'a text',
    by: 'a text',
    bootstrap: 'an object',
  });
  const { by, ...rest } = options;
  const source = dataSource(data);
  if (by === undefined) return inequalityOf(source, rest);
  const names = [rest.column, rest.groups, rest.weights].filter((name) => name !== undefined);
  const columns = new Map(names.map((name) => [name, textsOrNumbers(source, name)]));
  const times = textsOf(source, by).map((time) => (time?.trim() ? time : null));
  const without = times.filter((time) => time === null).length;
  const each = inOrder(new Set(times.filter((time) => time !== null))).map((at): InequalityAt => {
    const rows = times.flatMap((time, row) => (time === at ? [row] : []));
    const part = Object.fromEntries([...columns].map(([name, values]) => [name, rows.map((row) => values[row])]));
    return { at, ...inequalityOf(dataSource(part), rest, ` (${by} ${at})`) };
  });
  const whole = inequalityOf(source, rest);
  return {
    ...whole,
    by: each,
    warnings: [
      `Without ${by} in its name a measure is that of all rows together, whatever their ${by}.`,
      ...(without > 0 ? [`${without} rows have no ${by} and count only in the measures of all rows.`] : []),
      ...whole.warnings,
      ...each.flatMap(({ at, warnings }) => warnings.map((warning) => `${by} ${at}: ${warning}`)),
    ],
  };
}

function textsOrNumbers(source: ReturnType<typeof dataSource>, name: string): ArrayLike<unknown> {
  textsOf(source, name);
  return source.column(name).values;
}

/** Numbers by size, then texts by code points. */
function inOrder(values: Iterable<string>): string[] {
  return [...values].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
}

interface Measures {
  readonly n: number;
  readonly zeros: number;
  readonly totals: Float64Array;
  readonly gini: number;
  readonly giniUnbiased: number | null;
  readonly theil: number;
  readonly meanLogDeviation: number | null;
  readonly atkinson: (epsilon: number) => number;
  readonly top10Share: number;
  readonly bottom40Share: number;
}

function inequalityOf(
  source: ReturnType<typeof dataSource>,
  options: Omit<InequalityOptions, 'by'>,
  where = '',
): Inequality {
  const { column, groups, weights, bootstrap } = options;
  const all = numbersOf(source, column, 'inequality');
  const caller = `inequality (column "${column}")${where}`;
  const counts = weights === undefined ? null : numbersOf(source, weights, 'inequality');
  const values = counts === null ? sizesOf(all, caller) : new Float64Array();
  const found = counts === null ? plainMeasures(values) : weightedMeasures(all, counts, caller);
  const { n, zeros, totals } = found;
  const interval =
    bootstrap && n > 1 && counts === null ? giniBootstrap(values, { ...bootstrap, unbiased: false }) : undefined;
  const measures = (['gini', 'theil', 'meanLogDeviation'] as const).filter(
    (measure) => zeros === 0 || measure !== 'meanLogDeviation',
  );
  const decompositions =
    groups === undefined
      ? []
      : measures.map((measure) =>
          decomposeInequality(source, { column, groups, measure, ...(weights !== undefined && { weights }) }),
        );
  const grouped = decompositions[0]?.n ?? n;
  const unweighted =
    counts === null ? 0 : all.filter((value, row) => !Number.isNaN(value) && !(counts[row]! > 0)).length;
  return {
    column,
    ...(weights !== undefined && { weights }),
    n,
    missing: all.length - n,
    gini: found.gini,
    giniUnbiased: found.giniUnbiased,
    ...(interval && { giniLower: interval.lower, giniUpper: interval.upper }),
    theil: found.theil,
    meanLogDeviation: found.meanLogDeviation,
    atkinson: [0.5, 1, 2].map((epsilon) => ({ epsilon, value: found.atkinson(epsilon) })),
    herfindahl: herfindahl(totals),
    topShares: [1, 5, 10, 20].filter((units) => units <= n).map((units) => ({ units, share: topShare(totals, units) })),
    top10Share: found.top10Share,
    bottom40Share: found.bottom40Share,
    palmaRatio:
      found.bottom40Share <= 0
        ? null
        : counts === null
          ? percentileShareRatio(values)
          : found.top10Share / found.bottom40Share,
    decompositions,
    warnings: [
      ...(grouped < n
        ? [
            `${n - grouped} of ${n} rows with a value ${n - grouped === 1 ? 'has' : 'have'} no group (column "${groups}"): the decompositions are of the other ${grouped}, every other measure of all ${n}.`,
          ]
        : []),
      ...(unweighted > 0
        ? [
            `${unweighted} ${unweighted === 1 ? 'row with a value has' : 'rows with a value have'} no weight above zero (column "${weights}"): left out, and counted among the ${all.length - n} missing.`,
          ]
        : []),
      ...(bootstrap && counts !== null ? ['With weights there is no bootstrap of the Gini coefficient.'] : []),
      ...(zeros > 0
        ? [
            `${zeros} of ${n} values are zero: the mean log deviation is not defined, and Atkinson's index is 1 from epsilon 1 on.`,
          ]
        : []),
      ...(found.bottom40Share === 0 ? ['The smallest two fifths hold nothing: there is no Palma ratio.'] : []),
      ...(n === 1 ? ['One value has no inequality to estimate.'] : []),
    ],
  };
}

function plainMeasures(values: Float64Array): Measures {
  const n = values.length;
  const zeros = values.filter((value) => value === 0).length;
  const coefficient = gini(values);
  return {
    n,
    zeros,
    totals: values,
    gini: coefficient,
    giniUnbiased: n > 1 ? (coefficient * n) / (n - 1) : null,
    theil: theil(values),
    meanLogDeviation: zeros === 0 ? meanLogDeviation(values) : null,
    atkinson: (epsilon) => atkinson(values, epsilon),
    top10Share: percentileShare(values, 0.9, 1),
    bottom40Share: percentileShare(values, 0, 0.4),
  };
}

function weightedMeasures(values: Float64Array, counts: Float64Array, caller: string): Measures {
  const { sizes, weights } = weightedSizes(values, counts, caller);
  const zeros = sizes.filter((value) => value === 0).length;
  return {
    n: sizes.length,
    zeros,
    totals: sizes.map((value, i) => value * weights[i]!),
    gini: giniOfSorted(sizes, weights),
    giniUnbiased: null,
    theil: theilOf(sizes, weights),
    meanLogDeviation: zeros === 0 ? meanLogDeviationOf(sizes, weights) : null,
    atkinson: (epsilon) => atkinsonOf(sizes, epsilon, weights),
    top10Share: 1 - weightedLorenzAt(sizes, weights, 0.9),
    bottom40Share: weightedLorenzAt(sizes, weights, 0.4),
  };
}
