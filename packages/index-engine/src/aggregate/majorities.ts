import { assertThat } from '@indexlab/core';
import { type AggregateOptions, aggregateRows, weightedColumns } from './aggregate-rows.js';
import { asNumbers, type Cost, wholeWeights } from './whole-weights.js';

/** Pairs grow with the square of the units; beyond this they take too long and too much memory. */
const mostUnits = 10_000;

/** The units that take part, and by how much the columns prefer one of them to another. */
export interface Majorities {
  /** Rows of the units that take part: those that the rule for missing values gives a score. */
  readonly units: readonly number[];
  /**
   * The weight of the columns in which unit `units[a]` is better less that of the columns in which `units[b]` is, in
   * whole numbers: exactly. Columns where one of the two lacks a value say nothing.
   */
  margin(a: number, b: number): Cost;
  /** The sign of the margin: 1 where `units[a]` wins, -1 where `units[b]` does, 0 for a tie. */
  winner(a: number, b: number): number;
  /** A score for each unit that takes part, `NaN` for the others. */
  spread(scores: ArrayLike<number>): Float64Array;
}

/** The pairwise comparison of units by weighted columns. */
export function majorities(
  caller: string,
  columns: readonly Float64Array[],
  weights: readonly number[],
  options: AggregateOptions,
): Majorities {
  const weighted = weightedColumns(caller, columns, weights, options);
  const counts = aggregateRows(caller, columns, weights, options, () => 1);
  const units = Array.from(counts.keys()).filter((row) => counts[row] === 1);
  assertThat(
    units.length <= mostUnits,
    () => `${caller} requires at most ${mostUnits} units, got ${units.length}`,
    'It compares every pair of units; use borda, which does not.',
  );
  const whole = wholeWeights(weights.filter((weight) => weight > 0));
  // Orders of up to 18 units add up the margins of at most 153 pairs.
  const numbers = asNumbers(whole, 200);
  const marginOf = <Weight extends Cost>(wholes: ArrayLike<Weight>, zero: Weight, a: number, b: number): Weight => {
    let margin = zero as number;
    for (let column = 0; column < wholes.length; column += 1) {
      const [left, right] = [weighted.columns[column]![units[a]!]!, weighted.columns[column]![units[b]!]!];
      // Both are of one kind: numbers, or whole numbers of any length.
      if (left > right) margin += wholes[column] as number;
      else if (left < right) margin -= wholes[column] as number;
    }
    return margin as Weight;
  };
  const margin = (a: number, b: number): Cost => (numbers ? marginOf(numbers, 0, a, b) : marginOf(whole, 0n, a, b));
  return {
    units,
    margin,
    winner(a, b) {
      // Shares sum to one: a clear margin of theirs is right whatever their rounding.
      const rough = numbers ? 0 : marginOf(weighted.weights, 0, a, b);
      const decided = Math.abs(rough) > 1e-9 ? rough : margin(a, b);
      return decided > 0 ? 1 : decided < 0 ? -1 : 0;
    },
    spread(scores) {
      const result = new Float64Array(weighted.rows).fill(NaN);
      units.forEach((row, index) => {
        result[row] = scores[index]!;
      });
      return result;
    },
  };
}
