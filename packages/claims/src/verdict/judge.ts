import { Exact, printedDecimals } from '@indexlab/core';
import { bareToken } from '../printed/bare-token.js';
import type { Bounds } from '../forms/bounds.js';
import type { Range } from '../forms/range.js';
import type { PrintedFigure } from '../printed/read-printed.js';
import { holds, meets, scaledSpan, type Span } from '../printed/span.js';
import type { Truth } from '../evaluation/value.js';

export type Verdict = 'reproduced' | 'consistent' | 'contradicted' | 'not-computable';

/** Why a claim is only consistent. */
export type Why = 'rounding' | 'partial-inputs' | 'untestable';

export interface Judgement {
  readonly verdict: Verdict;
  readonly why: Why | null;
  /** How a contradicted number would have to be read to fit. */
  readonly reading: 'truncated' | 'rounded up' | 'per cent without its sign' | null;
  /** Width of the printed interval over width of the bounds; of counts, how many values each has. */
  readonly sharpness: number | null;
}

/**
 * The verdict on a number: `reproduced` when the value computed from the digits as printed lies in the printed interval,
 * `consistent` when it does not, or inputs are published only in part, but the bounds meet it, `contradicted` when they
 * miss it. Without bounds, where a denominator may be zero, nothing can be tested.
 */
export function judgeNumber(
  printed: PrintedFigure,
  value: Range | null,
  bounds: Bounds | null,
  partial: boolean,
): Judgement {
  if (!bounds) return { verdict: 'consistent', why: 'untestable', reading: null, sharpness: null };
  const range: Range = [bounds.lower, bounds.upper];
  const sharpness = sharpnessOf(printed, range);
  if (!meets(range, printed.span))
    return { verdict: 'contradicted', why: null, reading: otherRounding(printed, range), sharpness };
  const certain = !partial || bounds.lower.equals(bounds.upper);
  if (certain && value && holds(printed.span, value))
    return { verdict: 'reproduced', why: null, reading: null, sharpness };
  return { verdict: 'consistent', why: certain ? 'rounding' : 'partial-inputs', reading: null, sharpness };
}

/** The verdict on a claim in words: only what no allowed value makes true is contradicted. */
export function judgeTruth({ holds: holding, agrees, partial }: Truth): Judgement {
  const base = { reading: null, sharpness: holding === 'possibly' ? 0 : 1 };
  if (holding === 'never') return { ...base, verdict: 'contradicted', why: null };
  if (agrees && !partial) return { ...base, verdict: 'reproduced', why: null };
  return { ...base, verdict: 'consistent', why: partial ? 'partial-inputs' : 'rounding' };
}

function sharpnessOf({ span, exact, size }: PrintedFigure, [low, high]: Range): number | null {
  if (span.lower === null || span.upper === null) return null;
  const [wide, own] = [span.upper.minus(span.lower), high.minus(low)];
  if (exact) return wide.plus(size).over(own.plus(size)).toNumber();
  return own.sign() === 0 ? null : wide.over(own).toNumber();
}

/** Whether digits that were cut off, or always raised, or a sign of per cent that is not printed, would fit. */
function otherRounding({ token, hedge, exact, size, span, unit }: PrintedFigure, range: Range): Judgement['reading'] {
  if (unit === '' && meets(range, scaledSpan(span, Exact.ratio(1n, 100n)))) return 'per cent without its sign';
  const digits = bareToken(token);
  if (exact || digits === null || (hedge !== 'none' && hedge !== 'about')) return null;
  const value = Exact.parse(digits);
  const place = Exact.ratio(1n, 10n ** BigInt(printedDecimals(digits)));
  const outwards = value.sign() < 0 ? value.minus(place) : value.plus(place);
  const inwards = value.sign() < 0 ? value.plus(place) : value.minus(place);
  const between = (a: Exact, b: Exact): Span =>
    a.compare(b) <= 0 ? { lower: a.times(size), upper: b.times(size) } : { lower: b.times(size), upper: a.times(size) };
  if (meets(range, between(value, outwards))) return 'truncated';
  return meets(range, between(value, inwards)) ? 'rounded up' : null;
}
