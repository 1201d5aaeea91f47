/** The least power of two above the largest magnitude of the values; 1 where all are zero. */
export function scaleOf(values: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i += 1) if (Math.abs(values[i]!) > largest) largest = Math.abs(values[i]!);
  return largest === 0 ? 1 : 2 ** Math.max(-1022, Math.floor(Math.log2(largest)) + 1);
}

/** Within these magnitudes squares, and sums of them, keep all their digits. */
const [least, most] = [1e-120, 1e120];

/**
 * The values over a power of two, exactly, where their squares would leave the doubles; as they are otherwise. For whatever
 * does not depend on the unit, such as a correlation.
 */
export function inScale(values: Float64Array): Float64Array {
  const scale = scaleOf(values);
  return scale > least && scale < most ? values : values.map((value) => value / scale);
}
