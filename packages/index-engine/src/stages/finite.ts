import { IndexlabError } from '@indexlab/core';
import { type Summary, summarise } from './normalise/summaries.js';

/** Where a column stands, for messages. */
export interface ColumnPlace {
  /** The function that the reader called, or the stage. */
  readonly caller: string;
  readonly column: string;
  /** The names of the units, where they are known. */
  readonly units?: readonly string[] | undefined;
}

/** Refuses infinite values, and names the first one. */
export function requireFinite(values: Float64Array, place: ColumnPlace, summary: Summary = summarise(values)): void {
  if (summary.low !== -Infinity && summary.high !== Infinity) return;
  const row = values.findIndex((value) => value === Infinity || value === -Infinity);
  throw new IndexlabError(`${place.caller} requires finite numbers, got ${values[row]} (${cellName(place, row)})`, {
    remedy: 'Leave the cell empty where the value is not known.',
  });
}

/**
 * Refuses what a stage made of good values: infinities, and gaps where there was a value.
 *
 * @param before the column before the stage
 */
export function requireResult(before: Float64Array, after: Float64Array, place: ColumnPlace): void {
  if (before === after) return;
  const row = after.findIndex(
    (value, at) => !(value - value === 0) && (!Number.isNaN(value) || !Number.isNaN(before[at])),
  );
  if (row < 0) return;
  throw new IndexlabError(
    `${place.caller} requires values whose results are finite numbers, got ${before[row]}, which gives ${after[row]} (${cellName(place, row)})`,
    {
      remedy: 'The value or the spread of its column is beyond what the method can take: check the cell and its unit.',
    },
  );
}

/** A cell as messages name it: column, unit where known, row. */
export function cellName({ column, units }: ColumnPlace, row: number): string {
  return `column "${column}", ${units?.[row] === undefined ? '' : `${units[row]}, `}row ${row + 1}`;
}
