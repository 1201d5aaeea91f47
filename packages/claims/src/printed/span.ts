import type { Exact } from '@indexlab/core';
import type { Range } from '../forms/range.js';

/** The values that something printed stands for; an end that is `null` is unbounded, an open end is not among them. */
export interface Span {
  readonly lower: Exact | null;
  readonly upper: Exact | null;
  readonly lowerOpen?: boolean;
  readonly upperOpen?: boolean;
}

/** Whether a range has a value in common with a span. */
export function meets([low, high]: Range, { lower, upper, lowerOpen = false, upperOpen = false }: Span): boolean {
  const above = lower === null ? 1 : high.compare(lower);
  const below = upper === null ? -1 : low.compare(upper);
  return (above > 0 || (above === 0 && !lowerOpen)) && (below < 0 || (below === 0 && !upperOpen));
}

/** Whether a span holds a whole range. */
export function holds(span: Span, [low, high]: Range): boolean {
  return meets([low, low], span) && meets([high, high], span);
}

/** A span times a positive number. */
export function scaledSpan(span: Span, factor: Exact): Span {
  return { ...span, lower: span.lower && span.lower.times(factor), upper: span.upper && span.upper.times(factor) };
}
