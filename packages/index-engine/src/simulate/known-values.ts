import { roundedInterval } from '@indexlab/core';
import type { KnownRange } from './curves.js';
import type { PrintedScores } from './published-index.js';
import type { SchemeNode } from './scheme.js';

/** Between which numbers something lies, row by row. */
export interface Ends {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Between which values a parent lies, by what is printed of its children. */
export function valueEnds(
  { children, weights, link }: Pick<SchemeNode, 'children' | 'weights' | 'link'>,
  scores: readonly Ends[],
  rowCount: number,
): Ends {
  const end = (which: keyof Ends) =>
    Float64Array.from({ length: rowCount }, (_, row) =>
      link.from(
        children.reduce(
          (sum, child, index) =>
            weights[index] === 0 ? sum : sum + weights[index]! * link.to(scores[child]![which][row]!),
          0,
        ),
      ),
    );
  return { lower: end('lower'), upper: end('upper') };
}

/** Between which scores a node lies, by its scaling, what is printed of it, and its values. */
export function scoreEnds(
  node: Pick<SchemeNode, 'curveAt' | 'sets' | 'curves'>,
  printed: PrintedScores | undefined,
  values: Ends | null,
  rowCount: number,
): Ends {
  const [lower, upper] = [new Float64Array(rowCount), new Float64Array(rowCount)];
  for (let row = 0; row < rowCount; row += 1) {
    const curve = node.curveAt(row);
    const token = printed?.scores?.[row] ?? null;
    const digits = token === null ? null : roundedInterval(token);
    const factor = printed?.factor ?? 1;
    const ends = values ? [values.lower[row]!, values.upper[row]!].map(curve.toScore) : [-Infinity, Infinity];
    const low = Math.max(curve.lowest, Math.min(...ends), digits ? digits.lower!.toNumber() / factor : -Infinity);
    const high = Math.min(curve.highest, Math.max(...ends), digits ? digits.upper!.toNumber() / factor : Infinity);
    [lower[row], upper[row]] = [Math.min(low, high), Math.max(low, high)];
  }
  // The one unit that can be the best, or the worst, is it.
  node.sets.forEach((set, index) => {
    for (const { score } of node.curves[index]!.anchors) {
      const able = [...set].filter((row) => lower[row]! <= score && upper[row]! >= score);
      if (able.length === 1) lower[able[0]!] = upper[able[0]!] = score;
    }
  });
  return { lower, upper };
}

/** The lowest and the highest value of peers, as far as what is printed tells them. */
export function knownRange(
  { lower, upper }: Ends,
  set: Int32Array,
  range: { readonly low: number; readonly high: number },
): KnownRange | null {
  const narrow = 0.02 * (range.high - range.low);
  const known = [...set].filter((row) => upper[row]! - lower[row]! <= narrow);
  if (known.length === 0) return null;
  const middles = known.map((row) => (lower[row]! + upper[row]!) / 2);
  return { low: Math.min(...middles), high: Math.max(...middles), all: known.length === set.length };
}
