import { quantileOfSorted } from '../descriptive/quantile.js';
import { sorted } from '../descriptive/values.js';
import { sampleDeviation } from '../descriptive/variance.js';
import { meanOf } from './dual.js';

/** Where the moderator stands when simple slopes are taken. */
export interface ModeratorPoints {
  /** In words. */
  readonly rule: string;
  readonly points: readonly { readonly at: string; readonly value: number }[];
  readonly warnings: readonly string[];
}

/**
 * The mean less the standard deviation (n - 1), the mean, and the mean plus it; its two values where the moderator
 * takes only these, such as 0 and 1;
 * and where one of the first lies outside the data the 16, 50 and 84 % points (type 7), which never do.
 */
export function moderatorPoints(values: Float64Array, by: string): ModeratorPoints {
  const ordered = sorted(values);
  const [lowest, highest] = [ordered[0]!, ordered.at(-1)!];
  if (values.every((value) => value === lowest || value === highest)) {
    return {
      rule: `${lowest} and ${highest}, its only values`,
      points: [lowest, highest].map((value) => ({ at: String(value), value })),
      warnings: [
        `${by} takes only the values ${lowest} and ${highest}: slopes are taken there, and there is no Johnson-Neyman region.`,
      ],
    };
  }
  const mean = meanOf(values);
  const deviation = sampleDeviation(values);
  if (mean - deviation >= lowest && mean + deviation <= highest) {
    return {
      rule: 'its mean and one standard deviation (n - 1) to either side',
      points: [
        { at: 'mean - sd', value: mean - deviation },
        { at: 'mean', value: mean },
        { at: 'mean + sd', value: mean + deviation },
      ],
      warnings: [],
    };
  }
  const side = mean - deviation < lowest ? 'less' : 'plus';
  return {
    rule: `its 16, 50 and 84 % points: the mean ${side} a standard deviation lies outside the data`,
    points: [16, 50, 84].map((percent) => ({ at: `${percent} %`, value: quantileOfSorted(ordered, percent / 100) })),
    warnings: [
      `Slopes are taken at the 16, 50 and 84 % points of ${by}: its mean ${side} a standard deviation lies outside the data.`,
    ],
  };
}
