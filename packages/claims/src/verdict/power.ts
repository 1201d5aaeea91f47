import type { Range } from '../forms/range.js';
import { type PrintedFigure, type PrintedOptions, readPrinted } from '../printed/read-printed.js';
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
  const at = printed.indexOf(figure.token);
  const slips = alteredTokens(figure.token);
  if (at < 0 || slips.length === 0) return null;
  const caught = slips.filter((slip) => {
    const text = `${printed.slice(0, at)}${slip}${printed.slice(at + figure.token.length)}`;
    return !meets(bounds, readPrinted(text, options).span);
  });
  return caught.length / slips.length;
}
