import {
  assertThat,
  type Column,
  didYouMean,
  randomSource,
  requireArray,
  requireObject,
  requireOptions,
  Table,
} from '@indexlab/core';
import { buildIndex } from '../build/build-index.js';
import { methodParts } from '../specification/method.js';
import type { Specification } from '../specification/schema.js';
import { readRows } from '../stages/rows.js';
import { compareWithPrinted, type PrintedComparison } from './compare-with-printed.js';
import { type AssumedWeights, completeWeights } from './complete-weights.js';
import { legible } from './legible.js';
import { printedBoxes } from './printed-boxes.js';
import type { ConflictingCell, PublishedIndex } from './published-index.js';
import { type SchemeNode, schemeOf } from './scheme.js';
import { spreadScores } from './spread-scores.js';
import { undoStages } from './undo-stages.js';

export interface SimulationOptions {
  readonly seed: number;
  /** Weights of the children of some nodes, in place of the specification's or where none are printed. */
  readonly weights?: AssumedWeights | undefined;
  /** How far a child strays from its parent, as a standard deviation of logarithms (of a share); 0.4 unless stated. */
  readonly dispersion?: number | undefined;
  /** How far units of which nothing is printed lie apart in the index, as a standard deviation of logarithms; 0.8 unless stated. */
  readonly indexDispersion?: number | undefined;
  /** The significant digits of an indicator; 8 unless stated. */
  readonly digits?: number | undefined;
}

/** Indicators that were never measured: drawn so that an index built from them gives what a report prints. */
export interface SimulatedIndicators {
  /** Says that they are simulated, for a file, a table or a chart. */
  readonly title: string;
  readonly simulated: true;
  readonly seed: number;
  /** The specification with every weight that was assumed; built with the table it gives the index. */
  readonly specification: Specification;
  /** One row per unit: the unit, `status` (always `simulated`), groups and denominators, the indicators. */
  readonly table: Table;
  readonly assumptions: readonly string[];
  /** Printed cells that the others rule out, and that were not held. */
  readonly conflicts: readonly ConflictingCell[];
  /** What the index built from the table gives back. */
  readonly comparison: PrintedComparison;
}

/**
 * Simulates the indicators behind a published index: {@link buildIndex} makes of them the printed scores to the printed
 * digits, and the printed ranks.
 *
 * Scores are drawn from the index down to the indicators: children around their parent, with noise that has heavy tails
 * and is correlated among siblings, exact in every weighted mean and inside every printed interval. Then each indicator's
 * scaling is undone. They stand in for indicators that nobody published, to run a method from end to end: they are
 * evidence for nothing.
 *
 * A unit of which nothing is printed gets a plausible place, behind the last one of a list that is cut off. Where a
 * scaling takes shares of a total, all units sum to it; what the printed ones leave of it needs a unit too. Units are
 * ranked within the peers of the specification's `rank`. Undisclosed weights are equal unless `weights` says them.
 *
 * Invertible are the scalings none, share-of-total, share-of-maximum, log-share-of-maximum, min-max, goalposts and
 * distance-to-maximum, at indicators and at inner nodes; the treatments log and log-plus-one; denominators; and the
 * means arithmetic, sum, geometric, harmonic and power.
 *
 * @param specification the index as published
 * @param published the units and what is printed of them
 * @throws IndexlabError with the reason where a stage cannot be undone, or the printed scores leave no room
 *
 * @example
 * const specification = readSpecification('id: d\ntitle: D\nnormalise: share-of-total\ntree: { id: t, title: T, children: [{ id: a, title: A }, { id: b, title: B }] }');
 * const published = { units: ['x', 'y'], printed: { t: { scores: ['62.5', '37.5'], factor: 100 } } };
 * const { table, specification: complete } = simulateIndicators(specification, published, { seed: 1 });
 * buildIndex(complete, table).stages.scores.t.map((score) => Math.round(1000 * score)) // => new Float64Array([625, 375])
 */
export function simulateIndicators(
  specification: Specification,
  published: PublishedIndex,
  options: SimulationOptions,
): SimulatedIndicators {
  requireObject(specification, 'simulateIndicators', 'specification', ['tree']);
  requireObject(published, 'simulateIndicators', 'published', ['units', 'printed']);
  requireOptions(
    options,
    'simulateIndicators',
    { seed: 'a number', weights: 'an object', dispersion: 'a number', indexDispersion: 'a number', digits: 'a number' },
    ['seed'],
  );
  requireArray(published.units, 'simulateIndicators', 'units');
  const { seed, weights = {}, dispersion = 0.4, indexDispersion = 0.8, digits = 8 } = options;
  const completed = completeWeights(specification, weights);
  const unit = specification.data?.unit ?? 'place';
  assertThat(
    specification.data?.time === undefined,
    () => `simulateIndicators requires one year, got a panel (column "${specification.data?.time}")`,
    'Simulate each year by itself.',
  );
  const columns = { [unit]: [...published.units], ...published.columns };
  const rows = readRows(columns, { unit });
  const random = randomSource(seed);
  const nodes = schemeOf(completed.specification, rows, random, published.printed);
  requireNodes(
    published,
    nodes.map(({ id }) => id),
  );
  const { boxes, conflicts } = printedBoxes(nodes, published, rows, specification, random);
  const scores = spreadScores(boxes, random, { dispersion, indexDispersion });
  const leaves = nodes.flatMap((node, place) => (node.children.length === 0 ? [{ node, place }] : []));
  const table = new Table([
    { type: 'text', name: unit, values: published.units },
    { type: 'text', name: 'status', values: published.units.map(() => 'simulated') },
    ...Object.entries(published.columns ?? {}).map(([name, values]) => columnOf(name, values)),
    ...leaves.map(({ node, place }): Column => {
      const counts = countsOf(node);
      const raw = undoStages(node, scores[place]!, rows, completed.specification);
      return {
        type: 'number',
        name: node.planned.row.specification.column ?? node.id,
        values: legible(raw, digits, counts),
      };
    }),
  ]);
  return {
    title: `${specification.title}: simulated indicators (seed ${seed})`,
    simulated: true,
    seed,
    specification: completed.specification,
    table,
    assumptions: completed.assumptions,
    conflicts,
    comparison: compareWithPrinted(buildIndex(completed.specification, table), published),
  };
}

function countsOf({ planned }: SchemeNode): 'none' | 'plain' | 'logged' {
  if (planned.row.specification.unit !== 'count') return 'none';
  const methods = [planned.option('treat'), planned.option('normalise')].map((own) => methodParts(own ?? 'none').name);
  return methods.some((name) => name.startsWith('log')) ? 'logged' : 'plain';
}

function columnOf(name: string, values: ArrayLike<string> | ArrayLike<number>): Column {
  return typeof values[0] === 'string'
    ? { type: 'text', name, values: Array.from(values as ArrayLike<string>) }
    : { type: 'number', name, values: Float64Array.from(values as ArrayLike<number>) };
}

function requireNodes({ printed, units }: PublishedIndex, ids: readonly string[]): void {
  for (const [id, { scores = units, ranks = units }] of Object.entries(printed)) {
    assertThat(
      ids.includes(id),
      () => `simulateIndicators requires printed scores of the specification's nodes, got ${JSON.stringify(id)}`,
      () => didYouMean(id, ids, 'nodes'),
    );
    assertThat(
      scores.length === units.length && ranks.length === units.length,
      () =>
        `simulateIndicators requires a score and a rank (or null) for each of ${units.length} units, got ${scores.length} and ${ranks.length} (node "${id}")`,
    );
  }
}
