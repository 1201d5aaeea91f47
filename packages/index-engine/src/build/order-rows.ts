import type { RankBuffers } from './rank-buffers.js';

/** Which half of a double holds the low bits of its mantissa. */
const lowHalf = new Uint32Array(Float64Array.of(1).buffer)[0] === 0 ? 0 : 1;

/**
 * The rows from the largest score down, equal scores in the order of the data, missing ones left out.
 *
 * Doubles are sorted by themselves, without a comparison in JavaScript: the place of each row stands in the lowest bits
 * of its score. Scores that are alike in all higher bits are put in order by their full digits afterwards.
 *
 * @param rows the rows to order; `null` for all
 * @returns a view of the buffers, valid until their next use
 */
export function orderRows(scores: Float64Array, rows: Int32Array | null, buffers: RankBuffers): Int32Array {
  const count = rows ? rows.length : scores.length;
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, count))) - 1;
  const halves = new Uint32Array(buffers.keys.buffer);
  let present = 0;
  for (let place = 0; place < count; place += 1) {
    const score = scores[rows ? rows[place]! : place]!;
    if (score !== score) continue;
    // Minus zero is zero.
    buffers.keys[present] = score + 0;
    const low = 2 * present + lowHalf;
    // From the largest down equal scores follow their places, below zero too.
    halves[low] = ((halves[low]! & ~mask) | (score < 0 ? place : mask - place)) >>> 0;
    present += 1;
  }
  buffers.keys.subarray(0, present).sort();
  const order = buffers.order.subarray(0, present);
  for (let at = 0; at < present; at += 1) {
    const key = present - 1 - at;
    const bits = (halves[2 * key + lowHalf]! & mask) >>> 0;
    // The sign bit, as the smallest score below zero may have become minus zero.
    const place = halves[2 * key + 1 - lowHalf]! >>> 31 ? bits : mask - bits;
    order[at] = rows ? rows[place]! : place;
  }
  for (let start = 0; start < present; ) {
    let end = start + 1;
    let alike = true;
    while (end < present && sameHighBits(halves, present - 1 - start, present - 1 - end, mask)) {
      alike &&= scores[order[end]!] === scores[order[start]!];
      end += 1;
    }
    if (!alike) order.subarray(start, end).sort((a, b) => scores[b]! - scores[a]! || a - b);
    start = end;
  }
  return order;
}

function sameHighBits(halves: Uint32Array, a: number, b: number, mask: number): boolean {
  return (
    halves[2 * a + 1 - lowHalf] === halves[2 * b + 1 - lowHalf] &&
    (halves[2 * a + lowHalf]! & ~mask) === (halves[2 * b + lowHalf]! & ~mask)
  );
}
