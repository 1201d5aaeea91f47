import { roundedInterval } from '@indexlab/core';
import { type BuiltIndex, peerRanks } from '@indexlab/index-engine';
import { gini } from '@indexlab/stats';
import type { SimulatedCell } from './planned-cells.js';

/** A printed cell beside what the index built from simulated indicators gives. */
export interface ComparedCell extends SimulatedCell {
  readonly built: number;
  readonly reproduced: boolean;
}

/**
 * Holds printed cells against an index that was built from simulated indicators.
 *
 * @param others indices of the same dossier, for growth over them
 */
export function compareCells(
  built: BuiltIndex,
  cells: readonly SimulatedCell[],
  others: ReadonlyMap<string, BuiltIndex>,
): ComparedCell[] {
  const rowOf = new Map(built.unitNames.map((unit, row) => [unit, row]));
  const known = new Map<string, Float64Array>();
  const rankColumn = (node: string): Float64Array => {
    const column = known.get(node) ?? peerRanks(built, built.stages.scores[node]!);
    known.set(node, column);
    return column;
  };
  return cells.map((cell) => {
    const { is, node, factor, printed } = cell;
    if (is.kind === 'rank') {
      const value = rankColumn(node)[rowOf.get(is.unit)!]!;
      return { ...cell, built: value, reproduced: value === Number(printed) };
    }
    const value =
      is.kind === 'score'
        ? built.stages.scores[node]![rowOf.get(is.unit)!]! * factor
        : summaryValue(built, cell, others);
    return {
      ...cell,
      built: value,
      reproduced: is.kind === 'count' ? value === Number(printed) : roundsTo(value, printed),
    };
  });
}

function summaryValue(
  built: BuiltIndex,
  { node, factor, is }: SimulatedCell,
  others: ReadonlyMap<string, BuiltIndex>,
): number {
  if (!('group' in is)) return NaN;
  const { kind, group, by, growth } = is;
  const valuesOf = (index: BuiltIndex, of: string, at = node): number[] => {
    const column = index.stages.scores[at]!;
    if (of === 'all') return [...column];
    const groups = by === 'tier' && index.tier ? tierNames(index) : index.rows.texts(by!);
    return [...column].filter((_, row) => groups[row] === of);
  };
  const statistic = (index: BuiltIndex): number => {
    const values = valuesOf(index, group);
    const sum = values.reduce((all, value) => all + value, 0);
    if (kind === 'count') return values.length;
    if (kind === 'gini') return gini(values);
    if (kind === 'share') return sum / valuesOf(index, 'all').reduce((all, value) => all + value, 0);
    if (kind === 'part') return sum / valuesOf(index, group, index.nodes[0]!.id).reduce((all, value) => all + value, 0);
    return kind === 'sum' || kind === 'increase' ? sum : sum / values.length;
  };
  const now = statistic(built);
  if (growth === undefined) return kind === 'count' ? now : now * factor;
  const before = statistic(others.get(growth)!);
  return (kind === 'increase' ? now - before : now / before - 1) * factor;
}

function tierNames({ tier, tierLabels }: BuiltIndex): (string | null)[] {
  return Array.from(tier!, (own) => tierLabels?.[own - 1] ?? null);
}

function roundsTo(value: number, token: string): boolean {
  const { lower, upper } = roundedInterval(token);
  const slack = 1e-12 * Math.abs(value);
  return value >= lower!.toNumber() - slack && value <= upper!.toNumber() + slack;
}
