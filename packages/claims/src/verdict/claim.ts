import type { Expression } from '../language/syntax.js';

/** Who has the inputs that a claim needs and the report does not print. */
export type Needs = 'public' | 'private' | 'undisclosed' | 'not-in-our-text';

/** A file that a claim needs beside what is published, and its shape. */
export interface NeededFile {
  readonly who: Needs;
  /** What it is, with unit, population and year. */
  readonly what: string;
  /** Its columns; the first names the unit. */
  readonly columns: readonly string[];
  /** The units of columns, where they matter: a mismatch is an error. */
  readonly units: Readonly<Record<string, string>>;
}

/** Where something stands in the report. */
export interface Place {
  readonly section?: string;
  readonly page?: number | string;
  readonly table?: string;
  readonly offset?: number;
}

/** What a contradiction contradicts. */
export const contradictionClasses = [
  'last digit',
  'arithmetic',
  'count',
  'order',
  'table against table',
  'text against table',
  'text against text',
  'definition',
  'method',
] as const;

export type ContradictionClass = (typeof contradictionClasses)[number];

/** How much hangs on a claim; with it a mistake requires an action, or only suggests one. */
export const materialities = ['headline', 'rank', 'digit', 'none'] as const;

export type Materiality = (typeof materialities)[number];

/** One expression with the text that it was read from. */
export interface Formula {
  readonly text: string;
  readonly expression: Expression;
}

/** A claim as data: what is said, what is printed, where, and how it is computed. */
export interface Claim {
  readonly id: string;
  readonly kind: 'statement' | 'invariant' | 'context';
  /** What the report says, in one's own words. */
  readonly says: string;
  /** What the report prints, hedge and unit included; without it the claim is a truth. */
  readonly printed: string | null;
  /** What the report prints, in words, of a claim that is true or false; without it, what it says. */
  readonly words?: string | null;
  readonly exact?: boolean;
  readonly bands?: boolean;
  readonly at: Place | null;
  readonly alsoAt: readonly Place[];
  /** How it is computed; `null` for context, and for what needs inputs that nobody publishes. */
  readonly compute: Formula | null;
  readonly lets: ReadonlyMap<string, Formula>;
  /** The claims that this one says can hold together. */
  readonly system?: readonly string[];
  readonly needs: NeededFile | null;
  /** Rival readings of the sentence by their names. */
  readonly readings: ReadonlyMap<string, Formula>;
  readonly assume: readonly string[];
  readonly note: string | null;
  /** What a contradiction would mean; shown on a contradicted row only. */
  readonly contradiction: { readonly class: ContradictionClass | null; readonly means: string | null };
  readonly cause: string | null;
  readonly materiality: Materiality | null;
  readonly flags: readonly string[];
  /** Where the claim is written: file, line and column. */
  readonly source: string;
  /** Where the formula starts in the file, to locate what is wrong inside it. */
  readonly computeAt: { readonly line: number; readonly column: number } | null;
  /** The cell that holds what is printed, where a table prints it. */
  readonly printedCell: string | null;
  /** Whether what is printed stands nowhere, but follows from what a column is: the whole of shares is 100 %. */
  readonly implied?: boolean;
  /** Why nothing can be held against what is printed: its cell prints no number. */
  readonly gap?: string;
}
