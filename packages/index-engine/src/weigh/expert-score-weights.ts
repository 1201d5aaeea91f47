import { assertThat, requireArray, requireRows } from '@indexlab/core';

/**
 * Weights from expert scores: each indicator's share of all points given.
 *
 * `weight[j] = sum over experts of score[i][j] / sum over experts and indicators of score[i][j]`.
 * A scale from 1 to 5 compresses weights: with m indicators none can leave
 * `[1 / (1 + 5 (m - 1)), 5 / (5 + m - 1)]`.
 *
 * @param scores one row per expert, one score per indicator
 * @param scale the lowest and highest score that may be given
 * @returns one weight per indicator; they sum to one
 * @throws IndexlabError when there is no expert, rows differ in length, or a score leaves the scale
 *
 * Source: China "Internet Plus" Index 2016, section 3.1.
 *
 * @example
 * expertScoreWeights([[5, 3], [4, 4]]) // => [9 / 16, 7 / 16]
 */
export function expertScoreWeights(
  scores: readonly (readonly number[])[],
  scale: readonly [number, number] = [1, 5],
): number[] {
  requireRows(scores, 'expertScoreWeights');
  requireArray(scale, 'expertScoreWeights', 'scale');
  const indicators = scores[0]?.length ?? 0;
  assertThat(indicators > 0, 'expertScoreWeights requires at least one expert and one indicator, got none');
  scores.forEach((row, expert) => {
    assertThat(
      row.length === indicators,
      () =>
        `expertScoreWeights requires as many scores from each expert, got ${row.length} and ${indicators} (expert ${expert + 1})`,
    );
    const outside = row.find((score) => !(score >= scale[0] && score <= scale[1]));
    assertThat(
      outside === undefined,
      () => `expertScoreWeights requires scores from ${scale[0]} to ${scale[1]}, got ${outside} (expert ${expert + 1})`,
    );
  });
  const points = Array.from({ length: indicators }, (_, j) => scores.reduce((sum, row) => sum + row[j]!, 0));
  const total = points.reduce((sum, value) => sum + value, 0);
  return points.map((value) => value / total);
}
