import { requireObject } from '@indexlab/core';
import type { BuiltIndex, LogEntry } from './built-index.js';

/** A built index as one document: what `indexlab build --json` prints. Missing is `null`. */
export interface BuildDocument {
  readonly index: string;
  readonly units: readonly {
    readonly unit: string;
    readonly year: number | null;
    readonly scores: Readonly<Record<string, number | null>>;
    readonly rank: number | null;
    readonly tier: number | null;
    /** Only where the tiers have names. */
    readonly tierName?: string | null;
  }[];
  readonly nodes: readonly {
    readonly id: string;
    readonly level: number;
    readonly parent: string | null;
    readonly weight: number | null;
    readonly effectiveWeight: number | null;
  }[];
  readonly log: readonly LogEntry[];
}

/**
 * A built index as one document of plain values, units in the order of the data.
 *
 * @example
 * const specification = readSpecification('id: d\ntitle: D\ntree: { id: t, title: T, children: [{ id: a, title: A }] }');
 * buildDocument(buildIndex(specification, { place: ['x'], a: [3] })).units
 * // => [{ unit: 'x', year: null, scores: { t: 3, a: 3 }, rank: 1, tier: null }]
 */
export function buildDocument(built: BuiltIndex): BuildDocument {
  requireObject(built, 'buildDocument', 'built', ['specification', 'stages', 'unitNames']);
  const { scores } = built.stages;
  const ids = built.nodes.map(({ id }) => id);
  const names = built.tierLabels;
  return {
    index: built.index,
    units: built.unitNames.map((unit, row) => ({
      unit,
      year: built.years?.[row] ?? built.specification.year ?? null,
      scores: Object.fromEntries(ids.map((id) => [id, known(scores[id]![row]!)])),
      rank: known(built.rank[row]!),
      tier: known(built.tier?.[row] ?? NaN),
      ...(names && { tierName: names[built.tier![row]! - 1] ?? null }),
    })),
    nodes: built.nodes.map(({ id, level, parent, weight, effectiveWeight }) => ({
      id,
      level,
      parent,
      weight: known(weight),
      effectiveWeight: known(effectiveWeight),
    })),
    log: built.log,
  };
}

/**
 * The scores as a table: one row per unit (and year), one column per node, ready for CSV, XLSX or JSON.
 *
 * @param columns `scores` of all nodes, or the columns of another stage such as `normalised`
 *
 * @example
 * const specification = readSpecification('id: d\ntitle: D\ntree: { id: t, title: T, children: [{ id: a, title: A }] }');
 * resultRows(buildIndex(specification, { place: ['x'], a: [3] })) // => [{ unit: 'x', rank: 1, t: 3, a: 3 }]
 */
export function resultRows(
  built: BuiltIndex,
  columns: keyof BuiltIndex['stages'] = 'scores',
): Record<string, string | number | null>[] {
  requireObject(built, 'resultRows', 'built', ['specification', 'stages', 'unitNames']);
  const stage = built.stages[columns];
  const ids = built.nodes.map(({ id }) => id).filter((id) => Object.hasOwn(stage, id));
  return built.unitNames.map((unit, row) =>
    Object.fromEntries([
      ['unit', unit],
      ...(built.years ? [['year', built.years[row]!]] : []),
      ['rank', known(built.rank[row]!)],
      ...(built.tier ? [['tier', known(built.tier[row]!)]] : []),
      ...ids.map((id) => [id, known(stage[id]![row]!)]),
    ] as [string, string | number | null][]),
  );
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
