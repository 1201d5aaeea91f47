import { assertThat, type Data, numbersOf, requireOptions, textsOf } from '@indexlab/core';

/** Growth over the same units beside growth as published. */
export interface LikeForLike {
  /** Units with a value at both times. */
  readonly common: number;
  readonly entered: readonly string[];
  readonly left: readonly string[];
  /** Growth of the total of the common units. */
  readonly growth: number;
  /** Growth from the total of all units before to that of all units after; what is published where samples differ. */
  readonly published: number;
  /** The mean of the common units at both times, and of all that are there. */
  readonly means: {
    readonly common: readonly [before: number, after: number];
    readonly all: readonly [before: number, after: number];
  };
}

/**
 * Growth and means of a like-for-like sample: of the units that both editions cover. A sample that gains small units has a falling mean
 * though no unit fell, and a growing total though none grew.
 *
 * @param options `unit`, the column that names the units; `before` and `after`, columns of values, missing where an edition lacks the unit
 * @throws IndexlabError for an unknown column, two rows of a unit, no unit in common, or totals before that are not positive
 *
 * @example
 * const data = { city: ['a', 'b', 'c'], first: [10, 20, NaN], last: [11, 22, 7] };
 * const { growth, published, entered } = likeForLike(data, { unit: 'city', before: 'first', after: 'last' });
 * [growth.toFixed(2), published.toFixed(2), entered] // => ['0.10', '0.33', ['c']]
 */
export function likeForLike(
  data: Data,
  options: { readonly unit: string; readonly before: string; readonly after: string },
): LikeForLike {
  const caller = 'likeForLike';
  requireOptions(options, caller, { unit: 'a text', before: 'a text', after: 'a text' }, ['unit', 'before', 'after']);
  const units = textsOf(data, options.unit).map((name) => name ?? '');
  const twice = units.find((name, row) => units.indexOf(name) !== row);
  assertThat(twice === undefined, () => `${caller} requires one row per unit, got two for ${twice}`);
  const [before, after] = [numbersOf(data, options.before, caller), numbersOf(data, options.after, caller)];
  const rows = [...units.keys()];
  const has = (values: ArrayLike<number>) => (row: number) => !Number.isNaN(values[row]);
  const [first, last] = [rows.filter(has(before)), rows.filter(has(after))];
  const both = first.filter(has(after));
  assertThat(both.length > 0, () => `${caller} requires a unit with both values, got none`);
  const sum = (values: ArrayLike<number>, of: readonly number[]): number =>
    of.reduce((total, row) => total + values[row]!, 0);
  const [common, all] = [sum(before, both), sum(before, first)];
  assertThat(common > 0 && all > 0, () => `${caller} requires positive totals before, got ${common} and ${all}`);
  const named = (of: readonly number[]): string[] => of.map((row) => units[row]!);
  return {
    common: both.length,
    entered: named(last.filter((row) => !has(before)(row))),
    left: named(first.filter((row) => !has(after)(row))),
    growth: sum(after, both) / common - 1,
    published: sum(after, last) / all - 1,
    means: {
      common: [common / both.length, sum(after, both) / both.length],
      all: [all / first.length, sum(after, last) / last.length],
    },
  };
}
