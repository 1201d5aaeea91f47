import { binomialInterval } from '@indexlab/stats/hypothesis-tests';
import type { RekeyedCell } from '@indexlab/adapters';
import type { Page } from './page.js';

/** How far two keyings of the same cells agree. */
export interface Transcription {
  readonly cells: number;
  readonly differing: readonly RekeyedCell[];
  /** Those that differed until the text was looked up again. */
  readonly lookedUp: readonly RekeyedCell[];
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
  const lookedUp = rekeyed.filter((cell) => cell.note !== '' && !differing.includes(cell));
  return { cells: rekeyed.length, differing, lookedUp, rate: estimate, lower, upper };
}

/** The same in a sentence. */
export function transcriptionLine({ dossier, words }: Page): string | null {
  const keyed = transcription(dossier.rekeyed);
  if (keyed === null) return null;
  const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
  const what = words.keyedOf(keyed.cells, dossier.tables.length > 0);
  return words.keyed(what, keyed.differing.length, percent(keyed.rate), percent(keyed.lower), percent(keyed.upper));
}
