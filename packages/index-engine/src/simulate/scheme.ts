import { assertThat, didYouMean, type RandomSource } from '@indexlab/core';
import { type PlannedNode, planNodes } from '../build/plan.js';
import { indexTree } from '../specification/index-tree.js';
import { methodParts } from '../specification/method.js';
import type { Specification } from '../specification/schema.js';
import { partition, type Rows } from '../stages/rows.js';
import { weighings } from '../stages/weigh.js';
import { chooseCurve, type Curve, noCurve } from './curves.js';
import { type Link, linkOf } from './links.js';
import { type Ends, knownRange, scoreEnds, valueEnds } from './known-values.js';
import { naturalRange } from './natural-range.js';
import type { PrintedSummary, PublishedIndex } from './published-index.js';

/** What the scores of each set of rows sum to; `null` where that is free. */
export interface ColumnTotals {
  readonly sets: readonly Int32Array[];
  readonly values: readonly (number | null)[];
  /** Whether it follows from the totals of the children. */
  readonly implied?: boolean;
}

/** A node made ready to be taken apart. */
export interface SchemeNode {
  readonly id: string;
  readonly planned: PlannedNode;
  readonly parent: number;
  readonly children: readonly number[];
  /** The children's shares. */
  readonly weights: readonly number[];
  readonly link: Link;
  /** Rows that are scaled together. */
  readonly sets: readonly Int32Array[];
  /** One scaling for each set. */
  readonly curves: readonly Curve[];
  /** The scaling of each row. */
  curveAt(row: number): Curve;
  readonly totals: readonly ColumnTotals[];
  /** Between which scores it can be expected. */
  readonly reach: { readonly low: number; readonly high: number };
}

/** The nodes of a specification, parents first, with all that a simulation has to choose chosen. */
export function schemeOf(
  specification: Specification,
  rows: Rows,
  random: RandomSource,
  printed: PublishedIndex['printed'],
): SchemeNode[] {
  const signed = isSigned(printed);
  const planned = planNodes(indexTree(specification), specification);
  const parents = planned.map(() => -1);
  planned.forEach(({ children }, place) => children.forEach((child) => (parents[child] = place)));
  const nodes: SchemeNode[] = new Array<SchemeNode>(planned.length);
  const scores: Ends[] = new Array<Ends>(planned.length);
  const whole = [Int32Array.from(rows.units.keys())];
  // Children before parents: what a parent can be follows from them.
  for (let place = planned.length - 1; place >= 0; place -= 1) {
    const node = planned[place]!;
    const { children, row } = node;
    const below = children.map((child) => nodes[child]!);
    const leaf = children.length === 0;
    const aggregate = leaf ? 'arithmetic' : (node.option('aggregate') ?? 'arithmetic');
    const link = linkOf(aggregate, row.id);
    const times = methodParts(aggregate).name === 'sum' ? children.length : 1;
    const weights = sharesOf(node, planned, rows).map((weight) => weight * times);
    const written = node.option('normalise') ?? 'none';
    const scaled = node.scaling !== null && methodParts(written).name !== 'none';
    const sets = (node.scaling && partition(rows, { peers: node.scaling.common.peers })) ?? below[0]?.sets ?? whole;
    const range = leaf ? naturalRange(node, random) : reachOf(below, weights, link);
    const logged = methodParts(node.option('treat') ?? 'none').name.startsWith('log');
    const unscaled = {
      ...noCurve,
      ...(leaf && (logged || !signed) && { lowest: logged ? range.low / 3 : 0 }),
      ...(leaf && logged && { highest: 1.5 * range.high }),
    };
    const values = leaf ? null : valueEnds({ children, weights, link }, scores, rows.units.length);
    const curves = sets.map((set) => {
      if (!scaled) return unscaled;
      const known = values && knownRange(values, set, range);
      return chooseCurve(written, node.direction, { ...range, known, count: set.length }, random, row.id);
    });
    const setOf = new Int32Array(rows.units.length);
    sets.forEach((set, index) => set.forEach((place) => (setOf[place] = index)));
    const curveAt = (place: number): Curve => curves[setOf[place]!]!;
    scores[place] = scoreEnds({ curveAt, sets, curves }, printed[row.id], values, rows.units.length);
    nodes[place] = {
      id: row.id,
      planned: node,
      parent: parents[place]!,
      children,
      weights,
      link,
      sets,
      curves,
      curveAt,
      totals: [
        ...totalsOf(curves, below, weights, sets, node, scaled),
        ...(printed[row.id]?.summaries ?? []).map((summary) => summaryTotals(summary, printed[row.id]?.factor, rows)),
      ],
      reach: scaled ? scaledReach(curves[0]!, range) : range,
    };
  }
  return nodes;
}

