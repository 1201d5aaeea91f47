/** The positions of values from the largest to the smallest; equal values in the order given. */
export function descendingOrder(values: Float64Array): number[] {
  return Array.from(values, (_, position) => position).sort((a, b) => values[b]! - values[a]!);
}
