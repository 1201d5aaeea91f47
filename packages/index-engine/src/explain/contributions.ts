import { requireObject } from '@indexlab/core';
import type { BuiltIndex } from '../build/built-index.js';
import type { PlannedNode } from '../build/plan.js';
import { aggregatorOf, isScaledAgain, presentChildren } from './aggregator-of.js';
import { descend, type Split } from './descend.js';
import { partsOfScore } from './parts-of-score.js';
import { requireLevel, rowOf, scoresOf } from './row-of.js';

/** What one node adds to a unit's score. */
export interface Contribution {
  readonly node: string;
  /** Effective weight in the index. */
  readonly weight: number;
  readonly value: number;
  /** The contributions of one level sum to the score. */
  readonly contribution: number;
}

/**
 * What each node of one level adds to a unit's score, largest first; together they are the score.
 *
 * Where every mean above is arithmetic a contribution is `weight * value`, in a sum n times that. Other means are divided by Euler's rule, each
 * child by its value times the slope of the mean in it:
 * - geometric mean and product: `weight * score`, since a doubling counts by its weight alone;
 * - harmonic and power mean: `weight (value / score)^power score`, with power -1 for the harmonic;
 * - minimum and maximum: the lowest (highest) child all of it, several such the same;
 * - mean-min and Mazziotta-Pareto: `weight * value`, with the penalty shared by distance from the minimum, and by squared
 *   distance from the mean.
 *
 * A node that is scaled again after aggregation passes its scaled score down in the proportions of these parts. A child
 * that the unit lacks adds nothing. A branch that ends above the level is listed with its last node.
 *
 * @param level which level of the tree; 1, the sub-indices, by default
 * @param year the year, for a panel
 * @throws IndexlabError when there is no such unit, year or level, the unit has no score, or a node above compares units
 *   (Borda, Copeland, Kemeny, TOPSIS) or orders values (median, ordered weighted average)
 *
 * @example
 * const specification = readSpecification('id: d\ntitle: D\ntree: { id: t, title: T, children: [{ id: a, title: A }, { id: b, title: B }] }');
 * const built = buildIndex(specification, { place: ['x'], a: [1], b: [2] });
 * contributions(built, 'x').map(({ node, contribution }) => [node, contribution]) // => [['b', 1], ['a', 0.5]]
 */
export function contributions(built: BuiltIndex, unit: string, level = 1, year?: number): Contribution[] {
  requireObject(built, 'contributions', 'built', ['specification', 'stages', 'unitNames']);
  const row = rowOf('contributions', built, unit, year);
  requireLevel('contributions', built, level);
  const valueOf = ({ row: { id } }: PlannedNode): number => built.stages.scores[id]![row]!;
  return descend(built, level, scoresOf(built)[row]!, (node, children) => splitScore(node, children, valueOf))
    .map(({ node, amount }) => ({
      node: node.row.id,
      weight: node.row.effectiveWeight,
      value: valueOf(node),
      contribution: amount,
    }))
    .sort((a, b) => b.contribution - a.contribution);
}

function splitScore(
  node: PlannedNode,
  children: readonly PlannedNode[],
  valueOf: (node: PlannedNode) => number,
): Split {
  const aggregator = aggregatorOf(node);
  const all = children.map(valueOf);
  const { places, weights } = presentChildren(children, all);
  const values = places.map((place) => all[place]!);
  const [aggregate] = aggregator.combine(
    values.map((value) => new Float64Array([value])),
    weights,
    { node: node.row.id },
  );
  const parts = partsOfScore(aggregator, values, weights, aggregate!, node.row.id);
  const scale = isScaledAgain(node) && aggregate !== 0 ? valueOf(node) / aggregate! : 1;
  const split = { parts: children.map(() => 0), rates: children.map(() => 0) };
  places.forEach((place, index) => {
    split.parts[place] = scale * parts[index]!;
    // Of a mean of values the rate is the weight itself, also where the value is zero.
    const isMean = aggregator.name === 'arithmetic' || values[index] === 0;
    split.rates[place] = scale * (isMean ? weights[index]! : parts[index]! / values[index]!);
  });
  return split;
}
