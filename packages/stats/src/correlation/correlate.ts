import { assertThat, type Data, dataSource, listNames, numbersOf, requireOptions } from '@indexlab/core';
import { ranksOf } from '../descriptive/ranks.js';
import { numericColumns } from '../descriptive/numeric-columns.js';
import { inScale } from '../descriptive/scale.js';
import { numbersIn } from '../descriptive/values.js';
import { normalUpperQuantile } from '../distributions/index.js';
import { isSizeVariable } from '../regression/size-variables.js';
import { concordantProbabilities } from '../hypothesis-tests/rank-distributions.js';
import { requireLevel } from '../hypothesis-tests/test-row.js';
import { adjustPValues, type Adjustment } from './adjust-p-values.js';
import { type CorrelationMethod, preciseCorrelation, requireMethod } from './correlation.js';
import { conventionOf } from './convention-of.js';
import { correlationMatrix } from './correlation-matrix.js';
import { correlationTail } from './correlation-tail.js';
import { fisherInterval, fisherVariance } from './fisher-interval.js';
import { kendall, type RankedVariable, rankedVariable } from './kendall.js';

/** The correlation of two columns; the numbers are `null` where there is none, and a warning says why. */
export interface CorrelationRow {
  readonly a: string;
  readonly b: string;
  /** Complete pairs. */
  readonly n: number;
  readonly estimate: number | null;
  readonly pValue: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** The p-value adjusted for the number of pairs, where asked for. */
  readonly adjustedPValue?: number | null;
}

/** What {@link correlate} returns. */
export interface Correlations {
  readonly method: CorrelationMethod;
  /** Which rows count, what p-values and intervals come from, in words. */
  readonly convention: string;
  readonly pairs: CorrelationRow[];
  readonly warnings: string[];
}

/** How {@link correlate} goes about it. */
export interface CorrelateOptions {
  /** At least two; all columns of numbers by default. */
  readonly columns?: readonly string[];
  /** `pearson` by default. */
  readonly method?: CorrelationMethod;
  /** `pairwise` leaves out rows in which one of the two is missing (the default), `listwise` rows in which any is. */
  readonly missing?: 'pairwise' | 'listwise';
  /** Adjusts p-values for the number of pairs (see {@link adjustPValues}); not by default. */
  readonly adjust?: Adjustment;
  /** The level of the intervals, 0.95 by default. */
  readonly level?: number;
}

/**
 * The correlations of all pairs of columns, with p-values and intervals as {@link correlation} defines them.
 *
 * A warning names constant columns, pairs with fewer than three complete rows, rows left out, and columns whose sum a few
 * large units make up: Pearson's r in levels then mostly says that large units are large (see
 * {@link correlationSizeCheck}).
 *
 * @throws IndexlabError when a column is unknown, named twice or not numeric, or there are fewer than two
 *
 * @example
 * correlate({ a: [1, 2, 3, 4], b: [1, 3, 2, 4], c: [2, 4, 6, 8] }).pairs.map(({ a, b, estimate }) => [a, b, estimate.toFixed(2)])
 * // => [['a', 'b', '0.80'], ['a', 'c', '1.00'], ['b', 'c', '0.80']]
 *
 * Reference: `psych::corr.test(data, use = "pairwise", method = method, adjust = "none")` in R.
 */
export function correlate(data: Data, options: CorrelateOptions = {}): Correlations {
  requireOptions(options, 'correlate', {
    columns: 'an array of texts',
    method: ['pearson', 'spearman', 'kendall'],
    missing: ['pairwise', 'listwise'],
    adjust: ['bonferroni', 'holm', 'hochberg', 'BH', 'BY'],
    level: 'a number',
  });
  const source = dataSource(data);
  const { columns, method = 'pearson', missing = 'pairwise', adjust, level = 0.95 } = options;
  const { names, warnings } = numericColumns(source, columns);
  requireLevel(level, 'correlate');
  requireMethod(method, 'correlate');
  assertThat(
    names.length >= 2 && new Set(names).size === names.length,
    () => `correlate requires at least two different columns, got ${names.length === 0 ? 'none' : listNames(names)}`,
  );
  const all = names.map((name) =>
    inScale(numbersIn(numbersOf(source, name, 'correlate'), 'correlate', `column "${name}"`)),
  );
  const rows = all[0]!.length;
  const kept = Array.from({ length: rows }, (_, row) => row).filter(
    (row) => missing === 'pairwise' || all.every((values) => !Number.isNaN(values[row])),
  );
  const used = kept.length === rows ? all : all.map((values) => Float64Array.from(kept, (row) => values[row]!));
  const pairs = pairRows(names, used, method, level);
  return {
    method,
    convention: conventionOf(method, missing, level, adjust),
    pairs: adjust === undefined ? pairs : adjusted(pairs, adjust),
    warnings: [
      ...warnings,
      ...(kept.length < rows
        ? [`${rows - kept.length} of ${rows} rows were left out: a column is missing there.`]
        : []),
      ...warningsOf(names, used, method, pairs),
    ],
  };
}

/** Beyond this r, 1 - r^2 has lost digits in plain doubles. */
const nearOne = 0.99;

