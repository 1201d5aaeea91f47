import { orderRows } from './order-rows.js';
import type { RankBuffers } from './rank-buffers.js';
import { compareRatios, type Ratio } from './ratio.js';

export interface RankRules {
  /** Which rank equal scores get: the best of their places, none left out behind, the mean, the worst, or as in the data. */
  readonly rule: 'min' | 'dense' | 'average' | 'max' | 'first';
  /** Rows that are ranked together; `null` for all. */
  readonly sets: readonly Int32Array[] | null;
  readonly buffers: RankBuffers;
  /** A score without rounding. */
  exactly(row: number): Ratio;
}

/** Scores that lie closer than this share of the largest one may be equal but for rounding. */
const nearness = 2 ** -44;

/**
 * Ranks scores from the largest down; a missing score has rank `NaN`. Scores closer than rounding are compared exactly.
 *
 * @param into where the ranks go
 */
export function rankRows(scores: Float64Array, into: Float64Array, rules: RankRules): void {
  into.fill(NaN);
  if (rules.sets) for (const set of rules.sets) rankTogether(scores, set, into, rules);
  else rankTogether(scores, null, into, rules);
}

function rankTogether(scores: Float64Array, rows: Int32Array | null, into: Float64Array, rules: RankRules): void {
  const order = orderRows(scores, rows, rules.buffers);
  const settled = settle(scores, order, rules);
  let dense = 0;
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && (settled?.get(end) ?? scores[order[end]!] === scores[order[start]!])) end += 1;
    dense += 1;
    for (let at = start; at < end; at += 1) into[order[at]!] = rankAt(rules.rule, at, start, end, dense);
    start = end;
  }
}

/**
 * Puts rows whose scores differ by no more than rounding in their exact order. Rows of equal scores stay together.
 *
 * @returns for each place of such rows whether it is level with the place before; `null` where there are none
 */
function settle(scores: Float64Array, order: Int32Array, { exactly }: RankRules): Map<number, boolean> | null {
  if (order.length === 0) return null;
  const near = nearness * Math.max(Math.abs(scores[order[0]!]!), Math.abs(scores[order[order.length - 1]!]!));
  let settled: Map<number, boolean> | null = null;
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && scores[order[end - 1]!]! - scores[order[end]!]! <= near) end += 1;
    if (scores[order[start]!] !== scores[order[end - 1]!]) {
      settled ??= new Map();
      let place = start;
      for (const rows of exactGroups(scores, order.subarray(start, end), exactly)) {
        rows.forEach((row, index) => {
          order[place] = row;
          settled!.set(place, index > 0);
          place += 1;
        });
      }
    }
    start = end;
  }
  return settled;
}

/** Rows of exactly equal scores, from the largest score down, each group in the order of the data. */
function exactGroups(scores: Float64Array, rows: Int32Array, exactly: RankRules['exactly']): number[][] {
  const byScore = new Map<number, number[]>();
  for (const row of rows) {
    const score = scores[row]! + 0;
    const own = byScore.get(score);
    if (own) own.push(row);
    else byScore.set(score, [row]);
  }
  const groups = Array.from(byScore.values(), (own) => ({ rows: own, exact: exactly(own[0]!) }));
  groups.sort((a, b) => compareRatios(b.exact, a.exact));
  const merged: typeof groups = [];
  for (const group of groups) {
    const last = merged.at(-1);
    if (last && compareRatios(last.exact, group.exact) === 0) last.rows.push(...group.rows);
    else merged.push(group);
  }
  return merged.map((group) => group.rows.sort((a, b) => a - b));
}

function rankAt(rule: RankRules['rule'], at: number, start: number, end: number, dense: number): number {
  switch (rule) {
    case 'min':
      return start + 1;
    case 'max':
      return end;
    case 'average':
      return (start + 1 + end) / 2;
    case 'dense':
      return dense;
    case 'first':
      return at + 1;
  }
}
