import { assertThat, requireOptions } from '@indexlab/core';
import { numbersIn } from '../descriptive/values.js';
import { sumOf } from '../inequality/sizes.js';

/** What the shares of {@link locationQuotient} are shares of. */
export interface LocationQuotientOptions {
  /** The total of the values where the units are some of a country; their sum by default. Shares have the total 1 or 100. */
  readonly total?: number;
  /** The total of the base, likewise. */
  readonly baseTotal?: number;
}

/**
 * The location quotient of each unit: its share of one quantity over its share of a base, such as the share of an index over the share
 * of GDP. Above 1 a unit has more than the base lets expect; a unit whose base is missing or zero has none (`NaN`).
 *
 * A quotient of shares says nothing of growth, and one of a small unit changes a lot with little.
 *
 * @param values one amount or share per unit
 * @param base the base of the same units, in the same order
 * @throws IndexlabError when lengths differ, a value is negative, or a total is not positive
 *
 * @example
 * locationQuotient([30, 10], [50, 50]) // => new Float64Array([0.75 / 0.5, 0.25 / 0.5])
 * @example
 * locationQuotient([14], [10], { total: 100, baseTotal: 100 }) // => new Float64Array([0.14 / 0.1])
 *
 * @see R `(x / sum(x)) / (base / sum(base))`; Isard (1960), Methods of Regional Analysis
 */
export function locationQuotient(
  values: ArrayLike<number>,
  base: ArrayLike<number>,
  options: LocationQuotientOptions = {},
): Float64Array {
  const caller = 'locationQuotient';
  requireOptions(options, caller, { total: 'a number', baseTotal: 'a number' });
  const [own, other] = [numbersIn(values, caller, 'values'), numbersIn(base, caller, 'base')];
  assertThat(
    own.length === other.length,
    () => `${caller} requires variables of one length, got ${own.length} and ${other.length}`,
  );
  const [shares, baseShares] = [sharesOf(own, options.total, 'values'), sharesOf(other, options.baseTotal, 'base')];
  return shares.map((share, unit) => (baseShares[unit] === 0 ? NaN : share / baseShares[unit]!));
}

function sharesOf(values: Float64Array, stated: number | undefined, name: string): Float64Array {
  const negative = values.find((value) => value < 0);
  assertThat(
    negative === undefined,
    () => `locationQuotient requires values of zero or more, got ${negative} (${name})`,
  );
  const total = stated ?? sumOf(values.filter((value) => !Number.isNaN(value)));
  assertThat(total > 0 && total < Infinity, () => `locationQuotient requires a positive total, got ${total} (${name})`);
  return values.map((value) => value / total);
}
