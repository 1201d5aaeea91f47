import type { Exact, Interval } from '@indexlab/core';
import type { PrintedFigure } from '../printed/read-printed.js';

/** A column of a table as printed. */
export interface ClaimColumn {
  readonly name: string;
  readonly kind: 'number' | 'text';
  /** The printed tokens, `null` where the cell is empty. */
  readonly cells: readonly (string | null)[];
  /** Ranks and counts: not rounded. */
  readonly exact: boolean;
  /** How much one of the column's unit is: 0.01 for per cent. */
  readonly size: Exact;
}

/** A table as printed, with the roles that the language needs. */
export interface ClaimTable {
  readonly name: string;
  readonly columns: ReadonlyMap<string, ClaimColumn>;
  readonly rowCount: number;
  /** The column that names the units. */
  readonly unit: string | null;
  /** What identifies the unit of each row: its name, or a gazetteer's code. */
  readonly keys: readonly (string | null)[];
  /** The column of printed ranks. */
  readonly rank: string | null;
  /** The column of years; whole numbers in brackets mean it where there is no rank. */
  readonly time: string | null;
  /** For a list that is cut off: the table of all units, or how many there are. */
  readonly population: string | number | null;
  /** How many units there are, where the table prints some of them and the others may have any value. */
  readonly someOf?: number | null;
  /** The units that a user's file states for its columns. */
  readonly units?: ReadonlyMap<string, string>;
}

/** What is known of places beyond the tables. */
export interface Places {
  /** The key of a name as a unit of this table; `null` where no place is called that. */
  keyOf(name: string, table: ClaimTable | null): string | null;
  labelOf(key: string): string;
  /** Whether a unit belongs to a region or class; `null` where there is no such region or class. */
  belongs(key: string, region: string): boolean | null;
  /** What a membership takes for granted, where a unit belongs in part only. */
  caveat?(key: string, region: string): string | null;
  /** Names of regions and classes, for the nearest to a misspelt one. */
  readonly regions: readonly string[];
}

/** All that a claim can see. */
export interface World {
  readonly tables: ReadonlyMap<string, ClaimTable>;
  /** Printed numbers of other claims and of the text, for `text.id`. */
  readonly figures: ReadonlyMap<string, PrintedFigure>;
  /** A user's table, for `user.column`. */
  readonly user: ClaimTable | null;
  /** Tables of other dossiers, for `alias.table`. */
  readonly others: ReadonlyMap<string, ReadonlyMap<string, ClaimTable>>;
  readonly places: Places | null;
  /** Quantities that nobody prints, between bounds, for `unknown.id`. */
  readonly unknowns?: ReadonlyMap<string, readonly [Exact, Exact]>;
  /** Solves linear relations together, for claims that name a `system`. */
  readonly solve?: Solver;
}

/** Bounds of quantities over all non-negative numbers that satisfy linear relations, or that there are none. */
export type Solver = (
  relations: readonly {
    readonly name: string;
    readonly terms: Readonly<Record<string, Exact>>;
    readonly interval: Interval;
  }[],
  quantities: Readonly<Record<string, Readonly<Record<string, Exact>>>>,
) =>
  | { readonly status: 'feasible'; readonly bounds: Readonly<Record<string, Interval>> }
  | { readonly status: 'infeasible' };
