/**
 * Moves positions apart until neighbours have at least the gap between them, in the same order, within
 * [0, length]: down from the first, then back up from the end. The gap shrinks when there is no room for it.
 */
export function spreadLabels(positions: readonly number[], gap: number, length: number): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => positions[a]! - positions[b]! || a - b);
  const step = Math.min(gap, length / Math.max(1, order.length - 1));
  const placed = [...positions];
  let floor = 0;
  for (const index of order) {
    placed[index] = Math.max(placed[index]!, floor);
    floor = placed[index]! + step;
  }
  let ceiling = length;
  for (const index of order.reverse()) {
    placed[index] = Math.min(placed[index]!, ceiling);
    ceiling = placed[index]! - step;
  }
  return placed;
}
