import type { NumberColumn } from '@indexlab/core';
import { rowsWith } from './rows-with.js';
import { isRank } from './rules/not-a-rank.js';

/** The rows that have a rank, best first; rows of one rank in the order of the table. */
export function rowsByRank(ranks: NumberColumn, rows: readonly number[]): number[] {
  return rowsWith(ranks, rows)
    .filter((row) => isRank(ranks, row))
    .sort((a, b) => ranks.values[a]! - ranks.values[b]!);
}
