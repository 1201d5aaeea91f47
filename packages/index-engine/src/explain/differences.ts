import { assertThat, requireObject } from '@indexlab/core';
import type { BuiltIndex } from '../build/built-index.js';
import type { PlannedNode } from '../build/plan.js';
import { aggregatorOf, isScaledAgain, type NodeAggregator } from './aggregator-of.js';
import { descend, type Split } from './descend.js';
import { requireLevel, rowOf, scoresOf } from './row-of.js';

/** What one node adds to the distance between two units. */
export interface Difference {
  readonly node: string;
  readonly value: number;
  readonly other: number;
  /** The differences of one level sum to the difference of the scores. */
  readonly difference: number;
}

/** Shapley's value goes through all sets of children. */
const mostChildren = 16;

/**
 * What separates two units: how much of the difference of their scores each node of one level makes, largest first.
 * Together they are `score of the unit - score of the other`.
 *
 * Where every mean above is arithmetic that is `weight * (value - other value)`. For any other aggregation it is
 * Shapley's value: the change of the aggregate when the child's value goes from the other unit's to this unit's, averaged
 * over all orders in which the children may change. A node that is scaled again after aggregation passes its difference
 * down in the proportions of these parts.
 *
 * @param level which level of the tree; 1, the sub-indices, by default
 * @param year the year, for a panel
 * @throws IndexlabError when there is no such unit, year or level, a unit has no score or lacks a value below, a node
 *   above compares units (Borda, Copeland, Kemeny, TOPSIS), or has more than 16 children and no arithmetic mean
 *
 * Reference: Shapley (1953); for indices Shorrocks (2013), Journal of Economic Inequality 11.
 *
 * @example
 * const specification = readSpecification('id: d\ntitle: D\ntree: { id: t, title: T, children: [{ id: a, title: A }, { id: b, title: B }] }');
 * const built = buildIndex(specification, { place: ['x', 'y'], a: [1, 5], b: [2, 4] });
 * differences(built, 'x', 'y').map(({ node, difference }) => [node, difference]) // => [['b', -1], ['a', -2]]
 */
export function differences(built: BuiltIndex, unit: string, other: string, level = 1, year?: number): Difference[] {
  requireObject(built, 'differences', 'built', ['specification', 'stages', 'unitNames']);
  const row = rowOf('differences', built, unit, year);
  const otherRow = rowOf('differences', built, other, year);
  requireLevel('differences', built, level);
  const total = scoresOf(built);
  const valuesOf = ({ row: { id } }: PlannedNode): [number, number] => [
    built.stages.scores[id]![row]!,
    built.stages.scores[id]![otherRow]!,
  ];
  return descend(built, level, total[row]! - total[otherRow]!, (node, children) =>
    splitDifference(node, children, valuesOf),
  )
    .map(({ node, amount }) => {
      const [value, otherValue] = valuesOf(node);
      return { node: node.row.id, value, other: otherValue, difference: amount };
    })
    .sort((a, b) => b.difference - a.difference);
}

function splitDifference(
  node: PlannedNode,
  children: readonly PlannedNode[],
  valuesOf: (node: PlannedNode) => [number, number],
): Split {
  const { id } = node.row;
  const aggregator = aggregatorOf(node);
  const pairs = children.map(valuesOf);
  const missing = children.filter((_, index) => pairs[index]!.some(Number.isNaN));
  assertThat(
    missing.length === 0,
    () =>
      `differences requires units that both have every value, got none for ${missing.map(({ row }) => row.id).join(', ')} (node "${id}")`,
    'Impute the gaps, or ask for a level above that node.',
  );
  assertThat(
    !aggregator.betweenUnits,
    () =>
      `differences requires an aggregation that looks at each unit by itself, got ${aggregator.name} (node "${id}")`,
    'Ask for a level above that node.',
  );
  const weights = children.map(({ row }) => row.weight);
  const parts =
    aggregator.name === 'arithmetic' ? arithmeticParts(pairs, weights) : shapleyValues(aggregator, pairs, weights, id);
  const change = parts.reduce((sum, part) => sum + part, 0);
  const [value, other] = valuesOf(node);
  // Where aggregates are level so are their scaled scores, and any scale sums to zero.
  const scale = isScaledAgain(node) && change !== 0 ? (value - other) / change : 1;
  return {
    parts: parts.map((part) => scale * part),
    rates: parts.map((part, index) => {
      const [own, theirs] = pairs[index]!;
      return scale * (aggregator.name === 'arithmetic' || own === theirs ? weights[index]! : part / (own - theirs));
    }),
  };
}

function arithmeticParts(pairs: readonly (readonly [number, number])[], weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return pairs.map(([own, theirs], index) => (weights[index]! / total) * (own - theirs));
}

/** Each set of children is a row in which these children have the unit's values and the others the other unit's. */
function shapleyValues(
  aggregator: NodeAggregator,
  pairs: readonly (readonly [number, number])[],
  weights: readonly number[],
  node: string,
): number[] {
  const size = pairs.length;
  assertThat(
    size <= mostChildren,
    () =>
      `differences requires at most ${mostChildren} children of a node without an arithmetic mean, got ${size} (node "${node}")`,
    'Ask for a level above that node.',
  );
  const columns = pairs.map(([own, theirs], child) =>
    Float64Array.from({ length: 2 ** size }, (_, set) => (set & (1 << child) ? own : theirs)),
  );
  const scores = aggregator.combine(columns, weights, { node });
  // The share of all orders in which a set of a size comes before a child and the rest after it.
  const shares = [1 / size];
  for (let before = 1; before < size; before += 1) shares.push((shares[before - 1]! * before) / (size - before));
  return pairs.map((_, child) => {
    let value = 0;
    for (let set = 0; set < 2 ** size; set += 1) {
      if (!(set & (1 << child))) value += shares[members(set)]! * (scores[set | (1 << child)]! - scores[set]!);
    }
    return value;
  });
}

function members(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
