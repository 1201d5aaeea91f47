import type { NumberColumn } from '@indexlab/core';

/** What an audit found; it never repairs. */
export interface Problem {
  readonly rule: RuleName;
  readonly severity: 'error' | 'warning';
  /** Row of data, counted from 1; `null` when the problem is the table's. */
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | number | null;
  readonly message: string;
}

export type RuleName =
  | 'empty-table'
  | 'row-count'
  | 'missing-cell'
  | 'text-cell'
  | 'duplicate-key'
  | 'duplicate-place'
  | 'duplicate-row'
  | 'unresolved-place'
  | 'ambiguous-place'
  | 'place-spellings'
  | 'absent-unit'
  | 'absent-in-some-times'
  | 'not-a-rank'
  | 'missing-rank'
  | 'repeated-rank'
  | 'rank-against-value'
  | 'row-order'
  | 'magnitude'
  | 'value-order'
  | 'impossible-rank-change'
  | 'uneven-decimals'
  | 'impossible-share'
  | 'shares-over-whole'
  | 'shares-residual'
  | 'part-over-whole'
  | 'sum-mismatch'
  | 'percentage-mismatch'
  | 'share-mismatch'
  | 'mean-mismatch'
  | 'mean-outside-parts'
  | 'tier-overlap'
  | 'outside-cut-offs'
  | 'cells-differ'
  | 'tables-differ'
  | 'truncated-digits';

/** A problem of one cell of numbers. */
export function cellProblem(rule: RuleName, { name, values }: NumberColumn, row: number, message: string): Problem {
  return { rule, severity: 'error', row: row + 1, column: name, value: values[row]!, message };
}

/** A problem of the whole table. */
export function tableProblem(rule: RuleName, column: string | null, message: string): Problem {
  return { rule, severity: 'error', row: null, column, value: null, message };
}

/** The problem as a warning: nothing is proven wrong. */
export function asWarning(problem: Problem): Problem {
  return { ...problem, severity: 'warning' };
}
