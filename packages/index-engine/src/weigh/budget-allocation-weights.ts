import { assertThat, Exact, requireRows } from '@indexlab/core';

/**
 * Weights from budget allocation: each expert spreads the same number of points, and a weight is the mean share.
 *
 * `weight[j] = mean over experts of points[i][j] / budget`.
 *
 * @param allocations one row per expert, the points given to each indicator, zero or more
 * @param budget the points of each expert, 100 by default
 * @returns one weight per indicator; they sum to one
 * @throws IndexlabError when rows differ in length, points are negative, or an expert gave more or less than the budget
 *
 * Reference: OECD/JRC Handbook (2008), section 6.3.
 *
 * @example
 * budgetAllocationWeights([[60, 40], [50, 50]]) // => [0.55, 0.45]
 */
export function budgetAllocationWeights(allocations: readonly (readonly number[])[], budget = 100): number[] {
  requireRows(allocations, 'budgetAllocationWeights');
  const indicators = allocations[0]?.length ?? 0;
  assertThat(indicators > 0, 'budgetAllocationWeights requires at least one expert and one indicator, got none');
  allocations.forEach((row, index) => {
    const who = `(expert ${index + 1})`;
    assertThat(
      row.length === indicators,
      () =>
        `budgetAllocationWeights requires points for each indicator from each expert, got ${row.length} and ${indicators} ${who}`,
    );
    const wrong = row.find((points) => !(points >= 0 && points < Infinity));
    assertThat(
      wrong === undefined,
      () => `budgetAllocationWeights requires points of zero or more, got ${wrong} ${who}`,
    );
    const sum = exactSum(row);
    assertThat(
      sum.equals(exactSum([budget])),
      () => `budgetAllocationWeights requires ${budget} points from each expert, got ${sum.toString()} ${who}`,
      'Give the budget as the second argument where it is another.',
    );
  });
  const total = exactSum(allocations.flat());
  return Array.from({ length: indicators }, (_, j) =>
    exactSum(allocations.map((row) => row[j]!))
      .over(total)
      .toNumber(),
  );
}

/** The sum of the decimals that were written: 33.3, 33.3 and 33.4 make 100. */
function exactSum(points: readonly number[]): Exact {
  return points.reduce((sum, value) => sum.plus(Exact.parse(String(value))), Exact.zero);
}
