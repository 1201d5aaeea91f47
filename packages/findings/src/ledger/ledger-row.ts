import type { Judgement, Materiality, Place, Procedure, SmallestChange, Verdict, Why } from '@indexlab/claims';
import type { ContradictionClass, Needs, Statement } from './statement.js';

/** Another way to read a sentence, with its verdict. */
export interface RivalReading {
  readonly reading: string;
  readonly verdict: Verdict;
  readonly computed: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** One claim with its verdict: a row of the findings ledger. Numbers are doubles; missing is `null`. */
export interface LedgerRow {
  readonly id: string;
  readonly report: string;
  readonly locator: string;
  /** The locator in parts. */
  readonly at: Place | null;
  readonly alsoAt: readonly string[];
  /** Other places in parts, as far as they are known. */
  readonly also?: readonly Place[];
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
  readonly why: Why | null;
  readonly class: ContradictionClass | null;
  /** The mistake of the report that explains a contradiction: its id among the causes. */
  readonly cause: string | null;
  /** How a contradicted number would have to be read to fit. */
  readonly reading: Judgement['reading'];
  /** The procedures of rounding under which the row stands; `null` where none was tried. */
  readonly procedures?: readonly Procedure[] | null;
  readonly needs: Needs | null;
  readonly flags: readonly string[];
  readonly sharpness: number | null;
  /** The share of typing slips in what is printed that the check would contradict; 0 cannot fail. */
  readonly power: number | null;
  /** A note on the row; of a contradiction also what it means. */
  readonly reason: string | null;
  readonly assumptions: readonly string[];
  /** Other ways to read the sentence, each with its verdict. */
  readonly readings: readonly RivalReading[];
  readonly smallestChange: SmallestChange | null;
  /** Cells, or the claim itself, in which one slip of typing would explain a contradiction. */
  readonly suspects: readonly string[];
  readonly materiality: Materiality | null;
  /** How it is computed: the expression, or the name of a function. */
  readonly program: string | null;
  /** The cells the row was computed from, `table#row/column`. */
  readonly inputs: readonly string[];
  /** The same cells with what they print. */
  readonly evidence: readonly { ref: string; printed: string }[];
}
