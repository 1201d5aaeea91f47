import { readFileSync } from 'node:fs';
import { correctDigits, worstDigits } from '@indexlab/stats';
import { describe, expect, test } from 'vitest';
import * as weigh from './index.js';

/** Made by tools/references/weights.py. */
interface Reference {
  values: number[][];
  entropy: number[];
  critic: number[];
  criticSpearman: number[];
  standardDeviation: number[];
  merec: number[];
  papers: Record<'critic' | 'merec', { values: number[][]; weights: number[] }>;
  ahp: { matrix: number[][]; eigenvalue: number; weights: number[] };
  doubt: Record<'free' | 'shares' | 'weights', number[]>;
  balanced: Record<'correlation' | 'declared' | 'variance' | 'budget', number[]>;
  regression: { outcome: number[]; weights: number[] };
}
const reference = JSON.parse(
  readFileSync(new URL('../../references/weights.json', import.meta.url), 'utf8'),
) as Reference;

const columnsOf = (rows: readonly (readonly number[])[]): Float64Array[] =>
  rows[0]!.map((_, column) => Float64Array.from(rows, (row) => row[column]!));
const columns = columnsOf(reference.values);
const { doubt, balanced, papers } = reference;

describe('weights against scikit-criteria, SciPy, numpy and mpmath', () => {
  test.each<[name: string, computed: ArrayLike<number>, expected: number[], digits: number]>([
    ['entropy (scikit-criteria)', weigh.entropyWeights(columns), reference.entropy, 12],
    ['CRITIC (scikit-criteria)', weigh.criticWeights(columns), reference.critic, 14],
    ['CRITIC, Spearman', weigh.criticWeights(columns, { correlation: 'spearman' }), reference.criticSpearman, 14],
    ['standard deviation', weigh.standardDeviationWeights(columns), reference.standardDeviation, 14],
    ['MEREC (scikit-criteria)', weigh.merecWeights(columns), reference.merec, 13],
    ['AHP (numpy)', weigh.ahpWeights(reference.ahp.matrix).weights, reference.ahp.weights, 13],
    ['benefit of the doubt (SciPy)', weigh.benefitOfTheDoubt(columns).scores, doubt.free, 13],
    ['benefit of the doubt, shares', weigh.benefitOfTheDoubt(columns, { shares: [0.1, 0.4] }).scores, doubt.shares, 13],
    [
      'benefit of the doubt, weights',
      weigh.benefitOfTheDoubt(columns, { weights: [0.001, 0.01] }).scores,
      doubt.weights,
      13,
    ],
    ['correlation-balanced (mpmath)', weigh.balancedWeights(columns).weights, balanced.correlation, 14],
    [
      'correlations 4 : 4 : 4 : 3',
      weigh.balancedWeights(columns, { targets: [4, 4, 4, 3] }).weights,
      balanced.declared,
      14,
    ],
    [
      'variance-balanced (mpmath)',
      weigh.balancedWeights(columns, { balance: 'variance' }).weights,
      balanced.variance,
      14,
    ],
    [
      'variance 1 : 2 : 3 : 4',
      weigh.balancedWeights(columns, { balance: 'variance', targets: [1, 2, 3, 4] }).weights,
      balanced.budget,
      14,
    ],
    [
      'regression (numpy)',
      weigh.regressionWeights(columns, Float64Array.from(reference.regression.outcome)).weights,
      reference.regression.weights,
      12,
    ],
  ])('%s agrees', (_, computed, expected, digits) => {
    expect(worstDigits(computed, expected)).toBeGreaterThanOrEqual(digits);
  });
});

describe('weights of the papers', () => {
  test('CRITIC: Diakoulaki, Mavrotas and Papayannakis (1995), eight printed digits', () => {
    const weights = weigh.criticWeights(columnsOf(papers.critic.values)).map((weight) => weight.toFixed(8));
    expect(weights).toEqual(papers.critic.weights.map((weight) => weight.toFixed(8)));
  });

  test('MEREC: Keshavarz-Ghorabaee et al. (2021), four printed digits', () => {
    const directions = ['positive', 'positive', 'negative', 'negative'] as const;
    const weights = weigh
      .merecWeights(columnsOf(papers.merec.values), { directions })
      .map((weight) => weight.toFixed(4));
    expect(weights).toEqual(papers.merec.weights.map((weight) => weight.toFixed(4)));
  });

  test('AHP: the house of Saaty (1990), European Journal of Operational Research 48, with three digits', () => {
    const { weights, eigenvalue, consistencyIndex, consistencyRatio, consistent } = weigh.ahpWeights(
      reference.ahp.matrix,
    );
    expect(weights.map((weight) => weight.toFixed(3))).toEqual([
      '0.173',
      '0.054',
      '0.188',
      '0.018',
      '0.031',
      '0.036',
      '0.167',
      '0.333',
    ]);
    expect([eigenvalue.toFixed(3), consistencyIndex.toFixed(3), consistencyRatio.toFixed(3)]).toEqual([
      '9.669',
      '0.238',
      '0.169',
    ]);
    expect(consistent).toBe(false);
    expect(correctDigits(eigenvalue, reference.ahp.eigenvalue)).toBeGreaterThanOrEqual(14);
  });
});
