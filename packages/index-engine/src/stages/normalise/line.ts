/**
 * A scaling that is a straight line: `(direction x - origin) / span * factor + offset`.
 *
 * Most scalings are one, so that they differ in their numbers alone.
 */
export interface Line {
  readonly direction: 1 | -1;
  readonly origin: number;
  readonly span: number;
  readonly factor: number;
  readonly offset: number;
  /** Where the span is a difference, its other end: `span` is `end - origin` rounded. */
  readonly end?: number | undefined;
}

/** A line of direction 1, factor 1 and offset 0 unless stated. */
export function line({
  direction = 1,
  origin,
  span,
  factor = 1,
  offset = 0,
  end,
}: Pick<Line, 'origin' | 'span'> & Partial<Line>): Line {
  return { direction, origin, span, factor, offset, end };
}

/** The line at every value; missing stays missing. */
export function onLine(values: Float64Array, { direction, origin, span, factor, offset }: Line): Float64Array {
  const result = new Float64Array(values.length);
  for (let row = 0; row < result.length; row += 1) {
    result[row] = ((direction * values[row]! - origin) / span) * factor + offset;
  }
  return result;
}

/** The line at one value. */
export function pointOn({ direction, origin, span, factor, offset }: Line, value: number): number {
  return ((direction * value - origin) / span) * factor + offset;
}
