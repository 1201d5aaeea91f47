import type { ContradictionClass, Materiality, Needs, Place } from '@indexlab/claims';
import type { Exact, Interval, PrintedNumber } from '@indexlab/core';
import type { Evidence } from './evidence.js';

export type { ContradictionClass, Needs };

/** A finding with a number: its value from the digits as printed, its bounds over all that they allow. */
export interface ComputedNumber {
  readonly value: Exact | null;
  readonly bounds: Interval;
  /** Inputs are published only in part: the value is at best consistent. */
  readonly partial?: boolean;
}

/** A finding in words: whether it holds for all values that the digits allow, for some, or for none. */
export interface ComputedText {
  readonly holds: 'always' | 'possibly' | 'never';
  /** What the published numbers say, in words. */
  readonly text: string;
  readonly partial?: boolean;
  /** The share of planted opposites that would be contradicted, where the digits leave the claim open. */
  readonly power?: number;
}

/** A finding that cannot be computed from what is published. */
export interface NotComputable {
  readonly needs: Needs;
  /** Which inputs, in what shape, and which function takes them. */
  readonly inputs: string;
}

export type Computed = ComputedNumber | ComputedText | NotComputable;

/** What a report prints: a number, or a claim in English words. */
export type Printed = PrintedNumber | string;

/** One claim of a report, and the function that computes it from the published tables. */
export interface Statement {
  /** `<report>/<slug>`. */
  readonly id: string;
  readonly kind: 'statement' | 'invariant' | 'context';
  /** In English, with the Chinese terms and place names beside; never the report's own sentence. */
  readonly statement: string;
  /** Where it stands: heading or table, and character offset in the report's text. */
  readonly locator: string;
  readonly alsoAt?: readonly string[];
  /** The printed number, or the claim in English words; a function where it stands in a cell of a table. */
  readonly printed: Printed | ((evidence: Evidence) => Printed);
  /** Absent for context: figures of others, out of scope. */
  readonly compute?: (evidence: Evidence) => Computed | Promise<Computed>;
  /** What a contradiction of this claim would contradict. */
  readonly class?: ContradictionClass;
  /** A note that holds whatever the verdict: a convention chosen, a source, or why it is out of scope. */
  readonly reason?: string;
  /** What a contradiction means; a row that is not contradicted does not say it. */
  readonly means?: string;
  readonly flags?: readonly string[];
  /** The locator in parts. */
  readonly at?: Place;
  /** Other places in parts. */
  readonly also?: readonly Place[];
  /** The mistake of the report that explains a contradiction. */
  readonly cause?: string;
  readonly materiality?: Materiality;
  /** What the check takes for granted. */
  readonly assumptions?: readonly string[];
}
