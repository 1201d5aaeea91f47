import type { LedgerRow } from './ledger-row.js';

/** How many rows have which verdict; context rows have none and are counted apart. */
export interface Scoreboard {
  readonly findings: number;
  readonly reproduced: number;
  readonly consistent: number;
  readonly contradicted: number;
  readonly notComputable: number;
  readonly context: number;
}

/**
 * Counts verdicts. `findings` counts statements and table invariants; context is out of scope.
 *
 * @example
 * scoreboard([{ verdict: 'reproduced' }, { verdict: null }])
 * // => { findings: 1, reproduced: 1, consistent: 0, contradicted: 0, notComputable: 0, context: 1 }
 */
export function scoreboard(rows: readonly Pick<LedgerRow, 'verdict'>[]): Scoreboard {
  const count = (verdict: LedgerRow['verdict']): number => rows.filter((row) => row.verdict === verdict).length;
  return {
    findings: rows.length - count(null),
    reproduced: count('reproduced'),
    consistent: count('consistent'),
    contradicted: count('contradicted'),
    notComputable: count('not-computable'),
    context: count(null),
  };
}
