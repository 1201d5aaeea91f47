import type { Exact } from '@indexlab/core';
import type { Variable } from '../forms/affine.js';
import type { Form } from '../forms/form.js';
import type { ClaimTable } from './world.js';

/** A row of a table, or a unit that the table's list cut off. */
export interface Row {
  /** Counted from 0; `null` for a unit that is not listed. */
  readonly row: number | null;
  readonly key: string | null;
  readonly label: string;
  /** Whether the row belongs, where the printed digits do not decide it; `null` where it surely does. */
  readonly choice: Variable | null;
}

/** A number per row. */
export interface Entry extends Row {
  readonly form: Form;
}

export type Holds = 'always' | 'possibly' | 'never';

/** Whether something holds over all values that the digits allow. */
export interface Truth {
  readonly holds: Holds;
  /** Whether it holds at the digits as printed. */
  readonly printed: boolean;
  /** Whether the digits as printed are enough to call it reproduced. */
  readonly agrees: boolean;
  /** Whether inputs are published only in part. */
  readonly partial: boolean;
  /** The share of slips (the opposite, neighbours swapped) that would be contradicted; `null` where none was planted. */
  readonly power: number | null;
  /** What the printed numbers say, in words. */
  readonly says: string;
}

/** A place or text, with what identifies it. */
export interface Item {
  readonly key: string;
  readonly label: string;
  /** Whether it belongs, where the printed digits do not decide it. */
  readonly choice?: Variable | null;
}

/** What an expression gives. */
export type Value =
  | { readonly type: 'number'; readonly form: Form }
  | ({ readonly type: 'truth' } & Truth)
  | { readonly type: 'truths'; readonly entries: readonly (Row & { readonly truth: Truth })[] }
  | {
      readonly type: 'rows';
      readonly table: ClaimTable;
      readonly rows: readonly Row[];
      /** Whether rows were named one by one, so that none is missing of a table that prints some units only. */
      readonly named?: boolean;
      /** What they were chosen by, where that should be one row: `rank 5 of ports`. */
      readonly one?: string;
    }
  | { readonly type: 'column'; readonly name: string; readonly entries: readonly Entry[]; readonly one?: string }
  | List;

/** Places or texts. */
export interface List {
  readonly type: 'list';
  readonly items: readonly Item[];
  /** One text rather than a list of one. */
  readonly single: boolean;
  /** Whether the order counts when it is compared. */
  readonly ordered: boolean;
  /** The values that order the items, all that they were picked from, and how many can be: ties may stand in any order. */
  readonly ordering?: { readonly candidates: readonly Entry[]; readonly least: number; readonly most: number };
  /** The texts that the column of a text holds, to catch a misspelt one. */
  readonly known?: { readonly table: ClaimTable; readonly column: string };
}

export function number(form: Form): Value {
  return { type: 'number', form };
}

/** A number that is known exactly. */
export function exactNumber(value: Exact): Value {
  return { type: 'number', form: { kind: 'affine', terms: new Map(), constant: value } };
}
