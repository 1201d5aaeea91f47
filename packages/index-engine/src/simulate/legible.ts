/**
 * Numbers as a statistician would write them down: whole where the column counts millions, else with so many significant
 * digits.
 */
export function legible(values: Float64Array, digits: number, counts: boolean): Float64Array {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (counts && largest >= 1e6) return values.map((value) => Math.round(value));
  return values.map((value) => Number(value.toPrecision(digits)));
}
