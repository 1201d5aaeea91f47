import { assertThat, type Data, listNames, numbersOf, textsOf } from '@indexlab/core';
import { logRatio, meanLogDeviationOf, theilOf } from './entropy.js';
import { giniOfSorted } from './gini.js';
import { sizesOf, sumOf } from './sizes.js';

/** A group's part in inequality. */
export interface InequalityGroup {
  readonly group: string;
  readonly n: number;
  /** Of the units, and of the total. */
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
 * Rows with a missing value or group are left out.
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
  options: { column: string; groups: string; measure: InequalityDecomposition['measure'] },
): InequalityDecomposition {
  const { column, groups, measure } = options;
  const caller = `decomposeInequality (column "${column}")`;
  assertThat(
    ['gini', 'theil', 'meanLogDeviation'].includes(measure),
    () => `decomposeInequality requires the measure gini, theil or meanLogDeviation, got ${JSON.stringify(measure)}`,
  );
  const values = numbersOf(data, column, 'decomposeInequality');
  const names = textsOf(data, groups);
  const members = new Map<string, number[]>();
  names.forEach((name, row) => {
    if (name === null || name.trim() === '' || Number.isNaN(values[row])) return;
    if (!members.has(name)) members.set(name, []);
    members.get(name)!.push(values[row]!);
  });
  const sizes = sizesOf([...members.values()].flat(), caller);
  const [n, total] = [sizes.length, sumOf(sizes)];
  const zeros = measure === 'meanLogDeviation' ? [...members].filter(([, own]) => own.includes(0)) : [];
  assertThat(
    zeros.length === 0,
    () => `${caller} requires values above zero, got zeros in ${listNames(zeros.map(([name]) => name))}`,
  );
  const measured = [...members].map(([group, own]) => {
    const part = Float64Array.from(own).sort();
    const [unitShare, share] = [part.length / n, sumOf(part) / total];
    const inequality =
      part[part.length - 1] === 0
        ? 0
        : { gini: giniOfSorted, theil: theilOf, meanLogDeviation: meanLogDeviationOf }[measure](part);
    const weight = { gini: unitShare * share, theil: share, meanLogDeviation: unitShare }[measure];
    return {
      group,
      n: part.length,
      unitShare,
      share,
      mean: sumOf(part) / part.length,
      inequality,
      contribution: weight * inequality,
    };
  });
  const within = measured.reduce((sum, { contribution }) => sum + contribution, 0);
  const between = betweenGroups(measure, measured, total / n);
  const whole = {
    gini: () => giniOfSorted(sizes.slice().sort()),
    theil: () => theilOf(sizes),
    meanLogDeviation: () => meanLogDeviationOf(sizes),
  }[measure]();
  return {
    measure,
    n,
    total: whole,
    between,
    within,
    overlap: measure === 'gini' ? Math.max(0, whole - between - within) : null,
    groups: measured,
  };
}

function betweenGroups(
  measure: InequalityDecomposition['measure'],
  groups: readonly InequalityGroup[],
  whole: number,
): number {
  if (measure === 'gini') {
    const means = groups.flatMap(({ mean, n }) => new Array<number>(n).fill(mean));
    return giniOfSorted(Float64Array.from(means).sort());
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
