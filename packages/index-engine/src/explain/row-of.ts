import { assertThat, didYouMean, listNames } from '@indexlab/core';
import { lackingOf } from '../build/lacking.js';
import type { BuiltIndex } from '../build/built-index.js';

/** The row of a unit that has a score, in a year where the index is a panel. */
export function rowOf(caller: string, built: BuiltIndex, unit: string, year?: number): number {
  assertThat(
    year === undefined || built.years !== null,
    () => `${caller} requires no year for an index without years, got ${year}`,
    'Leave the year out, or build the index with its column of years.',
  );
  const rows = [...built.unitNames.keys()].filter(
    (row) => built.unitNames[row] === unit && (year === undefined || built.years?.[row] === year),
  );
  assertThat(
    rows.length > 0,
    () =>
      `${caller} requires a unit of the index, got ${JSON.stringify(unit)}${year === undefined ? '' : ` in ${year}`}`,
    rows.length > 0 ? undefined : didYouMean(unit, built.unitNames, 'units'),
  );
  assertThat(
    rows.length === 1,
    () => `${caller} requires a year for a panel, got none for ${unit}`,
    'Say which year, such as --year 2015.',
  );
  const row = rows[0]!;
  assertThat(
    !Number.isNaN(scoresOf(built)[row]),
    () => `${caller} requires a unit with a score, got ${unit} without one`,
    () => {
      const lacking = lackingOf(built, row);
      return lacking.length > 0 ? `It lacks ${listNames(lacking)}.` : 'A mean of its parts is not defined.';
    },
  );
  return row;
}

/** The scores of the whole index. */
export function scoresOf(built: BuiltIndex): Float64Array {
  return built.stages.scores[built.nodes[0]!.id]!;
}

/** The rows of the same year that have a score, a row itself included. */
export function rivalsOf(built: BuiltIndex, row: number): number[] {
  const total = scoresOf(built);
  return [...built.unitNames.keys()].filter(
    (other) => !Number.isNaN(total[other]) && built.years?.[other] === built.years?.[row],
  );
}

/** Refuses a level that the tree does not have. */
export function requireLevel(caller: string, built: BuiltIndex, level: number): void {
  const deepest = built.nodes.reduce((most, node) => Math.max(most, node.level), 0);
  assertThat(
    Number.isInteger(level) && level >= 0 && level <= deepest,
    () => `${caller} requires a level of the tree, 0 to ${deepest}, got ${level}`,
  );
}
