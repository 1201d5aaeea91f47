import { binomialInterval } from '@indexlab/stats/hypothesis-tests';
import type { RekeyedCell } from '@indexlab/adapters';

/** How far two keyings of the same cells agree. */
export interface Transcription {
  readonly cells: number;
  readonly differing: readonly RekeyedCell[];
  /** The share of cells that differ and its exact 95 % interval; of none the one-sided bound. */
  readonly rate: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Our own transcription error, from cells that were keyed a second time; blanks within a token do not count.
 */
export function transcription(rekeyed: readonly RekeyedCell[]): Transcription | null {
  if (rekeyed.length === 0) return null;
  const bare = (text: string | null): string | null => text?.replace(/\s/gu, '') ?? null;
  const differing = rekeyed.filter(({ printed, held }) => bare(printed) !== bare(held));
  const { estimate, lower, upper } = binomialInterval(differing.length, rekeyed.length);
  return { cells: rekeyed.length, differing, rate: estimate, lower, upper };
}
