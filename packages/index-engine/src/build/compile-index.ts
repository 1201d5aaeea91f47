import { assertThat, type Data, requireObject, requireOptions } from '@indexlab/core';
import { indexTree } from '../specification/index-tree.js';
import type { Specification } from '../specification/schema.js';
import { specificationData } from '../specification/specification-data.js';
import { rememberSummaries } from '../stages/normalise/summaries.js';
import { numbersIn, partition, readRows } from '../stages/rows.js';
import { checkIds } from './check-ids.js';
import type { IndexPlan } from './index-plan.js';
import { type PlannedNode, planNodes } from './plan.js';
import { runStages } from './run-stages.js';

/** Columns that the data name otherwise than the specification says. */
export interface BuildOptions {
  /** The column that names the units; the specification's `data.unit`, or `place`. */
  readonly unit?: string | undefined;
  /** The column of the year; the specification's `data.time`. */
  readonly time?: string | undefined;
}

/**
 * Compiles a specification with data to a plan: everything is checked and laid out once, every method is made ready,
 * and the indicators go through their stages (screen, impute, denominate, treat, normalise). {@link runIndex} runs the
 * plan again and again, with other weights each time: for a slider, or thousands of draws. For another method compile
 * another plan.
 *
 * Columns of doubles (`Float64Array`) are used as they are, without a copy: do not write to them while the plan is in
 * use.
 *
 * @param specification the index as data
 * @param data one column per indicator, named by its node (or as the node's `column` says), and one that names the units;
 *   for a panel one of years
 * @param options columns that the data name otherwise
 * @throws IndexlabError when an indicator has no column or a cell that is no finite number, units repeat, there are
 *   none, node ids repeat or are those of the columns of a result, or a stage cannot do its work
 *
 * @example
 * const specification = readSpecification('id: d\ntitle: D\ntree: { id: t, title: T, children: [{ id: a, title: A }, { id: b, title: B }] }');
 * const plan = compileIndex(specification, { place: ['x', 'y'], a: [1, 3], b: [2, 4] });
 * [plan.ids, [...plan.shares]] // => [['t', 'a', 'b'], [1, 1 / 2, 1 / 2]]
 */
export function compileIndex(specification: Specification, data: Data, options: BuildOptions = {}): IndexPlan {
  requireObject(specification, 'compileIndex', 'specification', ['tree']);
  requireOptions(options, 'compileIndex', { unit: 'a text', time: 'a text' });
  const { source, reached: nodesReached } = specificationData(specification, data, options);
  const unit = options.unit ?? specification.data?.unit ?? 'place';
  const time = options.time ?? specification.data?.time;
  const rows = readRows(source, { unit, time });
  const tree = indexTree(specification);
  checkIds(tree, time === undefined ? [unit] : [unit, time]);
  const nodes = planNodes(
    tree.filter(({ id }) => nodesReached.reached.has(id)),
    specification,
  );
  const leaves = nodes.filter((node) => node.children.length === 0);
  nodes.forEach(requireUnturned);
  const summaryOf = rememberSummaries();
  const columns: Record<string, Float64Array> = {};
  for (const { row } of leaves) columns[row.id] = numbersIn(source, row.id, rows.units, summaryOf);
  const indicators = runStages(
    {
      rows,
      columns,
      given: columns,
      trace: [],
      scaled: new Map(),
      screening: [],
      filled: [],
      treatments: {},
      touched: [],
      log: [],
    },
    nodes,
    specification,
    summaryOf,
  );
  const parents = new Int32Array(nodes.length).fill(-1);
  const shares = new Float64Array(nodes.length);
  nodes.forEach(({ children, row }, place) => {
    shares[place] = row.weight;
    for (const child of children) parents[child] = place;
  });
  const laidOut = nodes.map(({ children, row }) => (children.length === 0 ? indicators.columns[row.id]! : null));
  return {
    specification,
    ids: nodes.map(({ row }) => row.id),
    nodes,
    parents,
    shares,
    columns: laidOut,
    // A scaling leaves a gap where there was one, and nowhere else.
    complete: laidOut.map((column, place) => {
      const scaled = indicators.scaled.get(nodes[place]!.row.id);
      return column !== null && summaryOf(scaled?.values === column ? scaled.from : column).missing === 0;
    }),
    indicators,
    rankedTogether: partition(indicators.rows, {
      over: specification.rank?.over ?? 'year',
      peers: specification.rank?.peers,
    }),
  };
}

function requireUnturned({ children, direction, scaling, row }: PlannedNode): void {
  assertThat(
    children.length === 0 || direction === 1 || scaling !== null,
    () => `buildIndex requires a normalise for an inner node of negative direction, got none (node "${row.id}")`,
    'State how its score is turned, such as normalise: min-max.',
  );
}
