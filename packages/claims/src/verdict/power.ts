import { Exact, printedDecimals } from '@indexlab/core';
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
  const between = plainlyMeets(figure, bounds);
  const fits = between ?? ((slip: string) => meets(bounds, alteredSpan(printed, figure, slip, options)));
  return slips.filter((slip) => !fits(slip)).length / slips.length;
}

/** Whether a plain token of the same decimals meets the bounds, on whole numbers of its last place. */
function plainlyMeets({ token, hedge, exact, size }: PrintedFigure, [low, high]: Range) {
  if (hedge !== 'none' || !/^\d{1,15}(\.\d+)?$/.test(token) || token.length > 15) return null;
  const places = Exact.ratio(10n ** BigInt(printedDecimals(token))).over(size);
  const half = exact ? Exact.zero : Exact.ratio(1n, 2n);
  const from = low.times(places).minus(half);
  const to = high.times(places).plus(half);
  const least = -Number(floor(from.negated()));
  const most = Number(floor(to));
  return (slip: string): boolean => {
    const digits = Number(slip.replace('.', ''));
    return digits >= least && digits <= most;
  };
}

function floor({ numerator, denominator }: Exact): bigint {
  const whole = numerator / denominator;
  return numerator < 0n && whole * denominator !== numerator ? whole - 1n : whole;
}
