import { requireArray } from '@indexlab/core';
import type { Cause } from '../dossier/causes.js';

/** A mistake of a report for readers: what it is, how far it reaches, and the rows of the ledger that it explains. */
export interface MistakeLine {
  readonly mistake: string;
  /** The most that it changes: a headline, a rank, a digit, or none of them. */
  readonly changes: string;
  readonly rows: string;
}

/** More rows than this are named in part. */
const mostRows = 4;

/**
 * The mistakes of a report as a table for readers, most material first; of many rows the first three and how many more.
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
    rows: namesOf(findings),
  }));
}

function namesOf(findings: readonly string[]): string {
  const names = findings.map((id) => id.slice(id.indexOf('/') + 1));
  const shown = names.length > mostRows ? names.slice(0, 3) : names;
  return [...shown, ...(names.length > shown.length ? [`and ${names.length - shown.length} more`] : [])].join(', ');
}
