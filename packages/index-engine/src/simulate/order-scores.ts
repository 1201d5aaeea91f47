import type { RandomSource } from '@indexlab/core';
import type { ScoreBoxes } from './score-boxes.js';

/**
 * Narrows the scores of a node so that they fall in the printed order, also where they print alike: each unit gets a slot of
 * its own. What a unit may have between its neighbours is drawn.
 *
 * @param ordered rows, the best first
 * @param behind rows that stand behind all of these
 * @returns rows whose printed order their scores rule out
 */
export function orderScores(
  boxes: ScoreBoxes,
  place: number,
  ordered: readonly number[],
  behind: readonly number[],
  random: RandomSource,
): number[] {
  const conflicts: number[] = [];
  const rows = withoutConflicts(boxes, place, ordered, conflicts);
  const { high } = boxes.nodes[place]!.reach;
  const count = rows.length;
  const [floor, ceiling] = roomOf(boxes, place, rows, behind.length);
  const lower = rows.map((row) => {
    const [low, top] = [boxes.lower[place]![row]!, boxes.upper[place]![row]!];
    return top < high ? finite(low, Math.min(floor, top)) : Math.max(floor, low);
  });
  const upper = rows.map((row) =>
    boxes.upper[place]![row]! < high ? boxes.upper[place]![row]! : Math.max(ceiling, boxes.lower[place]![row]!),
  );
  for (let i = 1; i < count; i += 1) upper[i] = Math.min(upper[i]!, upper[i - 1]!);
  for (let i = count - 2; i >= 0; i -= 1) lower[i] = Math.max(lower[i]!, lower[i + 1]!);
  const points: number[] = [];
  for (let i = 0; i < count; i += 1) {
    // The first of m level units lies in the last of m equal parts, off its ends.
    let level = 1;
    while (i + level < count && upper[i + level]! > lower[i]!) level += 1;
    const from = Math.min(upper[i]!, i > 0 ? points[i - 1]! : Infinity);
    points.push(lower[i]! + ((from - lower[i]!) * (level - 0.8 + 0.6 * random.uniform())) / level);
  }
  rows.forEach((row, i) => {
    const before = boxes.save(row);
    const gap = (a: number, b: number) => [(a + b) / 2, Math.abs(a - b) * 0.1] as const;
    const [above, aboveGap] = i > 0 ? gap(points[i]!, points[i - 1]!) : [Infinity, 0];
    const next = i + 1 < count ? points[i + 1]! : behind.length > 0 ? lower[i]! : -Infinity;
    const [below, belowGap] = next === -Infinity ? [next, 0] : gap(points[i]!, next);
    boxes.narrow(place, row, below + belowGap, above - aboveGap);
    if (boxes.propagate(row)) return;
    boxes.restore(row, before);
    conflicts.push(row);
  });
  if (count === 0) return conflicts;
  // Halfway below the last one, as its own slot begins a little higher.
  const end = (points[count - 1]! + lower[count - 1]!) / 2;
  for (const row of behind) {
    const before = boxes.save(row);
    boxes.narrow(place, row, -Infinity, end);
    if (boxes.propagate(row)) continue;
    boxes.restore(row, before);
    conflicts.push(row);
  }
  return conflicts;
}

/**
 * Between which scores units lie of which only ranks are printed. Where all sum to a total they may not exceed it, and
 * must leave room for those behind them.
 */
function roomOf({ nodes, upper, rowCount }: ScoreBoxes, place: number, rows: readonly number[], behind: number) {
  const { totals, reach } = nodes[place]!;
  const total = totals[0]?.values[0] ?? null;
  const open = rows.filter((row) => upper[place]![row]! >= reach.high).length;
  if (total === null || open === 0) return [reach.low, reach.high] as const;
  const floor = behind > 0 && open === rows.length ? Math.min((2 * total) / rowCount, (0.4 * total) / open) : reach.low;
  return [floor, Math.min(reach.high, total / open)] as const;
}

const finite = (value: number, otherwise: number): number => (Number.isFinite(value) ? value : otherwise);

/** Leaves out, one after the other, the row that stands in the wrong order to most others. */
function withoutConflicts(
  { lower, upper }: ScoreBoxes,
  place: number,
  ordered: readonly number[],
  conflicts: number[],
): number[] {
  let rows = [...ordered];
  for (;;) {
    const against = rows.map(() => 0);
    for (let i = 0; i < rows.length; i += 1) {
      for (let j = i + 1; j < rows.length; j += 1) {
        if (upper[place]![rows[i]!]! >= lower[place]![rows[j]!]!) continue;
        against[i]! += 1;
        against[j]! += 1;
      }
    }
    const most = Math.max(0, ...against);
    if (most === 0) return rows;
    const worst = against.indexOf(most);
    conflicts.push(rows[worst]!);
    rows = rows.filter((_, index) => index !== worst);
  }
}
