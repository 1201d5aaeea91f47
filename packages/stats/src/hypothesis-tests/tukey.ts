import { type Groups } from './groups.js';
import { anova } from './anova.js';
import { studentizedRangeUpperQuantile, studentizedRangeUpperTail } from './studentized-range.js';
import { requireLevel } from './test-row.js';

/** The difference of two groups' means, its interval and p-value adjusted for all pairs. */
export interface TukeyRow {
  /** The groups, the later one first: `b - a`. */
  readonly term: string;
  readonly estimate: number;
  readonly standardError: number;
  /** The studentised range: the difference over `sqrt(meanSquare (1 / n(a) + 1 / n(b)) / 2)`, without sign. */
  readonly statistic: number;
  readonly pValue: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Tukey's honest significant differences of all pairs of groups, with the rule of Tukey and Kramer for groups of
 * unequal size. Each p-value is that of the studentised range over all groups.
 *
 * @param groups arrays, or arrays by name (see {@link splitByGroup})
 * @throws IndexlabError as {@link anova}, or when the level is not between 0 and 1
 *
 * @example
 * tukey({ a: [1, 2, 3], b: [4, 5, 9], c: [2, 2, 5] }).map(({ term, pValue }) => `${term} ${pValue.toFixed(4)}`)
 * // => ['b - a 0.0948', 'c - a 0.8047', 'c - b 0.2137']
 *
 * Reference: `TukeyHSD(aov(value ~ group))` in R.
 */
export function tukey(groups: Groups, level = 0.95): TukeyRow[] {
  requireLevel(level, 'tukey');
  const { rows, groups: means } = anova(groups);
  const { meanSquare, degreesOfFreedom } = rows[1];
  const critical = studentizedRangeUpperQuantile(1 - level, means.length, degreesOfFreedom);
  return means.flatMap((first, i) =>
    means.slice(i + 1).map((second) => {
      const estimate = second.mean - first.mean;
      const standardError = Math.sqrt(meanSquare * (1 / first.n + 1 / second.n));
      const statistic = (Math.abs(estimate) / standardError) * Math.SQRT2;
      const width = (critical * standardError) / Math.SQRT2;
      return {
        term: `${second.group} - ${first.group}`,
        estimate,
        standardError,
        statistic,
        pValue: studentizedRangeUpperTail(statistic, means.length, degreesOfFreedom),
        lower: estimate - width,
        upper: estimate + width,
      };
    }),
  );
}
