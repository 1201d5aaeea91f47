/** What a report prints of one node. */
export interface PrintedScores {
  /** One token per unit, as printed (`"10.1914"`); `null` where none is printed. */
  readonly scores?: readonly (string | null)[] | undefined;
  /** The same scores where they are printed once more, with other digits; given up first where they disagree. */
  readonly repeated?: readonly (readonly (string | null)[])[] | undefined;
  /** One rank per unit, 1 the best; `null` where none is printed. */
  readonly ranks?: readonly (number | null)[] | undefined;
  /** The list is cut off: a unit that is not in it stands behind the last one that is. */
  readonly leading?: boolean | undefined;
  /** What a score of one prints as: 100 where shares are printed in percent. 1 unless stated. */
  readonly factor?: number | undefined;
  /** Sums or means over units that are printed beside single scores, or in their place. */
  readonly summaries?: readonly PrintedSummary[] | undefined;
}

/** A printed sum or mean of the scores of all units, or of groups of them. */
export interface PrintedSummary {
  readonly statistic: 'sum' | 'mean';
  /** The column of texts that groups the units; without it all are one group, called `all`. */
  readonly by?: string | undefined;
  /** Printed tokens, by group; groups that are not in it are free. */
  readonly values: Readonly<Record<string, string>>;
}

/** What a report prints of an index. */
export interface PublishedIndex {
  readonly units: readonly string[];
  /** By node; a node of which nothing is printed is left out. */
  readonly printed: Readonly<Record<string, PrintedScores>>;
  /** Columns that the specification names beside the indicators: groups and denominators. */
  readonly columns?: Readonly<Record<string, ArrayLike<string> | ArrayLike<number>>> | undefined;
}

/** A printed cell. */
export interface PrintedCell {
  readonly unit: string;
  readonly node: string;
  readonly printed: string;
}

/** A printed cell that other printed cells of its unit, or those behind it in the list, rule out. */
export interface ConflictingCell extends PrintedCell {
  readonly reason: string;
}
