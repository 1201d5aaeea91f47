import { requireArray } from '@indexlab/core';
import type { Cause } from '../dossier/causes.js';

/** A mistake of a report for readers: what it is, how far it reaches, and the rows of the ledger that it explains. */
export interface MistakeLine {
  readonly mistake: string;
  /** The most that it changes: a headline, a rank, a digit, or none of them. */
  readonly changes: string;
  readonly rows: string;
}

/**
 * The mistakes of a report as a table for readers, most material first.
 *
 * @param causes the mistakes, as `judgeReport` gives them
 *
 * @example
 * const { causes } = await judgeReport('cisi-2015');
 * mistakeTable(causes)[0].rows // => 'stage-4-reachable, weighted-sum'
 */
export function mistakeTable(causes: readonly Cause[]): MistakeLine[] {
  requireArray(causes, 'mistakeTable', 'causes');
  return causes.map(({ title, materiality, findings }) => ({
    mistake: title,
    changes: materiality,
    rows: findings.map((id) => id.slice(id.indexOf('/') + 1)).join(', '),
  }));
}
