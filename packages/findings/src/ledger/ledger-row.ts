import type { ContradictionClass, Needs, Statement } from './statement.js';
import type { Verdict } from './judge.js';

/** One claim with its verdict: a row of the findings ledger. Numbers are doubles; missing is `null`. */
export interface LedgerRow {
  readonly id: string;
  readonly report: string;
  readonly locator: string;
  readonly alsoAt: readonly string[];
  readonly kind: Statement['kind'];
  readonly statement: string;
  /** The bare token as printed, or the claim in words. */
  readonly printed: string;
  readonly unit: string | null;
  readonly qualifier: string | null;
  readonly exact: boolean | null;
  readonly printedLower: number | null;
  readonly printedUpper: number | null;
  readonly computed: number | null;
  readonly computedText: string | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** `null` for context, which is out of scope. */
  readonly verdict: Verdict | null;
  readonly why: 'rounding' | 'partial-inputs' | null;
  readonly class: ContradictionClass | null;
  readonly reading: 'truncated' | null;
  readonly needs: Needs | null;
  readonly flags: readonly string[];
  readonly sharpness: number | null;
  readonly reason: string | null;
  /** The cells the row was computed from, `table#row/column`. */
  readonly inputs: readonly string[];
  /** The same cells with what they print. */
  readonly evidence: readonly { ref: string; printed: string }[];
}
