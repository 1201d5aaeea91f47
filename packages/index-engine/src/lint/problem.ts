import type { RowColumnNames } from '../specification/absent-columns.js';
import type { Specification } from '../specification/schema.js';
import type { PlannedNode } from '../build/plan.js';

/** One thing that is wrong, or likely wrong, in a specification. */
export interface SpecificationProblem {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** Where it stands, both from 1. */
  readonly line: number;
  readonly column: number;
  /** The node, or `null` for what concerns the whole specification. */
  readonly node: string | null;
  readonly reason: string;
  readonly remedy: string;
}

/** What a rule looks at. */
export interface Subject {
  readonly specification: Specification;
  readonly nodes: readonly PlannedNode[];
  /** Where each node stands in the YAML. */
  readonly paths: ReadonlyMap<string, readonly PropertyKey[]>;
  /** The columns of the data, where they are known. */
  readonly columns: readonly string[] | null;
  /** The unit of measure that the header of a column of the data gives. */
  unitOf(column: string): string | undefined;
  /** Columns that the data name otherwise than the specification says. */
  readonly names: RowColumnNames;
}

/** A rule says what it finds; its id is its name in the table of rules. */
export interface Rule {
  readonly severity: 'error' | 'warning';
  find(subject: Subject): readonly Finding[];
}

export interface Finding {
  readonly path: readonly PropertyKey[];
  readonly node?: string;
  readonly reason: string;
  readonly remedy: string;
}
