import { readFileSync } from 'node:fs';
import { worstDigits } from '@indexlab/stats';
import { describe, expect, test } from 'vitest';
import * as aggregate from './index.js';

/** Made by tools/references/aggregation.R. */
interface Reference {
  values: number[][];
  weights: number[];
  arithmetic: number[];
  geometric: number[];
  harmonic: number[];
  power: { power: number; scores: number[] }[];
  median: number[];
  owa: { orderWeights: number[]; scores: number[] }[];
  meanMin: number[];
  mazziottaPareto: { positive: number[]; negative: number[] };
  borda: number[];
  copeland: number[];
  topsis: number[];
  kemeny: { values: number[][]; weights: number[]; result: { count: number; scores: number[] } }[];
}
const reference = JSON.parse(
  readFileSync(new URL('../../references/aggregation.json', import.meta.url), 'utf8'),
) as Reference;

/** Rows of units to columns. */
const columnsOf = (rows: readonly (readonly number[])[]): Float64Array[] =>
  rows[0]!.map((_, column) => Float64Array.from(rows, (row) => row[column]!));

const { weights } = reference;
const columns = columnsOf(reference.values);
const equal = weights.map(() => 1);
const { power, owa, mazziottaPareto, kemeny } = reference;

describe('aggregations against R', () => {
  test.each<[name: string, computed: Float64Array, expected: number[]]>([
    ['arithmetic mean (COINr)', aggregate.arithmeticMean(columns, weights), reference.arithmetic],
    ['geometric mean (COINr)', aggregate.geometricMean(columns, weights), reference.geometric],
    ['harmonic mean (COINr)', aggregate.harmonicMean(columns, weights), reference.harmonic],
    ...power.map(({ power, scores }): [string, Float64Array, number[]] => [
      `power mean ${power} (COINr)`,
      aggregate.powerMean(columns, weights, { power }),
      scores,
    ]),
    ['median', aggregate.medianValue(columns, equal), reference.median],
    ...owa.map(({ orderWeights, scores }): [string, Float64Array, number[]] => [
      `ordered weighted average ${orderWeights.join(' ')}`,
      aggregate.orderedWeightedAverage(columns, weights, { orderWeights }),
      scores,
    ]),
    ['mean-min', aggregate.meanMin(columns, weights, { alpha: 0.6, beta: 3 }), reference.meanMin],
    ['Mazziotta-Pareto', aggregate.mazziottaPareto(columns, weights), mazziottaPareto.positive],
    [
      'Mazziotta-Pareto, negative',
      aggregate.mazziottaPareto(columns, weights, { polarity: 'negative' }),
      mazziottaPareto.negative,
    ],
    ['Borda', aggregate.borda(columns, weights), reference.borda],
    ['Copeland (COINr)', aggregate.copeland(columns, weights), reference.copeland],
    ['TOPSIS', aggregate.topsis(columns, weights), reference.topsis],
    ...kemeny.map(({ values, weights, result }): [string, Float64Array, number[]] => [
      `Kemeny, ${result.count} of all orders`,
      aggregate.kemeny(columnsOf(values), weights),
      result.scores,
    ]),
  ])('%s agrees to 14 digits', (_, computed, expected) => {
    expect(worstDigits(computed, expected)).toBeGreaterThanOrEqual(14);
  });
});
