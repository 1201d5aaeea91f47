import { assertThat } from '@indexlab/core';
import type { BuiltIndex } from './built-index.js';
import { type Contribution, contributions } from './contributions.js';

/** Why a unit stands where it does: what `indexlab explain --json` prints. */
export interface ExplainDocument {
  readonly unit: string;
  readonly year: number | null;
  readonly score: number;
  readonly rank: number;
  /** Of the first level, the largest first. */
  readonly contributions: readonly Contribution[];
  /** The units around it, the better first, with how far their scores are. */
  readonly nearest: readonly { readonly unit: string; readonly rank: number; readonly score: number; readonly gap: number }[];
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
export function explainDocument(built: BuiltIndex, unit: string, options: { year?: number; neighbours?: number } = {}): ExplainDocument {
  const { year, neighbours = 2 } = options;
  const rows = built.unitNames.flatMap((name, row) => (name === unit && (year === undefined || built.years?.[row] === year) ? [row] : []));
  assertThat(rows.length > 0, () => `explain requires a unit of the index, got ${JSON.stringify(unit)}${year === undefined ? '' : ` in ${year}`}`);
  assertThat(rows.length === 1, () => `explain requires a year for a panel, got none for ${unit}`, 'Say which year, such as --year 2015.');
  const row = rows[0]!;
  const total = built.stages.scores[built.nodes[0]!.id]!;
  assertThat(!Number.isNaN(total[row]), () => `explain requires a unit with a score, got ${unit} without one`, 'The log says which indicators it lacks.');
  const ranked = [...built.unitNames.keys()]
    .filter((other) => !Number.isNaN(total[other]) && built.years?.[other] === built.years?.[row])
    .sort((a, b) => total[b]! - total[a]! || a - b);
  const place = ranked.indexOf(row);
  return {
    unit,
    year: built.years?.[row] ?? built.specification.year ?? null,
    score: total[row]!,
    rank: built.rank[row]!,
    contributions: contributions(built, unit, 1, row),
    nearest: ranked
      .slice(Math.max(0, place - neighbours), place + neighbours + 1)
      .filter((other) => other !== row)
      .map((other) => ({ unit: built.unitNames[other]!, rank: built.rank[other]!, score: total[other]!, gap: total[other]! - total[row]! })),
  };
}
