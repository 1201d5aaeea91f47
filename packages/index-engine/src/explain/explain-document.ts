import { requireObject, requireOptions } from '@indexlab/core';
import type { BuiltIndex } from '../build/built-index.js';
import { type Contribution, contributions } from './contributions.js';
import { rivalsOf, rowOf, scoresOf } from './row-of.js';

/** Why a unit stands where it does: what `indexlab explain --json` prints. */
export interface ExplainDocument {
  readonly unit: string;
  readonly year: number | null;
  readonly score: number;
  readonly rank: number;
  /** Of the first level, the largest first. */
  readonly contributions: readonly Contribution[];
  /** The units around it, the better first, with how far their scores are. */
  readonly nearest: readonly {
    readonly unit: string;
    readonly rank: number;
    readonly score: number;
    readonly gap: number;
  }[];
}

/**
 * A unit's score, rank, contributions and neighbours in the ranking.
 *
 * @param options `year` for a panel; `neighbours` on either side, two by default
 * @throws IndexlabError when there is no such unit, a panel needs a year, or the unit has no score
 *
 * @example
 * const specification = readSpecification('id: d\ntitle: D\ntree: { id: t, title: T, children: [{ id: a, title: A }] }');
 * const built = buildIndex(specification, { place: ['x', 'y'], a: [3, 4] });
 * explainDocument(built, 'x').nearest // => [{ unit: 'y', rank: 1, score: 4, gap: 1 }]
 */
export function explainDocument(
  built: BuiltIndex,
  unit: string,
  options: { year?: number; neighbours?: number } = {},
): ExplainDocument {
  requireObject(built, 'explainDocument', 'built', ['specification', 'stages', 'unitNames']);
  requireOptions(options, 'explainDocument', { year: 'a number', neighbours: 'a number' });
  const { year, neighbours = 2 } = options;
  const row = rowOf('explain', built, unit, year);
  const total = scoresOf(built);
  const ranked = rivalsOf(built, row).sort((a, b) => total[b]! - total[a]! || a - b);
  const place = ranked.indexOf(row);
  return {
    unit,
    year: built.years?.[row] ?? built.specification.year ?? null,
    score: total[row]!,
    rank: built.rank[row]!,
    contributions: contributions(built, unit, 1, year),
    nearest: ranked
      .slice(Math.max(0, place - neighbours), place + neighbours + 1)
      .filter((other) => other !== row)
      .map((other) => ({
        unit: built.unitNames[other]!,
        rank: built.rank[other]!,
        score: total[other]!,
        gap: total[other]! - total[row]!,
      })),
  };
}
