import { Exact, printedDecimals } from '@indexlab/core';
import type { Box, Variable } from '../forms/affine.js';
import { boundsOf } from '../forms/bounds.js';
import type { Form } from '../forms/form.js';
import { bareToken } from '../printed/bare-token.js';
import type { PrintedFigure } from '../printed/read-printed.js';
import { meets, scaledSpan, type Span } from '../printed/span.js';

/** How a report may have made its printed digits. */
export const procedures = ['half up', 'half even', 'down', 'up'] as const;

export type Procedure = (typeof procedures)[number];

const [two, half] = [Exact.ratio(2n), Exact.ratio(1n, 2n)];

/**
 * The procedures of rounding under which a claim stands, its cells and what it prints rounded alike; `null` where
 * nothing was rounded, or the form is no sum and no ratio of sums.
 */
export function standsUnder(printed: PrintedFigure, form: Form): readonly Procedure[] | null {
  const token = bareToken(printed.token);
  if (token === null || printed.hedge !== 'none' || printed.exact || form.kind === 'operation') return null;
  return procedures.filter((procedure) => {
    const bounds = boundsOf(form, boxOf(procedure));
    return bounds !== null && meets([bounds.lower, bounds.upper], scaledSpan(spanOf(token, procedure), printed.size));
  });
}

/** What a rounded cell stands for; what is exact, chosen or not printed stays as it is. */
function boxOf(procedure: Procedure): Box {
  return ({ lower, upper, printed, choice, unlisted }: Variable) => {
    if (procedure.startsWith('half') || choice || unlisted || lower.equals(upper)) return [lower, upper];
    const place = upper.minus(lower);
    const outwards = procedure === 'down' ? place : place.negated();
    const end = printed.plus(printed.sign() < 0 ? outwards.negated() : outwards);
    return end.compare(printed) < 0 ? [end, printed] : [printed, end];
  };
}

/** What a printed number stands for, with the ends that the procedure leaves out. */
function spanOf(token: string, procedure: Procedure): Span {
  const value = Exact.parse(token);
  const place = Exact.ratio(1n, 10n ** BigInt(printedDecimals(token)));
  const isNegative = value.sign() < 0;
  const size = isNegative ? value.negated() : value;
  const span = spanOfSize(size, place, procedure, Number(token.at(-1)) % 2 === 0);
  if (!isNegative) return span;
  const { lower, upper, lowerOpen = false, upperOpen = false } = span;
  return { lower: upper!.negated(), upper: lower!.negated(), lowerOpen: upperOpen, upperOpen: lowerOpen };
}

function spanOfSize(size: Exact, place: Exact, procedure: Procedure, even: boolean): Span {
  const margin = place.times(half);
  switch (procedure) {
    case 'half up':
      return { lower: size.minus(margin), upper: size.plus(margin), upperOpen: true };
    case 'half even':
      return { lower: size.minus(margin), upper: size.plus(margin), lowerOpen: !even, upperOpen: !even };
    case 'down':
      return { lower: size, upper: size.plus(margin.times(two)), upperOpen: true };
    case 'up':
      return { lower: size.minus(margin.times(two)), upper: size, lowerOpen: true };
  }
}
