/**
 * Numbers as a statistician would write them down, with so many significant digits. Counts are whole where that costs no
 * score its digits: in columns that reach millions, or only above a million where logarithms are taken of them.
 */
export function legible(values: Float64Array, digits: number, counts: 'none' | 'plain' | 'logged'): Float64Array {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const whole = (value: number) => counts !== 'none' && (counts === 'plain' ? largest : Math.abs(value)) >= 1e6;
  return values.map((value) => (whole(value) ? Math.round(value) : Number(value.toPrecision(digits))));
}
