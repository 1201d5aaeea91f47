import { cellRanges } from './cell-ranges.js';
import type { LedgerRow } from './ledger-row.js';

/**
 * Rows as other programs read them: inputs as ranges of cells, without what each cell prints.
 *
 * @example
 * ledgerJson([]) // => []
 */
export function ledgerJson(rows: readonly LedgerRow[]): Omit<LedgerRow, 'evidence'>[] {
  return rows.map(({ evidence, ...row }) => ({ ...row, inputs: cellRanges(evidence).map(({ ref }) => ref) }));
}
