import { assertThat, Exact, requireOptions } from '@indexlab/core';
import { atLeast, atMost, type Constraint } from '../linear-program/constraint.js';
import { evaluate, maximise } from '../linear-program/maximise.js';
import { completeColumns, requireValues } from './weight-columns.js';

/** A lower and an upper bound. */
export type Bounds = readonly [lower: number, upper: number];

/** What holds the weights together, one pair of bounds for all columns or one per column. */
export interface BenefitOfTheDoubtOptions {
  /** Bounds of what each column adds to the unit's own score, as a share of it, within 0 to 1. */
  readonly shares?: Bounds | readonly Bounds[];
  /** Bounds of the weights themselves, zero or more. */
  readonly weights?: Bounds | readonly Bounds[];
}

/** Scores and the weights that each unit would choose. */
export interface BenefitOfTheDoubt {
  /** One score per unit, from 0 to 1; `NaN` for a unit that lacks a value. */
  readonly scores: Float64Array;
  /** One column of weights per column of data: what each unit would choose. */
  readonly weights: readonly Float64Array[];
  /** What each column adds to each unit's score, as a share of it; `NaN` where the score is zero. */
  readonly shares: readonly Float64Array[];
}

/**
 * Benefit of the doubt: each unit is scored with the weights that serve it best, such that no unit scores above one with
 * them: data envelopment analysis with a constant input.
 *
 * For unit c: the largest `sum of w[r] x[r][c]` with `sum of w[r] x[r][j] <= 1` for every unit j, and `w >= 0`. The
 * linear programs are solved in whole numbers, so scores are exact to the last digit, and a unit on the frontier has
 * exactly one. Without bounds a unit that leads a single column scores one, whatever the rest: give `shares`. Where
 * several weights serve a unit equally, it gets those with most weight on the first column that it scores in, and so on.
 * A unit with a zero in a column whose share has a lower
 * bound above zero scores zero.
 *
 * @param columns one column per child, one value per unit, none negative; units that lack a value (`NaN`) take no part
 * @throws IndexlabError for a negative value, a column of zeros, bounds that exclude one another, or bounds that no
 *   weights satisfy
 *
 * Reference: Cherchye et al. (2007), Social Indicators Research 82; OECD/JRC Handbook (2008), section 6.2;
 * `Compind::ci_bod` and `ci_bod_constr`.
 *
 * @example
 * const { scores } = benefitOfTheDoubt([new Float64Array([4, 2, 1]), new Float64Array([0, 2, 4])]);
 * scores // => new Float64Array([1, 2 / 4 + (2 * 3) / 16, 1])
 */
export function benefitOfTheDoubt(
  columns: readonly Float64Array[],
  options: BenefitOfTheDoubtOptions = {},
): BenefitOfTheDoubt {
  requireOptions(options, 'benefitOfTheDoubt', { shares: 'an array', weights: 'an array' });
  const complete = completeColumns('benefitOfTheDoubt', columns, 1);
  requireValues('benefitOfTheDoubt', complete, 'values of zero or more', (value) => value >= 0);
  complete.forEach((column, index) =>
    assertThat(
      column.some((value) => value > 0),
      () => `benefitOfTheDoubt requires columns with a value above zero, got none (column ${index + 1})`,
    ),
  );
  const shareBounds = boundsOf(columns.length, options.shares, 1, 'shares');
  const [least, most] = [0, 1].map((end) =>
    shareBounds.reduce((sum, bounds) => sum.plus(decimal(bounds[end]!)), Exact.zero),
  );
  assertThat(
    shareBounds.length === 0 || (least!.compare(Exact.one) <= 0 && most!.compare(Exact.one) >= 0),
    () =>
      `benefitOfTheDoubt requires bounds of the shares that leave room for a sum of one, got sums of ${least!.toString()} and ${most!.toString()}`,
  );
  const weightBounds = boundsOf(columns.length, options.weights, Infinity, 'weights');
  const rows = complete[0]!.map((_, row) => row);
  const units = Array.from(rows, (row) => complete.map((column) => Exact.fromNumber(column[row]!)));
  const common = [
    ...units.map((values) => atMost(values, Exact.one)),
    ...weightBounds.flatMap((bounds, index) => weightConstraints(bounds, unitVector(columns.length, index))),
  ];
  const present = presentRows(columns);
  const result = {
    scores: new Float64Array(columns[0]!.length).fill(NaN),
    weights: columns.map((column) => new Float64Array(column.length).fill(NaN)),
    shares: columns.map((column) => new Float64Array(column.length).fill(NaN)),
  };
  units.forEach((values, index) => {
    const row = present[index]!;
    const constraints = [
      ...common,
      ...shareBounds.flatMap((bounds, column) => shareConstraints(bounds, values, column)),
    ];
    const optimum = maximise({ variables: columns.length, free: [], constraints }, values);
    assertThat(
      optimum.status === 'optimal',
      () => `benefitOfTheDoubt requires bounds that some weights satisfy, got none (row ${row + 1})`,
      'Widen the bounds of the shares or of the weights.',
    );
    result.scores[row] = optimum.value.toNumber();
    optimum.point.forEach((weight, column) => {
      result.weights[column]![row] = weight.toNumber();
      if (optimum.value.sign() > 0) {
        const part = evaluate([weight], [values[column]!]);
        result.shares[column]![row] = part.over(optimum.value).toNumber();
      }
    });
  });
  return result;
}

/** One pair of bounds per column, checked; no pair where nothing is asked for. */
function boundsOf(size: number, given: Bounds | readonly Bounds[] | undefined, most: number, name: string): Bounds[] {
  if (given === undefined) return [];
  const all = (typeof given[0] === 'number' ? Array.from({ length: size }, () => given) : given) as readonly Bounds[];
  assertThat(
    all.length === size,
    () => `benefitOfTheDoubt requires bounds of the ${name} per column, got ${all.length} for ${size}`,
  );
  all.forEach(([lower, upper], column) =>
    assertThat(
      lower >= 0 && lower <= upper && upper <= most,
      () =>
        `benefitOfTheDoubt requires bounds of the ${name} from 0 to ${most}, the lower first, got ${lower} and ${upper} (column ${column + 1})`,
    ),
  );
  return [...all];
}

function weightConstraints([lower, upper]: Bounds, coefficients: readonly Exact[]): Constraint[] {
  return [
    ...(lower > 0 ? [atLeast(coefficients, decimal(lower))] : []),
    ...(upper < Infinity ? [atMost(coefficients, decimal(upper))] : []),
  ];
}

/** `lower <= w x / (sum of w x) <= upper` for one column of one unit, without the division. */
function shareConstraints([lower, upper]: Bounds, values: readonly Exact[], column: number): Constraint[] {
  const less = (bound: number): Exact[] => {
    const share = decimal(bound);
    return values.map((value, index) => (index === column ? value : Exact.zero).minus(share.times(value)));
  };
  return [
    ...(lower > 0 ? [atLeast(less(lower), Exact.zero)] : []),
    ...(upper < 1 ? [atMost(less(upper), Exact.zero)] : []),
  ];
}

/** A bound as the decimal that was written: a tenth is 1/10, not the double next to it, so that ten tenths are one. */
function decimal(value: number): Exact {
  return Exact.parse(String(value));
}

function presentRows(columns: readonly Float64Array[]): number[] {
  return Array.from(columns[0]!.keys()).filter((row) => columns.every((column) => !Number.isNaN(column[row])));
}

function unitVector(size: number, position: number): Exact[] {
  return Array.from({ length: size }, (_, index) => (index === position ? Exact.one : Exact.zero));
}
