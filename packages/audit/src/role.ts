/** What a column of a table is, or how it follows from others. Columns are meant by name; a column may have several roles. */
export type Role =
  /** Names what a row is of: a city, a firm. */
  | { readonly role: 'unit' }
  /** The time of a row. Unit, time and groups together identify a row. */
  | { readonly role: 'time' }
  /** Divides the table into parts of their own, such as sectors: ranks and shares are looked at within each. */
  | { readonly role: 'group' }
  /** Holds numbers, and should hold one in every row. */
  | { readonly role: 'value' }
  /** Holds numbers, and may have empty cells. */
  | { readonly role: 'number' }
  /**
   * Ranks, 1 for the greatest value, or for the smallest when `ascending`; within each value of another column when they
   * start anew there. A `selection` has gaps by its nature.
   */
  | {
      readonly role: 'rank';
      readonly of?: string;
      readonly within?: string;
      readonly ascending?: boolean;
      readonly selection?: boolean;
    }
  /** Ranks gained since an earlier ranking, negative when lost; the other way round when `lost`. */
  | { readonly role: 'rank change'; readonly of: string; readonly lost?: boolean }
  /** The sum of other columns. */
  | { readonly role: 'sum'; readonly of: readonly string[] }
  /** The unweighted mean of other columns. */
  | { readonly role: 'mean'; readonly of: readonly string[] }
  /** 100 times a part over its whole, in percent. */
  | { readonly role: 'share'; readonly of: readonly [part: string, whole: string] }
  /** In each group, the shares in percent of another column's cells in one whole; a `selection` leaves much of it out. */
  | { readonly role: 'share of total'; readonly of: string; readonly selection?: boolean }
  /**
   * In each group, shares of one whole, in percent: down the rows, or together with the columns `across` in each row; `supposed`
   * when only the name of the column and a sum near 100 say so: what they add up to is then a warning.
   */
  | { readonly role: 'shares'; readonly across?: readonly string[]; readonly supposed?: boolean }
  /** `scale` times numerator over denominator; 1 by default. */
  | { readonly role: 'ratio'; readonly of: readonly [numerator: string, denominator: string]; readonly scale?: number }
  /** Growth from one column to another, or of one column since the time before; in percent, unless `scale` is 1. */
  | {
      readonly role: 'growth';
      readonly of: readonly [before: string, after: string] | string;
      readonly scale?: number;
    }
  /** The second column minus the first. */
  | { readonly role: 'difference'; readonly of: readonly [before: string, after: string] }
  /** Belongs to another column and is not greater. */
  | { readonly role: 'part'; readonly of: string }
  /** In the row of this unit stands the sum, or a mean with weights that are not negative, of all other rows. */
  | { readonly role: 'row total' | 'row mean'; readonly unit: string }
  /** The same quantity as another column, or as a column of another table that has the same units. */
  | { readonly role: 'repeats'; readonly of: string; readonly table?: string }
  /** Values that do not rise from row to row. */
  | { readonly role: 'sorted' }
  /** Tiers of a value: no two overlap, and each lies between its cut-offs, where they are given. */
  | {
      readonly role: 'tier';
      readonly of: string;
      readonly cutOffs?: Readonly<Record<string, readonly [from: number | null, to: number | null]>>;
    };

export type RoleName = Role['role'];

/** The roles of a table's columns. */
export type Roles = Readonly<Record<string, Role | readonly Role[]>>;
