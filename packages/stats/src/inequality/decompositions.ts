import { assertThat, type Data, dataSource, listNames, numbersOf, requireOptions, textsOf } from '@indexlab/core';
import { logRatio, meanLogDeviationOf, theilOf } from './entropy.js';
import { giniOfSorted } from './gini.js';
import { meanOf, sumOf } from './sizes.js';
import { weightedSizes, type WeightedSizes } from './weighted-sizes.js';

/** A group's part in inequality. */
export interface InequalityGroup {
  readonly group: string;
  readonly n: number;
  /** Of the units (with weights of these), and of the total. */
  readonly unitShare: number;
  readonly share: number;
  readonly mean: number;
  /** Inequality within the group, and what of the whole it makes up. */
  readonly inequality: number;
  readonly contribution: number;
}

/** Inequality split into a part between the groups' means and parts within the groups. */
export interface InequalityDecomposition {
  readonly measure: 'gini' | 'theil' | 'meanLogDeviation';
  /** How many rows have a value and a group. */
  readonly n: number;
  readonly total: number;
  readonly between: number;
  readonly within: number;
  /** For Gini what neither part holds: it is above zero when the groups' ranges overlap; `null` for the others, which add up. */
  readonly overlap: number | null;
  readonly groups: InequalityGroup[];
}

/**
 * Splits the inequality of a column into between and within groups.
 *
 * - `theil`: between is `sum of share log(share / unitShare)`, within `sum of share * theil(group)`.
 * - `meanLogDeviation`: between is `sum of unitShare log(unitShare / share)`, within `sum of unitShare * L(group)`.
 * - `gini`: between is the Gini coefficient with each value replaced by its group's mean, within
 *   `sum of unitShare * share * gini(group)`, and the rest is overlap.
 *
 * With `weights`, such as populations, each row counts as often as its weight says: `unitShare` is the group's share of the
 * weights, means and measures are weighted as in {@link weightedGini}, {@link weightedTheil} and
 * {@link weightedMeanLogDeviation}. Rows with a missing value, group or weight, or of weight zero, are left out.
 *
 * @throws IndexlabError when a column is unknown, a value is negative (or zero for the mean log deviation), or all are zero
 *
 * @example
 * const data = { size: [1, 1, 3, 3], tier: ['b', 'b', 'a', 'a'] };
 * const { between, within } = decomposeInequality(data, { column: 'size', groups: 'tier', measure: 'gini' });
 * [between, within] // => [1 / 4, 0]
 *
 * Reference: Shorrocks (1980); `IC2::decompGEI` in R.
 */
export function decomposeInequality(
  data: Data,
  options: { column: string; groups: string; measure: InequalityDecomposition['measure']; weights?: string },
): InequalityDecomposition {
  requireOptions(options, 'decomposeInequality', {
    column: 'a text',
    groups: 'a text',
    measure: ['gini', 'theil', 'meanLogDeviation'],
    weights: 'a text',
  });
  const { column, groups, measure, weights: weightColumn } = options;
  const caller = `decomposeInequality (column "${column}")`;
  assertThat(
    ['gini', 'theil', 'meanLogDeviation'].includes(measure),
    () => `decomposeInequality requires the measure gini, theil or meanLogDeviation, got ${JSON.stringify(measure)}`,
  );
  const source = dataSource(data);
  const values = numbersOf(source, column, 'decomposeInequality');
  const names = textsOf(source, groups);
  const counts = weightColumn === undefined ? null : numbersOf(source, weightColumn, 'decomposeInequality');
  const grouped = values.map((value, row) => (names[row]?.trim() ? value : NaN));
  const whole = sizesWith(grouped, counts, caller);
  const zeros = measure === 'meanLogDeviation' ? whole.rows.filter((_, i) => whole.sizes[i] === 0) : [];
  assertThat(
    zeros.length === 0,
    () => `${caller} requires values above zero, got zeros in ${listNames(new Set(zeros.map((row) => names[row]!)))}`,
  );
  const members = new Map<string, number[]>();
  // In the order of the rows.
  const places = new Map(whole.rows.map((row, place) => [row, place]));
  names.forEach((name, row) => {
    const place = places.get(row);
    if (place === undefined) return;
    if (!members.has(name!)) members.set(name!, []);
    members.get(name!)!.push(place);
  });
  const { sizes, weights, scale } = whole;
  const mean = meanOf(sizes, weights);
  const weight = weights === null ? sizes.length : sumOf(weights);
  const inequalityOf = { gini: giniOfSorted, theil: theilOf, meanLogDeviation: meanLogDeviationOf }[measure];
  const measured = [...members].map(([group, own]) => {
    own.sort((a, b) => a - b);
    const part = Float64Array.from(own, (place) => sizes[place]!);
    const partWeights = weights && Float64Array.from(own, (place) => weights[place]!);
    const partMean = meanOf(part, partWeights);
    const unitShare = (partWeights === null ? part.length : sumOf(partWeights)) / weight;
    const share = unitShare * (partMean / mean);
    const inequality = part[part.length - 1] === 0 ? 0 : inequalityOf(part, partWeights);
    const factor = { gini: unitShare * share, theil: share, meanLogDeviation: unitShare }[measure];
    return {
      group,
      n: part.length,
      unitShare,
      share,
      mean: partMean * scale,
      inequality,
      contribution: factor * inequality,
    };
  });
  const within = measured.reduce((sum, { contribution }) => sum + contribution, 0);
  const between = betweenGroups(measure, measured, mean * scale);
  const total = inequalityOf(sizes, weights);
  return {
    measure,
    n: sizes.length,
    total,
    between,
    within,
    overlap: measure === 'gini' ? Math.max(0, total - between - within) : null,
    groups: measured,
  };
}

/** The sizes in ascending order, with weights where there are any. */
function sizesWith(
  values: Float64Array,
  weights: Float64Array | null,
  caller: string,
): Omit<WeightedSizes, 'weights'> & { readonly weights: Float64Array | null } {
  if (weights !== null) return weightedSizes(values, weights, caller);
  return { ...weightedSizes(values, new Float64Array(values.length).fill(1), caller), weights: null };
}

function betweenGroups(
  measure: InequalityDecomposition['measure'],
  groups: readonly InequalityGroup[],
  whole: number,
): number {
  if (measure === 'gini') {
    const ordered = [...groups].sort((a, b) => a.mean - b.mean);
    return giniOfSorted(
      Float64Array.from(ordered, ({ mean }) => mean / whole),
      Float64Array.from(ordered, ({ unitShare }) => unitShare),
    );
  }
  // A group's share over its share of units is its mean over that of all.
  const terms = groups.map(({ share, unitShare, mean }) => {
    if (measure === 'meanLogDeviation') return unitShare * logRatio(whole, mean);
    return share === 0 ? 0 : share * logRatio(mean, whole);
  });
  return Math.max(
    0,
    terms.reduce((sum, term) => sum + term, 0),
  );
}
