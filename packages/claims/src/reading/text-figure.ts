import type { Place } from '../verdict/claim.js';
import type { Hedge } from '../printed/hedge.js';

/** A number in a sentence of the report, which claims name instead of repeating it. */
export interface TextFigure {
  /** What it says, in plain words. */
  readonly says: string;
  /** As printed, with hedge and unit. */
  readonly printed: string;
  readonly exact: boolean;
  readonly at: Place;
  /** The cell that holds it. */
  readonly cell: string;
}

const words: Readonly<Record<Hedge, string>> = {
  none: '',
  range: '',
  about: 'about ',
  over: 'over ',
  'at-least': 'at least ',
  'less-than': 'less than ',
  'at-most': 'at most ',
  nearly: 'nearly ',
  'over-or-near': 'over or near ',
};

/**
 * A number with its hedge and unit, as a claim prints it.
 *
 * @example
 * printedText('70', 'nearly', '%') // => 'nearly 70 %'
 */
export function printedText(token: string, hedge: Hedge, unit: string): string {
  return `${words[hedge]}${token} ${unit}`.trim();
}
