/** A column of numbers, missing ones as NaN. */
type Values = ArrayLike<number>;

/** Fewer rows above than this make no sum: three small numbers often add up by chance. */
const fewestRows = 3;

/**
 * Whether the last of the rows holds the sums of those above it in every column of numbers that it fills, to the printed
 * digits; only where at least three rows stand above it.
 */
export function endsInSums(columns: readonly Values[], rows: ArrayLike<number>): boolean {
  const last = rows[rows.length - 1];
  if (last === undefined || rows.length - 1 < fewestRows) return false;
  let filled = 0;
  for (const values of columns) {
    const stated = values[last]!;
    if (Number.isNaN(stated)) continue;
    let sum = 0;
    let size = 0;
    let count = 0;
    for (let index = 0; index < rows.length - 1; index += 1) {
      const value = values[rows[index]!]!;
      if (Number.isNaN(value)) continue;
      sum += value;
      size += Math.abs(value);
      count += 1;
    }
    // Doubles of printed decimals add up to the sum but for their last bits.
    if (count < fewestRows || size === 0 || Math.abs(sum - stated) > 1e-12 * count * size) return false;
    filled += 1;
  }
  return filled > 0;
}