function pairRows(
  names: readonly string[],
  columns: readonly Float64Array[],
  method: CorrelationMethod,
  level: number,
): CorrelationRow[] {
  const relate = method === 'kendall' ? rankRelation(columns) : productMomentRelation(columns, method);
  const z = normalUpperQuantile((1 - level) / 2);
  const variance = fisherVariance[method];
  const pairs: CorrelationRow[] = [];
  names.forEach((first, a) => {
    for (let b = a + 1; b < names.length; b += 1) {
      const { n, estimate, pValue } = relate(a, b);
      if (estimate === null) {
        pairs.push({ a: first, b: names[b]!, n, estimate, pValue: null, lower: null, upper: null });
        continue;
      }
      const [lower, upper] = fisherInterval(estimate, z * Math.sqrt(variance(estimate, n)));
      pairs.push({ a: first, b: names[b]!, n, estimate, pValue, lower, upper });
    }
  });
  return pairs;
}

/** The correlation of two columns by number, `null` where there is none. */
type Relation = (a: number, b: number) => { n: number; estimate: number | null; pValue: number };

/** Pearson's r, of the ranks where the method is Spearman's: all complete columns at once, others pair by pair. */
function productMomentRelation(columns: readonly Float64Array[], method: 'pearson' | 'spearman'): Relation {
  const used = method === 'pearson' ? columns : columns.map((values) => ranksOf(values, 'average'));
  const complete = columns.map((values) => !values.includes(NaN));
  const matrix = correlationMatrix(used);
  const tails = new Map<number, ReturnType<typeof correlationTail>>();
  const judge = (x: Float64Array, y: Float64Array, rough: number): ReturnType<Relation> => {
    const n = x.length;
    if (n < 3 || Number.isNaN(rough)) return { n, estimate: null, pValue: NaN };
    let tail = tails.get(n);
    if (tail === undefined) tails.set(n, (tail = correlationTail(n - 2)));
    if (Math.abs(rough) <= nearOne) return { n, estimate: rough, pValue: tail(rough, 1 - rough * rough) };
    const { estimate, complement } = preciseCorrelation(x, y);
    return { n, estimate, pValue: tail(estimate, complement) };
  };
  return (a, b) => {
    if (complete[a] && complete[b]) return judge(used[a]!, used[b]!, matrix[a * used.length + b]!);
    let [x, y] = completePair(columns[a]!, columns[b]!);
    if (method === 'spearman') [x, y] = [ranksOf(x, 'average'), ranksOf(y, 'average')];
    return judge(x, y, x.length === 0 ? NaN : correlationMatrix([x, y])[1]!);
  };
}

function rankRelation(columns: readonly Float64Array[]): Relation {
  const complete = columns.map((values) => (values.includes(NaN) ? null : rankedVariable(values)));
  const shares = new Map<number, Float64Array>();
  const sharesOf = (n: number): Float64Array => {
    if (!shares.has(n)) shares.set(n, concordantProbabilities(n));
    return shares.get(n)!;
  };
  const varies = ({ ties }: RankedVariable): boolean => ties.length > 1;
  return (a, b) => {
    const [one, other] = [complete[a]!, complete[b]!];
    const [x, y] =
      one && other
        ? [one, other]
        : (completePair(columns[a]!, columns[b]!).map(rankedVariable) as [RankedVariable, RankedVariable]);
    const n = x.dense.length;
    if (n < 3 || !varies(x) || !varies(y)) return { n, estimate: null, pValue: NaN };
    return { n, ...kendall(x, y, sharesOf) };
  };
}

/** The rows that two columns both have. */
function completePair(x: Float64Array, y: Float64Array): [Float64Array, Float64Array] {
  const both = (_: number, row: number): boolean => !Number.isNaN(x[row]) && !Number.isNaN(y[row]);
  return [x.filter(both), y.filter(both)];
}

/** Whether the values that are not missing are all equal. */
function isConstant(values: Float64Array): boolean {
  let first = NaN;
  for (const value of values) {
    if (Number.isNaN(first)) first = value;
    else if (value !== first && !Number.isNaN(value)) return false;
  }
  return true;
}

function adjusted(pairs: readonly CorrelationRow[], method: Adjustment): CorrelationRow[] {
  const pValues = adjustPValues(
    pairs.map(({ pValue }) => pValue ?? NaN),
    method,
  );
  return pairs.map((pair, i) => ({ ...pair, adjustedPValue: pair.pValue === null ? null : pValues[i]! }));
}

function warningsOf(
  names: readonly string[],
  columns: readonly Float64Array[],
  method: CorrelationMethod,
  pairs: readonly CorrelationRow[],
): string[] {
  const constant = names.filter((_, i) => isConstant(columns[i]!));
  const without = pairs.filter(
    ({ a, b, estimate }) => estimate === null && !constant.includes(a) && !constant.includes(b),
  );
  const sizes = method === 'pearson' ? names.filter((_, i) => isSizeVariable(columns[i]!)) : [];
  return [
    ...(constant.length > 0 ? [`No correlation with a column that is constant: ${listNames(constant)}.`] : []),
    ...(without.length > 0
      ? [
          `No correlation where fewer than three complete rows are left, or one column is constant in them: ${listNames(without.map(({ a, b }) => `${a} with ${b}`))}.`,
        ]
      : []),
    ...(sizes.length > 0
      ? [
          `${listNames(sizes)}: a few large units carry correlations in levels. Take Spearman's, or see correlationSizeCheck: logs, ranks, a size control and the estimate without the largest units.`,
        ]
      : []),
  ];
}
