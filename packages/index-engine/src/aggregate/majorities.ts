import { assertThat } from '@indexlab/core';
import { type AggregateOptions, aggregateRows, weightedColumns } from './aggregate-rows.js';

/** Weights are compared as whole numbers of this part of their sum, so that 0.1 + 0.2 and 0.3 tie. */
const parts = 1e12;

/** Pairs grow with the square of the units; beyond this they take too long and too much memory. */
const mostUnits = 10_000;

/** The units that take part, and by how much the columns prefer one of them to another. */
export interface Majorities {
  /** Rows of the units that take part: those that the rule for missing values gives a score. */
  readonly units: readonly number[];
  /**
   * The weight of the columns in which unit `units[a]` is better less that of the columns in which `units[b]` is, in
   * whole numbers. Columns where one of the two lacks a value say nothing.
   */
  margin(a: number, b: number): number;
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
  const whole = weighted.weights.map((weight) => Math.round(weight * parts));
  const counts = aggregateRows(caller, columns, weights, options, () => 1);
  const units = Array.from(counts.keys()).filter((row) => counts[row] === 1);
  assertThat(
    units.length <= mostUnits,
    () => `${caller} requires at most ${mostUnits} units, got ${units.length}`,
    'It compares every pair of units; use borda, which does not.',
  );
  return {
    units,
    margin(a, b) {
      let margin = 0;
      for (let column = 0; column < whole.length; column += 1) {
        const [left, right] = [weighted.columns[column]![units[a]!]!, weighted.columns[column]![units[b]!]!];
        if (left > right) margin += whole[column]!;
        else if (left < right) margin -= whole[column]!;
      }
      return margin;
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
