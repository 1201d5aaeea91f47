import {
  assertThat,
  Exact,
  Interval,
  listNames,
  printedDecimals,
  requireArray,
  requireObject,
  roundedInterval,
} from '@indexlab/core';
import { atLeast, atMost, type Constraint, type Region } from '../linear-program/constraint.js';
import { contradiction } from './contradictions.js';
import type { PublishedRows } from './published-rows.js';
import { frameOf, type LinearForm, type Relation, rescaledSumForm, rowConstraints, weightForm } from './relation.js';

/** Whether stated weights can have produced the published totals. */
export interface StatedVerdict {
  /** The weights as stated. */
  readonly weights: Readonly<Record<string, number>>;
  /** Whether some weights that round to the stated ones satisfy every row. */
  readonly possible: boolean;
  /** The units whose rows rule the weights out. */
  readonly rows: readonly string[];
  /**
   * How they do: each of the rows alone, only all of them together, or no row at all because the weights
   * cannot sum to one; `null` when the weights are possible.
   */
  readonly ruledOutBy: 'each row' | 'rows together' | 'sum' | null;
  /** The same for the weights as exact numbers, where a token stands for a rounded one. */
  readonly asExactNumbers?: Omit<StatedVerdict, 'weights' | 'asExactNumbers'>;
}

/** The values that stated weights stand for, by part. */
export type StatedWeights = ReadonlyMap<string, { readonly value: Exact; readonly rounded: Interval }>;

/**
 * Reads stated weights: a token with a fraction or a percent sign ("27.69%", "0.2769") is rounded in its last
 * place; a number, and a token without a fraction, is exact.
 *
 * @throws IndexlabError when a weight is stated for an unknown part, is not a number or is negative
 *
 * @example
 * statedWeights({ a: '40%' }, ['a', 'b']).get('a')!.rounded.toString() // => '[0.395, 0.405]'
 */
export function statedWeights(
  stated: Readonly<Record<string, number | string>>,
  parts: readonly string[],
): StatedWeights {
  requireObject(stated, 'statedWeights', 'stated');
  requireArray(parts, 'statedWeights', 'parts');
  const unknown = Object.keys(stated).filter((part) => !parts.includes(part));
  assertThat(
    unknown.length === 0,
    () => `recoverWeights requires stated weights of known parts, got ${listNames(unknown)}`,
    `The parts are: ${listNames(parts)}.`,
  );
  return new Map(
    Object.entries(stated).map(([part, weight]) => {
      const [, bare, percent] = /^\s*(.*?)\s*([%％]?)\s*$/.exec(String(weight))!;
      assertThat(
        /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(bare!),
        () => `recoverWeights requires stated weights that are numbers, got ${JSON.stringify(weight)} (part "${part}")`,
      );
      const value = Exact.parse(bare!);
      assertThat(
        value.sign() >= 0,
        () => `recoverWeights requires stated weights that are not negative, got ${weight} (part "${part}")`,
      );
      const isRounded = typeof weight === 'string' && (percent !== '' || printedDecimals(bare!) > 0);
      const [lower, upper] = (isRounded ? roundedInterval(bare!) : Interval.point(value)).ends();
      const unit = percent === '' ? Exact.one : hundredth;
      return [part, { value: value.times(unit), rounded: new Interval(lower.times(unit), upper.times(unit)) }];
    }),
  );
}

/**
 * Checks stated weights against a relation and the printed digits.
 *
 * @param region the points that the relation and all the rows allow
 */
export function checkStatedWeights(
  stated: StatedWeights,
  published: PublishedRows,
  relation: Relation,
  region: Region,
): StatedVerdict {
  const entries = [...stated];
  const rounded = check(
    entries.map(([part, { rounded }]) => [part, rounded]),
    published,
    relation,
    region,
  );
  const isRounded = entries.some(
    ([
      ,
      {
        rounded: { lower, upper },
      },
    ]) => !lower!.equals(upper!),
  );
  return {
    weights: Object.fromEntries(entries.map(([part, { value }]) => [part, value.toNumber()])),
    ...rounded,
    ...(isRounded && {
      asExactNumbers: check(
        entries.map(([part, { value }]) => [part, Interval.point(value)]),
        published,
        relation,
        region,
      ),
    }),
  };
}

function check(
  stated: readonly (readonly [string, Interval])[],
  { parts, rows }: PublishedRows,
  relation: Relation,
  region: Region,
): Omit<StatedVerdict, 'weights' | 'asExactNumbers'> {
  const frame = frameOf(relation);
  const held = heldWithin(
    stated.map(([part, interval]) => [parts.indexOf(part), interval]),
    relation,
  );
  const within = (constraints: readonly Constraint[]): number[] | undefined =>
    contradiction({ ...frame, constraints: [...frame.constraints, ...held, ...constraints] }, none);
  if (within([]) !== undefined) return { possible: false, rows: [], ruledOutBy: 'sum' };
  const together = within(region.constraints)?.sort((a, b) => a - b);
  if (together === undefined) return { possible: true, rows: [], ruledOutBy: null };
  const alone = rows.filter((row, index) => within(rowConstraints(row, index, relation)) !== undefined);
  if (alone.length > 0) return { possible: false, rows: alone.map(({ unit }) => unit), ruledOutBy: 'each row' };
  const needed = together.reduce((left, row) => {
    const fewer = left.filter((other) => other !== row);
    return within(region.constraints.filter((constraint) => fewer.includes(constraint.row))) === undefined
      ? left
      : fewer;
  }, together);
  return { possible: false, rows: needed.map((row) => rows[row]!.unit), ruledOutBy: 'rows together' };
}

/** The weights lie in their intervals; of several rescaled parts, the sum of the weights in the sum of theirs. */
function heldWithin(stated: readonly (readonly [number, Interval])[], relation: Relation): Constraint[] {
  const single = stated.flatMap(([part, interval]) => {
    const form = weightForm(part, relation);
    return form ? formWithin(form, interval) : [];
  });
  const shared = stated.filter(([part]) => weightForm(part, relation) === undefined);
  if (shared.length < relation.rescaled.length || shared.length === 0) return single;
  const sum = shared.reduce((total, [, interval]) => total.plus(interval), Interval.point(Exact.zero));
  return [...single, ...formWithin(rescaledSumForm(relation), sum)];
}

function formWithin({ coefficients, constant }: LinearForm, interval: Interval): Constraint[] {
  const [lower, upper] = interval.ends();
  return [atLeast(coefficients, lower.minus(constant)), atMost(coefficients, upper.minus(constant))];
}

const none: ReadonlySet<number> = new Set();
const hundredth = Exact.ratio(1n, 100n);
