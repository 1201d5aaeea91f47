/** Values at least so many are sorted by longer digits. */
const many = 4096;

/**
 * The places of values in ascending order, equal ones as they stand, missing ones (`NaN`) last: a radix sort of their bits, in
 * passes over digits that all have in common left out. Zero and minus zero are one value.
 *
 * The upper half of the bits tells nearly all values apart, so that it is sorted alone, and what it leaves is put right by
 * insertion; where that is more than a little, the lower half is sorted first.
 */
export function sortOrder(values: Float64Array): Int32Array {
  const count = values.length;
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * count);
  const [lowWord, highWord] = littleEndian ? [0, 1] : [1, 0];
  const low = new Uint32Array(count);
  const high = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) {
    const value = values[i]!;
    if (value !== value) {
      low[i] = high[i] = 0xffffffff;
    } else if (value !== 0) {
      // As whole numbers, positive doubles are in order; negative ones, with all bits turned, too.
      const negative = words[2 * i + highWord]! >>> 31 === 1;
      low[i] = negative ? ~words[2 * i + lowWord]! : words[2 * i + lowWord]!;
      high[i] = negative ? ~words[2 * i + highWord]! : words[2 * i + highWord]! | 0x80000000;
    } else {
      high[i] = 0x80000000;
    }
  }
  const byUpperHalf = sortByKeys([high], count);
  return insertByLowerHalf(byUpperHalf, high, low) ? byUpperHalf : sortByKeys([low, high], count);
}

/** Places sorted by keys, the one that counts least first. */
function sortByKeys(keysInTurn: readonly Uint32Array[], count: number): Int32Array {
  const bits = count < many ? 8 : 11;
  let from: Int32Array = new Int32Array(count);
  let to: Int32Array = new Int32Array(count);
  for (let i = 0; i < count; i += 1) from[i] = i;
  const counts = new Int32Array(1 << bits);
  for (const keys of keysInTurn) {
    for (let shift = 0; shift < 32; shift += bits) {
      if (sortByDigit(keys, shift, counts, from, to)) [from, to] = [to, from];
    }
  }
  return from;
}

/** Puts places of equal upper halves in the order of their lower ones; false, with work undone, where that takes many moves. */
function insertByLowerHalf(places: Int32Array, high: Uint32Array, low: Uint32Array): boolean {
  let moves = places.length;
  for (let i = 1; i < places.length; i += 1) {
    const place = places[i]!;
    let at = i;
    while (at > 0 && high[places[at - 1]!] === high[place] && low[places[at - 1]!]! > low[place]!) {
      places[at] = places[at - 1]!;
      at -= 1;
      moves -= 1;
      if (moves < 0) return false;
    }
    places[at] = place;
  }
  return true;
}

const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** Sorts places by one digit of their keys, stably; false, with nothing done, where all have the same. */
function sortByDigit(keys: Uint32Array, shift: number, counts: Int32Array, from: Int32Array, to: Int32Array): boolean {
  const mask = counts.length - 1;
  const count = keys.length;
  counts.fill(0);
  for (let i = 0; i < count; i += 1) counts[(keys[i]! >>> shift) & mask]! += 1;
  if (count === 0 || counts[(keys[0]! >>> shift) & mask] === count) return false;
  let start = 0;
  for (let digit = 0; digit <= mask; digit += 1) {
    const size = counts[digit]!;
    counts[digit] = start;
    start += size;
  }
  for (let i = 0; i < count; i += 1) {
    const place = from[i]!;
    const digit = (keys[place]! >>> shift) & mask;
    to[counts[digit]!] = place;
    counts[digit]! += 1;
  }
  return true;
}
