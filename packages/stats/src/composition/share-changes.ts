import { assertThat } from '@indexlab/core';
import { numbersIn } from '../descriptive/values.js';
import { sumOf } from '../inequality/sizes.js';

/** A part's share of a total at two times. */
export interface ShareChange {
  readonly before: number;
  readonly after: number;
  /** `after - before`; over all parts these sum to zero. */
  readonly change: number;
  /** The growth of its share, `after / before - 1`. */
  readonly shareGrowth: number;
  /** The growth of its amount; larger than that of its share wherever the total grew. */
  readonly growth: number;
}

/**
 * Changes of share beside growth: what parts of a total gained from one another, and how much each grew by itself.
 *
 * An index of shares of the current national total cannot grow as a whole: what one part gains another loses, and a part that grows more
 * slowly than the total has a falling share. `growth` and `shareGrowth` differ by the growth of the total,
 * `(1 + growth) = (1 + shareGrowth) (1 + growth of the total)`; parts missing at either time are left out of both totals (`NaN`).
 *
 * @param before the amounts at the first time
 * @param after those of the same parts at the last
 * @throws IndexlabError when lengths differ, an amount is negative, or a total is not positive
 *
 * @example
 * shareChanges([60, 40], [66, 54]).map(({ change, growth }) => `${change.toFixed(2)} ${growth.toFixed(2)}`)
 * // => ['-0.05 0.10', '0.05 0.35']
 *
 * @see R `prop.table(after) - prop.table(before)`
 */
export function shareChanges(before: ArrayLike<number>, after: ArrayLike<number>): ShareChange[] {
  const caller = 'shareChanges';
  const [first, last] = [numbersIn(before, caller, 'before'), numbersIn(after, caller, 'after')];
  assertThat(
    first.length === last.length,
    () => `${caller} requires variables of one length, got ${first.length} and ${last.length}`,
  );
  const negative = [...first, ...last].find((value) => value < 0);
  assertThat(negative === undefined, () => `${caller} requires amounts of zero or more, got ${negative}`);
  const complete = (own: Float64Array): Float64Array =>
    own.filter((_, part) => !Number.isNaN(first[part]! + last[part]!));
  const [total, later] = [sumOf(complete(first)), sumOf(complete(last))];
  assertThat(total > 0 && later > 0, () => `${caller} requires positive totals, got ${total} and ${later}`);
  return Array.from(first, (amount, part) => {
    const [own, next] = [
      Number.isNaN(last[part]!) ? NaN : amount / total,
      Number.isNaN(amount) ? NaN : last[part]! / later,
    ];
    return {
      before: own,
      after: next,
      change: next - own,
      shareGrowth: next / own - 1,
      growth: last[part]! / amount - 1,
    };
  });
}
