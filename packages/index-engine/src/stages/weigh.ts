import { assertThat } from '@indexlab/core';
import * as z from 'zod';
import { type Method, method, methodSchema } from '../specification/method.js';
import {
  ahpWeights,
  balancedWeights,
  budgetAllocationWeights,
  criticWeights,
  entropyWeights,
  equalWeights,
  expertScoreWeights,
  factorWeights,
  groupAhpWeights,
  merecWeights,
  regressionWeights,
  standardDeviationWeights,
  statedShares,
} from '../weigh/index.js';
import type { Rows } from './rows.js';

/** What a node says of itself where its weight among its siblings is asked for. */
export interface Sibling {
  readonly id: string;
  /** As the specification states it. */
  readonly weight?: string | number | undefined;
}

/** What a source of weights may look at: the children, their scores, and columns beside them. */
export interface WeighInput {
  readonly children: readonly Sibling[];
  readonly columns: readonly Float64Array[];
  readonly rows: Rows;
}

/** Weights of a node's children, as shares that sum to one. */
export type Weigh = (input: WeighInput) => readonly number[];

const points = z.array(z.array(z.number()).min(1)).min(1);
const fromColumns =
  (weights: (columns: readonly Float64Array[]) => readonly number[]): Weigh =>
  ({ columns }) =>
    weights(columns);

/** As many weights as children, or an error that names them. */
function forChildren(weights: readonly number[]): Weigh {
  return ({ children }) => {
    assertThat(
      weights.length === children.length,
      () =>
        `weigh requires a weight for each child, got ${weights.length} for ${children.map((child) => child.id).join(', ')}`,
    );
    return weights;
  };
}

/** Every source of weights. */
export const weighings = {
  stated: method(
    'Each child has a weight.',
    {},
    (): Weigh =>
      ({ children }) =>
        siblingShares(children),
  ),
  equal: method(
    'All children count the same.',
    {},
    (): Weigh =>
      ({ children }) =>
        equalWeights(children.length),
  ),
  undisclosed: method(
    'The report prints none, and none is made up.',
    {},
    (): Weigh =>
      ({ children }) =>
        children.map(() => NaN),
  ),
  'expert-scores': method(
    "Each child's share of all points that the experts gave; one row per expert, one score per child.",
    { scores: points, scale: z.tuple([z.number(), z.number()]).default([1, 5]) },
    ({ scores, scale }) => forChildren(expertScoreWeights(scores, scale)),
    {
      perChild: ['scores'],
      weightRange: ({ scale: [low, high] }, children) => [
        low / (low + high * (children - 1)),
        high / (high + low * (children - 1)),
      ],
    },
  ),
  'budget-allocation': method(
    "Each child's mean share of the points that the experts distribute; one row per expert.",
    { allocations: points, budget: z.number().positive().default(100) },
    ({ allocations, budget }) => forChildren(budgetAllocationWeights(allocations, budget)),
    { perChild: ['allocations'] },
  ),
  ahp: method(
    'The analytic hierarchy process: how many times more important the row is than the column; one matrix, or one per member of a group.',
    { comparisons: points.optional(), members: z.array(points).min(1).optional() },
    ({ comparisons, members }) => {
      assertThat(
        (comparisons === undefined) !== (members === undefined),
        'weigh requires comparisons or members for ahp, got both or neither',
      );
      return forChildren((comparisons ? ahpWeights(comparisons) : groupAhpWeights(members!)).weights);
    },
    { perChild: ['comparisons', 'members'] },
  ),
  factors: method(
    'Rotated factors: columns by their squared loadings, factors by what they explain. Principal components, or maximum likelihood.',
    { extraction: z.enum(['components', 'likelihood']).default('components'), factors: z.int().positive().optional() },
    ({ extraction, factors }) =>
      fromColumns(
        (columns) => factorWeights(columns, { extraction, ...(factors !== undefined && { factors }) }).weights,
      ),
    { fromScores: true },
  ),
  entropy: method('More weight to a column that is less even.', {}, () => fromColumns(entropyWeights), {
    fromScores: true,
  }),
  critic: method(
    'More weight to a column that varies and correlates little with the others.',
    { correlation: z.enum(['pearson', 'spearman']).default('pearson') },
    (options) => fromColumns((columns) => criticWeights(columns, options)),
    { fromScores: true },
  ),
  'standard-deviation': method(
    'Standard deviations of the columns from 0 to 1.',
    {},
    () => fromColumns(standardDeviationWeights),
    { fromScores: true },
  ),
  merec: method(
    'What the composite loses without the column.',
    {},
    () => fromColumns((columns) => merecWeights(columns)),
    { fromScores: true },
  ),
  balanced: method(
    'Each child correlates with the composite, or makes up its variance, in declared proportions.',
    {
      balance: z.enum(['correlation', 'variance']).default('correlation'),
      targets: z.array(z.number().positive()).optional(),
    },
    ({ balance, targets }) =>
      fromColumns((columns) => balancedWeights(columns, { balance, ...(targets && { targets }) }).weights),
    { fromScores: true, perChild: ['targets'] },
  ),
  regression: method(
    'Coefficients of a regression of an outcome, a column of the data, on the children.',
    { outcome: z.string() },
    ({ outcome }): Weigh =>
      ({ columns, rows }) =>
        regressionWeights(columns, rows.numbers(outcome)).weights,
    { fromScores: true, columns: ['outcome'] },
  ),
} satisfies Record<string, Method<Weigh>>;

/** What a specification may write for weigh. */
export const weighingSchema = methodSchema<Weigh>('weigh', weighings);

/** Stated weights over their sum; equal shares where none is stated, or all state the same. */
export function siblingShares(siblings: readonly Omit<Sibling, 'id'>[]): number[] {
  if (siblings.length === 0) return [];
  const [first] = siblings;
  const alike = siblings.every(({ weight }) => weight === first!.weight);
  if (first!.weight === undefined ? alike : alike && Number(first!.weight) > 0) return equalWeights(siblings.length);
  return statedShares(siblings.map(({ weight }) => weight ?? '0'));
}
