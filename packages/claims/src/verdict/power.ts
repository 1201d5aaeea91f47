import type { Range } from '../forms/range.js';
import { alteredSpan, type PrintedFigure, type PrintedOptions } from '../printed/read-printed.js';
import { meets } from '../printed/span.js';
import { alteredTokens } from './altered-tokens.js';

/**
 * The share of typing slips in what is printed that the check would contradict: one digit replaced or two neighbours
 * swapped. A check of power 0 cannot fail.
 *
 * @param options how the printed text was read
 * @returns `null` where nothing is printed in digits
 */
export function powerOf(printed: string, figure: PrintedFigure, bounds: Range, options: PrintedOptions): number | null {
  const slips = alteredTokens(figure.token);
  if (!printed.includes(figure.token) || slips.length === 0) return null;
  return slips.filter((slip) => !meets(bounds, alteredSpan(printed, figure, slip, options))).length / slips.length;
}
