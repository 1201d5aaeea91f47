/**
 * Moves positions apart until neighbours have at least the gap between them, in the same order, within [0, length], and
 * as near to where they were as that allows (least squares). The gap shrinks when there is no room for it.
 */
export function spreadLabels(positions: readonly number[], gap: number, length: number): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => positions[a]! - positions[b]! || a - b);
  const step = Math.min(gap, length / Math.max(1, order.length - 1));
  // Without the gaps before it, each position only has to be no less than the one before: isotonic regression.
  const free = isotonic(order.map((index, place) => positions[index]! - step * place));
  const room = length - step * (order.length - 1);
  const placed = [...positions];
  order.forEach(
    (index, place) => (placed[index] = Math.min(Math.max(free[place]!, 0), Math.max(room, 0)) + step * place),
  );
  return placed;
}

/** The nearest values that never fall: neighbours that fall are replaced by their mean, until none do. */
function isotonic(values: readonly number[]): number[] {
  const blocks: { sum: number; count: number }[] = [];
  for (const value of values) {
    let block = { sum: value, count: 1 };
    for (let last = blocks.at(-1); last && last.sum / last.count > block.sum / block.count; last = blocks.at(-1)) {
      blocks.pop();
      block = { sum: last.sum + block.sum, count: last.count + block.count };
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
}
