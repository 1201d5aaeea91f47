import { assertThat, IndexlabError, requireArray } from '@indexlab/core';
import { numberColumn } from '../stages/number-column.js';

/**
 * What a unit's missing values (`NaN`) do to its score.
 *
 * - `propagate`: a unit that lacks a value has no score.
 * - `skip`: the values it has count, their weights in the same proportions as before; without any it has no score.
 * - `{ minimumShare }`: as `skip` where the unit has at least this share of the columns, else no score.
 */
export type MissingRule = 'propagate' | 'skip' | { readonly minimumShare: number };

/** What every aggregation takes. */
export interface AggregateOptions {
  /** `propagate` by default. */
  readonly missing?: MissingRule;
  /** The node that is aggregated, for messages. */
  readonly node?: string;
}

/** What these options are, for the functions that take them. */
export const aggregateOptionKinds = { missing: 'anything', node: 'a text' } as const;

/**
 * The values that a unit has, their weights, which sum to one, and the places of their columns among those that count;
 * all are used again for the next unit.
 */
export type RowScore = (values: Float64Array, weights: Float64Array, row: number, places: Int32Array) => number;

/** Columns that count: those with a weight, and their weights as shares that sum to one. */
export interface Weighted {
  readonly columns: readonly Float64Array[];
  readonly weights: Float64Array;
  readonly rows: number;
}

/**
 * One score per unit from the values that it has. A column of weight zero counts for nothing at all.
 *
 * @param caller the public function, for messages
 */
export function aggregateRows(
  caller: string,
  columns: readonly Float64Array[],
  weights: readonly number[],
  options: AggregateOptions,
  score: RowScore,
): Float64Array {
  const weighted = weightedColumns(caller, columns, weights, options);
  const { missing = 'propagate' } = options;
  const least = fewestValues(caller, missing, weighted.columns.length, options);
  const values = new Float64Array(weighted.columns.length);
  const shares = new Float64Array(weighted.columns.length);
  const places = new Int32Array(weighted.columns.length);
  const scores = new Float64Array(weighted.rows);
  for (let row = 0; row < scores.length; row += 1) {
    let count = 0;
    let total = 0;
    for (let column = 0; column < values.length; column += 1) {
      const value = weighted.columns[column]![row]!;
      if (Number.isNaN(value)) continue;
      values[count] = value;
      shares[count] = weighted.weights[column]!;
      places[count] = column;
      total += shares[count]!;
      count += 1;
    }
    if (count < least) scores[row] = NaN;
    else if (count === values.length) scores[row] = score(values, weighted.weights, row, places);
    else {
      for (let i = 0; i < count; i += 1) shares[i]! /= total;
      scores[row] = score(values.subarray(0, count), shares.subarray(0, count), row, places);
    }
  }
  return scores;
}

/**
 * The columns of positive weight, checked.
 *
 * @param scan whether to look for infinite values; a caller that finds them in its result need not look before
 */
export function weightedColumns(
  caller: string,
  given: readonly Float64Array[],
  weights: readonly number[],
  options: AggregateOptions,
  scan = true,
): Weighted {
  const where = placeOf(options);
  requireArray(given, caller, 'columns');
  requireArray(weights, caller, 'weights');
  assertThat(given.length > 0, () => `${caller} requires at least one column, got none${where()}`);
  assertThat(
    weights.length === given.length,
    () => `${caller} requires a weight per column, got ${weights.length} for ${given.length}${where()}`,
  );
  const columns = given.map((column, index) => numberColumn(column, caller, `column ${index + 1}`));
  const rows = columns[0]!.length;
  columns.forEach((column, index) => {
    assertThat(
      column.length === rows,
      () => `${caller} requires columns of one length, got ${rows} and ${column.length}${where(`column ${index + 1}`)}`,
    );
    const infinite = scan ? firstInfinite(column) : -1;
    assertThat(
      infinite === -1,
      () =>
        `${caller} requires finite values, got ${column[infinite]}${where(`column ${index + 1}`, `row ${infinite + 1}`)}`,
    );
  });
  const wrong = weights.findIndex((weight) => !(typeof weight === 'number' && weight >= 0 && weight < Infinity));
  assertThat(
    wrong === -1,
    () => `${caller} requires weights of zero or more, got ${weights[wrong]}${where(`column ${wrong + 1}`)}`,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  assertThat(
    total > 0 && total < Infinity,
    () => `${caller} requires weights with a positive sum, got ${total}${where()}`,
  );
  const counting = columns.map((_, index) => index).filter((index) => weights[index]! > 0);
  return {
    columns: counting.map((index) => columns[index]!),
    weights: Float64Array.from(counting, (index) => weights[index]! / total),
    rows,
  };
}

/** The place of the first infinite value, -1 without one; a loop, as every build looks at every value here. */
function firstInfinite(column: Float64Array): number {
  for (let row = 0; row < column.length; row += 1) {
    if (column[row] === Infinity || column[row] === -Infinity) return row;
  }
  return -1;
}

/** How many of the columns a unit must have to get a score. */
export function fewestValues(caller: string, missing: MissingRule, columns: number, options: AggregateOptions): number {
  if (missing === 'propagate') return columns;
  if (missing === 'skip') return 1;
  const { minimumShare } = missing;
  assertThat(
    minimumShare >= 0 && minimumShare <= 1,
    () => `${caller} requires a minimum share between 0 and 1, got ${minimumShare}${placeOf(options)()}`,
  );
  // The smallest count whose share, as a double, is not below the one that is asked for.
  let least = Math.max(1, Math.floor(minimumShare * columns) - 1);
  while (least / columns < minimumShare) least += 1;
  return least;
}

/** Refuses a value that a method cannot take. */
export function refuse(
  caller: string,
  requirement: string,
  value: number,
  row: number,
  options: AggregateOptions,
): never {
  throw new IndexlabError(`${caller} requires ${requirement}, got ${value}${placeOf(options)(`row ${row + 1}`)}`, {
    remedy: 'Normalise to a range above zero first, for example min-max from 1 to 100.',
  });
}

function placeOf({ node }: AggregateOptions): (...details: string[]) => string {
  return (...details) => {
    const parts = node === undefined ? details : [`node "${node}"`, ...details];
    return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
  };
}
