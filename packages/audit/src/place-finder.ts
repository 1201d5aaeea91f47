/** What is known about a place beside its name. */
export interface PlaceHints {
  readonly level?: 'city' | 'province' | undefined;
  readonly province?: string | undefined;
  readonly year?: number | undefined;
}

/** What a name means. */
export interface FoundPlace {
  /** The code of the place; `null` when no place, or more than one, has this name. */
  readonly code: string | null;
  /** The place, or each of the places that it may be, as a reader knows them. */
  readonly labels: readonly string[];
  /** The places that a name of none may be meant for, nearest first. */
  readonly near?: () => readonly string[];
  /** For a name of no place: which places the finder knows, as a sentence. */
  readonly holds?: string;
}

/** Finds the place that a name means: how a gazetteer is handed to an audit. */
export type PlaceFinder = (name: string, hints?: PlaceHints) => FoundPlace;