function sharesOf(
  { children, weigh, row, option }: PlannedNode,
  planned: readonly PlannedNode[],
  rows: Rows,
): number[] {
  if (!weigh) return children.map((child) => planned[child]!.row.weight);
  const { name } = methodParts(option('weigh')!);
  assertThat(
    !(weighings as Readonly<Record<string, { traits: { fromScores?: true } }>>)[name]?.traits.fromScores,
    () => `simulateIndicators requires weights that do not follow from the indicators, got ${name} (node "${row.id}")`,
    'Give weights for its children: they stand in for those of the method.',
  );
  return [...weigh({ children: children.map((child) => planned[child]!.row.specification), columns: [], rows })];
}

/** The scores that a scaling makes of what can be had. */
function scaledReach(curve: Curve, { low, high }: { low: number; high: number }) {
  const ends = [curve.toScore(low), curve.toScore(high)];
  const highest = Number.isFinite(curve.highest) ? curve.highest : Math.max(...ends);
  return { low: Math.max(curve.lowest, Math.min(...ends)), high: highest };
}

/** What a parent can be: its children all at their ends. */
function reachOf(children: readonly SchemeNode[], weights: readonly number[], link: Link) {
  const at = (end: 'low' | 'high'): number =>
    link.from(children.reduce((sum, { reach }, index) => sum + weights[index]! * link.to(reach[end]), 0));
  return { low: at('low'), high: at('high') };
}

function totalsOf(
  curves: readonly Curve[],
  children: readonly SchemeNode[],
  weights: readonly number[],
  sets: readonly Int32Array[],
  node: PlannedNode,
  scaled: boolean,
): ColumnTotals[] {
  if (scaled)
    return curves.some(({ total }) => total !== null) ? [{ sets, values: curves.map(({ total }) => total) }] : [];
  const below = children.map(({ totals }) => totals[0]);
  const shared = below[0]?.sets;
  if (!shared || !node.aggregator.linear || !below.every((totals) => totals?.sets === shared)) return [];
  const sum = (set: number) =>
    below.reduce((all, totals, place) => all + weights[place]! * (totals!.values[set] ?? NaN), 0);
  const values = shared.map((_, set) => (Number.isNaN(sum(set)) ? null : sum(set)));
  return [{ sets: shared, values, implied: true }];
}

/** A printed sum or mean as totals: the middle of what its digits allow. */
function summaryTotals({ statistic, by, values }: PrintedSummary, factor = 1, rows: Rows): ColumnTotals {
  const sets = partition(rows, { peers: by }) ?? [Int32Array.from(rows.units.keys())];
  const names = by === undefined ? ['all'] : sets.map((set) => rows.texts(by)[set[0]!]!);
  for (const name of Object.keys(values)) {
    assertThat(
      names.includes(name),
      () => `simulateIndicators requires summaries of groups that have units, got ${JSON.stringify(name)}`,
      () => didYouMean(name, names, 'groups'),
    );
  }
  return {
    sets,
    values: sets.map((set, index) => {
      const token = values[names[index]!];
      if (token === undefined) return null;
      return (Number(token) / factor) * (statistic === 'mean' ? set.length : 1);
    }),
  };
}

/** Whether anything printed is below zero: otherwise no indicator is. */
function isSigned(printed: PublishedIndex['printed']): boolean {
  return Object.values(printed).some(({ scores = [] }) =>
    scores.some((token) => token !== null && /^[-−]/.test(token)),
  );
}
