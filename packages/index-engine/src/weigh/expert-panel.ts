import { requireArray, requireRows } from '@indexlab/core';
import { standardDeviation } from '@indexlab/stats/descriptive';
import { expertScoreWeights } from './expert-score-weights.js';

/** What one expert does to the weights. */
export interface ExpertEffect {
  /** From 1, in the order given. */
  readonly expert: number;
  /** Standard deviation (n - 1) of the expert's own scores: how much the expert tells indicators apart. */
  readonly dispersion: number;
  /** The weights without this expert; empty for a single expert. */
  readonly weightsWithout: readonly number[];
  /** Half the sum of the absolute changes of the weights: the share of the total weight that the expert moves. */
  readonly shift: number;
}

/** Weights from expert scores, and what is behind them. */
export interface ExpertPanel {
  readonly weights: readonly number[];
  readonly experts: readonly ExpertEffect[];
  /** Standard deviation (n - 1) of the experts' scores for each indicator: 0 where all agree. */
  readonly disagreement: readonly number[];
  /** The smallest and the largest weight that any scores on this scale can give one indicator. */
  readonly reachable: readonly [lower: number, upper: number];
  /**
   * By how much the scale compresses the weights: all differences from equal weights are this share smaller than on the
   * same scale started at zero. It is the lowest score over the mean score.
   */
  readonly compression: number;
  /** The weights on the same scale started at zero; `null` where everyone gave everything the lowest score. */
  readonly weightsFromZero: readonly number[] | null;
}

/**
 * Weights from expert scores as {@link expertScoreWeights} gives them, each expert's dispersion and effect when left
 * out, and how far the scale holds the weights together.
 *
 * With points `P[j]` for indicator j, m indicators, n experts and the lowest score `low`, a weight lies
 * `(P[j] - mean P) / sum P` from equal weights; counted from the lowest score it would lie
 * `(P[j] - mean P) / (sum P - n m low)` from them. The ratio is the same for all indicators: `1 - low / mean score`.
 *
 * @param scores one row per expert, one score per indicator; at least two indicators
 * @param scale the lowest and highest score that may be given
 * @throws IndexlabError as {@link expertScoreWeights}, or for a single indicator
 *
 * @example
 * const { weights, compression, weightsFromZero } = expertPanel([[5, 1], [3, 3]]);
 * [weights, compression, weightsFromZero] // => [[8 / 12, 4 / 12], 1 / 3, [6 / 8, 2 / 8]]
 */
export function expertPanel(
  scores: readonly (readonly number[])[],
  scale: readonly [number, number] = [1, 5],
): ExpertPanel {
  requireRows(scores, 'expertPanel');
  requireArray(scale, 'expertPanel', 'scale');
  const weights = expertScoreWeights(scores, scale);
  const [low, high] = scale;
  const others = weights.length - 1;
  const points = weights.map((_, j) => scores.reduce((sum, row) => sum + row[j]!, 0));
  const total = points.reduce((sum, value) => sum + value, 0);
  const floor = scores.length * low;
  const aboveFloor = total - floor * points.length;
  return {
    weights,
    experts: scores.map((row, index) => {
      const rest = scores.filter((_, expert) => expert !== index);
      const weightsWithout = rest.length === 0 ? [] : expertScoreWeights(rest, scale);
      return {
        expert: index + 1,
        dispersion: standardDeviation(row),
        weightsWithout,
        shift: weightsWithout.reduce((sum, weight, j) => sum + Math.abs(weight - weights[j]!), 0) / 2,
      };
    }),
    disagreement: weights.map((_, j) => (scores.length === 1 ? 0 : standardDeviation(scores.map((row) => row[j]!)))),
    reachable: [low / (low + others * high), high / (high + others * low)],
    compression: (floor * points.length) / total,
    weightsFromZero: aboveFloor === 0 ? null : points.map((value) => (value - floor) / aboveFloor),
  };
}
