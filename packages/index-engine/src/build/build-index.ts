import { assertThat, type Data, dataSource, listNames, numbersOf } from '@indexlab/core';
import { reachedNodes } from '../specification/given-scores.js';
import { indexTree } from '../specification/index-tree.js';
import { specificationData } from '../specification/specification-data.js';
import { indicatorStages, type Specification } from '../specification/schema.js';
import { rankScores } from '../stages/rank.js';
import { readRows } from '../stages/rows.js';
import { tierNodes, tierScores } from '../stages/tier.js';
import type { BuiltIndex, StageColumns } from './built-index.js';
import { aggregateTree } from './aggregate-tree.js';
import { type PlannedNode, planNodes } from './plan.js';
import { type IndicatorState, runStage } from './run-stage.js';

/** Columns that the data name otherwise than the specification says. */
export interface BuildOptions {
  /** The column that names the units; the specification's `data.unit`, or `place`. */
  readonly unit?: string | undefined;
  /** The column of the year; the specification's `data.time`. */
  readonly time?: string | undefined;
}

/**
 * Builds an index: screen, impute, denominate, treat and normalise the indicators, then weigh and aggregate from the
 * leaves up, rank, tier. The specification says which of these happen, how, and in which order.
 *
 * A column for an inner node is that node's score, taken as it is: an index of which only the sub-indices are published
 * is built from these. One for the index itself is taken where it cannot be built from below.
 *
 * Without a rule for missing values a unit that lacks an indicator has no score (`NaN`) in the nodes above it and no
 * rank; the log says how many.
 *
 * @param specification the index as data
 * @param data one column per indicator, named by its node (or as the node's `column` says), and one that names the units;
 *   for a panel one of years
 * @param options columns that the data name otherwise
 * @throws IndexlabError when an indicator has no column, units repeat, there are none, or a stage cannot do its work
 *
 * @example
 * const specification = readSpecification('id: d\ntitle: D\ntree: { id: t, title: T, children: [{ id: a, title: A }, { id: b, title: B }] }');
 * const built = buildIndex(specification, { place: ['x', 'y'], a: [1, 3], b: [2, 4] });
 * [built.stages.scores.t, built.rank] // => [new Float64Array([1.5, 3.5]), new Float64Array([2, 1])]
 */
export function buildIndex(specification: Specification, data: Data, options: BuildOptions = {}): BuiltIndex {
  return prepareIndex(specification, data, options).build();
}

/** An index that is built again and again, with other weights each time. */
export interface PreparedIndex {
  /**
   * Builds the index.
   *
   * @param weights node ids with weights that replace those of the specification, relative among siblings
   */
  build(weights?: Readonly<Record<string, number>>): BuiltIndex;
}

/**
 * Reads the data and makes every method ready, so that building costs the arithmetic alone: for a slider, or thousands
 * of draws.
 *
 * @throws IndexlabError as {@link buildIndex}
 *
 * @example
 * const specification = readSpecification('id: d\ntitle: D\ntree: { id: t, title: T, children: [{ id: a, title: A }, { id: b, title: B }] }');
 * const prepared = prepareIndex(specification, { place: ['x'], a: [1], b: [2] });
 * prepared.build({ a: 3, b: 1 }).stages.scores.t // => new Float64Array([1.25])
 */
export function prepareIndex(specification: Specification, data: Data, options: BuildOptions = {}): PreparedIndex {
  const source = specificationData(specification, data, options);
  const rows = readRows(source, {
    unit: options.unit ?? specification.data?.unit ?? 'place',
    time: options.time ?? specification.data?.time,
  });
  const { reached } = reachedNodes(specification, dataSource(data).columns);
  const nodes = planNodes(
    indexTree(specification).filter(({ id }) => reached.has(id)),
    specification,
  );
  const leaves = nodes.filter((node) => node.children.length === 0);
  const given = columnsOf(leaves, (id) => numbersOf(source, id));
  const start: IndicatorState = {
    rows,
    indicators: given,
    imputed: given,
    denominated: given,
    treated: given,
    normalised: given,
    columns: given,
    screening: [],
    filled: [],
    treatments: {},
    touched: [],
    log: [],
  };
  return { build: (weights = {}) => buildFrom(start, nodes, specification, weights) };
}

function buildFrom(
  start: IndicatorState,
  nodes: readonly PlannedNode[],
  specification: Specification,
  weights: Readonly<Record<string, number>>,
): BuiltIndex {
  let state = start;
  for (const stage of specification.stages ?? indicatorStages) state = runStage(stage, state, nodes, specification);

  const { scores, tree } = aggregateTree(nodes, state.columns, state.rows, weights);
  const index = tree[0]!.id;
  const total = scores[index]!;
  const missing = total.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
  const written = specification.tier;
  const tiers =
    written === undefined
      ? null
      : tierScores(
          tierNodes(written, index).map((id) => scoreOf(scores, id)),
          written,
          state.rows,
        );
  return {
    index: specification.id,
    specification,
    unitNames: state.rows.units,
    years: state.rows.years,
    rows: state.rows,
    nodes: tree,
    stages: {
      indicators: state.indicators,
      imputed: state.imputed,
      denominated: state.denominated,
      treated: state.treated,
      normalised: state.normalised,
      scores,
    },
    rank: rankScores(total, state.rows, specification.rank),
    tier: tiers?.tier ?? null,
    tierLabels: tiers?.labels ?? null,
    screening: state.screening,
    filled: state.filled,
    treatments: state.treatments,
    touched: state.touched,
    log:
      missing === 0
        ? state.log
        : [
            ...state.log,
            {
              stage: 'aggregate',
              node: index,
              message: `${missing} of ${total.length} units lack an indicator and have no score`,
            },
          ],
  };
}

function scoreOf(scores: StageColumns, id: string): Float64Array {
  const score = scores[id];
  assertThat(
    score !== undefined,
    () => `tier requires nodes of the tree, got ${JSON.stringify(id)}`,
    `The tree has: ${listNames(Object.keys(scores))}.`,
  );
  return score;
}

function columnsOf(leaves: readonly PlannedNode[], column: (id: string) => Float64Array): Record<string, Float64Array> {
  return Object.fromEntries(leaves.map(({ row }) => [row.id, column(row.id)]));
}
