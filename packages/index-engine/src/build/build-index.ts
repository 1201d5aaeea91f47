import { assertThat, type Data, listNames, numbersOf, dataSource, textsOf } from '@indexlab/core';
import { arithmeticMean } from '../aggregate/arithmetic-mean.js';
import { geometricMean } from '../aggregate/geometric-mean.js';
import { indexTree, type TreeNode } from '../specification/index-tree.js';
import type { Aggregation, Specification } from '../specification/schema.js';
import { competitionRanks } from './competition-ranks.js';
import { normalise } from './normalise.js';

/** The columns of one stage, one value per unit. */
export type StageColumns = Readonly<Record<string, Float64Array>>;

/** A built index: every stage kept, so that any number in it can be followed back. */
export interface BuiltIndex {
  readonly index: string;
  readonly unitNames: readonly string[];
  readonly nodes: readonly TreeNode[];
  readonly stages: {
    /** The indicators as given. */
    readonly indicators: StageColumns;
    /** The indicators made comparable. */
    readonly normalised: StageColumns;
    /** The score of every node, indicators included. */
    readonly scores: StageColumns;
  };
  readonly rank: Float64Array;
  readonly log: readonly { stage: string; node: string; message: string }[];
}

/**
 * Builds an index: normalise, weigh, aggregate from the leaves up, rank.
 *
 * A column named after an inner node is that node's score, taken as it is: an index of which only the
 * sub-indices are published is built from these.
 *
 * A unit that lacks an indicator has no score (`NaN`) in the nodes above it and no rank; the log says how many.
 *
 * @param specification the index as data
 * @param data one column per indicator, named by its node, and one that names the units
 * @param options `unit`: the column that names the units, `place` by default
 * @throws IndexlabError when an indicator has no column, units repeat or there are none
 *
 * @example
 * const specification = readSpecification('id: d\ntitle: D\ntree: { id: t, title: T, children: [{ id: a, title: A }, { id: b, title: B }] }');
 * const built = buildIndex(specification, { place: ['x', 'y'], a: [1, 3], b: [2, 4] });
 * [built.stages.scores.t, built.rank] // => [new Float64Array([1.5, 3.5]), new Float64Array([2, 1])]
 */
export function buildIndex(specification: Specification, data: Data, options: { unit?: string } = {}): BuiltIndex {
  const columns = dataSource(data).columns;
  const unitNames = readUnits(data, options.unit ?? 'place');
  const nodes = cutAt(columns, indexTree(specification));
  const inner = new Set(nodes.map((node) => node.parent));
  const leaves = nodes.filter((node) => !inner.has(node.id));
  const absent = leaves.filter((leaf) => !columns.includes(leaf.id)).map((leaf) => leaf.id);
  assertThat(
    absent.length === 0,
    () => `buildIndex requires a column for each indicator, got none for ${listNames(absent)}`,
    `The data have: ${listNames(columns)}.`,
  );

  const indicators: Record<string, Float64Array> = {};
  const normalised: Record<string, Float64Array> = {};
  for (const { id, specification: node } of leaves) {
    indicators[id] = numbersOf(data, id);
    const method = node.children ? 'none' : (node.normalise ?? specification.normalise);
    normalised[id] = normalise(indicators[id], method, node.direction, id);
  }
  const scores = aggregateTree(nodes, normalised, specification.aggregate);
  const total = scores[nodes[0]!.id]!;
  const missing = total.filter(Number.isNaN).length;
  return {
    index: specification.id,
    unitNames,
    nodes,
    stages: { indicators, normalised, scores },
    rank: competitionRanks(total),
    log:
      missing === 0
        ? []
        : [{ stage: 'aggregate', node: nodes[0]!.id, message: `${missing} of ${total.length} units lack an indicator and have no score` }],
  };
}

/** The tree without what lies below a node that has a column of its own. */
function cutAt(columns: readonly string[], nodes: readonly TreeNode[]): TreeNode[] {
  const kept = new Set<string>();
  return nodes.filter((node) => {
    const reached = node.parent === null || (kept.has(node.parent) && (node.level === 1 || !columns.includes(node.parent)));
    if (reached) kept.add(node.id);
    return reached;
  });
}

function readUnits(data: Data, column: string): string[] {
  const names = textsOf(data, column).map((name) => name ?? '');
  assertThat(names.length > 0, 'buildIndex requires at least one unit, got an empty table');
  const repeated = new Set(names.filter((name, row) => names.indexOf(name) !== row));
  assertThat(
    repeated.size === 0,
    () => `buildIndex requires each unit once, got ${listNames(repeated)} more than once (column "${column}")`,
  );
  return names;
}

const aggregations = { arithmetic: arithmeticMean, geometric: geometricMean } satisfies Record<Aggregation, unknown>;

/** Scores of every node: parents stand before children, so going backwards meets the children first. */
function aggregateTree(nodes: readonly TreeNode[], leaves: StageColumns, method: Aggregation): Record<string, Float64Array> {
  const scores: Record<string, Float64Array> = { ...leaves };
  for (const node of [...nodes].reverse()) {
    const children = nodes.filter((child) => child.parent === node.id);
    if (children.length === 0) continue;
    assertThat(
      children.every((child) => !Number.isNaN(child.weight)),
      () => `buildIndex requires weights, got undisclosed ones (node "${node.id}")`,
      `Give a column "${node.id}" with its score, or weights for its children.`,
    );
    const score = aggregations[node.specification.aggregate ?? method](
      children.map((child) => scores[child.id]!),
      children.map((child) => child.weight),
      { node: node.id },
    );
    scores[node.id] = normalise(score, node.specification.normalise ?? 'none', 'positive', node.id);
  }
  return scores;
}
