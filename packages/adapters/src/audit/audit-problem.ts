import type { NumberColumn } from '@indexlab/core';

/** What an audit found; it never repairs. */
export interface AuditProblem {
  readonly rule: AuditRule;
  readonly severity: 'error' | 'warning';
  /** Row of data, counted from 1; `null` when the problem is the table's. */
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | number | null;
  readonly message: string;
}

export type AuditRule =
  | 'empty-table'
  | 'row-count'
  | 'missing-cell'
  | 'duplicate-key'
  | 'duplicate-place'
  | 'duplicate-row'
  | 'unresolved-place'
  | 'ambiguous-place'
  | 'absent-unit'
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
  | 'part-over-whole'
  | 'sum-mismatch'
  | 'percentage-mismatch'
  | 'mean-outside-parts'
  | 'tables-differ'
  | 'truncated-digits';

/** A problem of one cell of numbers. */
export function cellProblem(
  rule: AuditRule,
  { name, values }: NumberColumn,
  row: number,
  message: string,
): AuditProblem {
  return { rule, severity: 'error', row: row + 1, column: name, value: values[row]!, message };
}

/** A problem of the whole table. */
export function tableProblem(rule: AuditRule, column: string | null, message: string): AuditProblem {
  return { rule, severity: 'error', row: null, column, value: null, message };
}

/** The rows in which a column has a value. */
export function rowsWith({ values }: NumberColumn): number[] {
  return [...values.keys()].filter((row) => !Number.isNaN(values[row]));
}
