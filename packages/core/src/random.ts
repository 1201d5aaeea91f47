import { assertThat } from './errors.js';
import { shownValue } from './shown-value.js';

/**
 * A seeded source of random numbers, whose stream is chosen by a draw's number.
 *
 * Work that is split over cores takes `randomSource(seed, draw)` for each draw, so the number of cores
 * never shows in a result. The generator is xoshiro128** (Blackman and Vigna 2021),
 * its state hashed from seed and stream.
 */
export interface RandomSource {
  /** A uniform double in [0, 1) with 53 random bits. */
  uniform(): number;
  /** A uniform integer in [0, bound), without modulo bias. */
  integer(bound: number): number;
  /** A standard normal deviate (polar method of Marsaglia). */
  normal(): number;
}

/**
 * Makes a random source.
 *
 * @param seed any safe integer; the same seed gives the same numbers on every machine
 * @throws IndexlabError for a seed that is no whole number, and for a bound below 1 or above 2^32
 * @param stream the number of the draw; different streams are independent
 *
 * @example
 * randomSource(1).uniform() === randomSource(1).uniform() // => true
 * @example
 * randomSource(1, 0).uniform() === randomSource(1, 1).uniform() // => false
 */
export function randomSource(seed: number, stream = 0): RandomSource {
  assertThat(
    Number.isSafeInteger(seed),
    () => `A random source requires a whole number as seed, got ${shownValue(seed)}`,
  );
  const next = xoshiro128(seed, stream);
  let spare = NaN;
  const uniform = (): number => (next() * 2097152 + (next() >>> 11)) / 9007199254740992;
  return {
    uniform,
    integer(bound) {
      assertThat(
        bound >= 1 && bound <= 4294967296,
        () => `A random integer requires a bound from 1 to 2^32, got ${bound}`,
      );
      const limit = 4294967296 - (4294967296 % bound);
      let value = next();
      while (value >= limit) value = next();
      return value % bound;
    },
    normal() {
      if (!Number.isNaN(spare)) {
        const value = spare;
        spare = NaN;
        return value;
      }
      for (;;) {
        const u = 2 * uniform() - 1;
        const v = 2 * uniform() - 1;
        const square = u * u + v * v;
        if (square === 0 || square >= 1) continue;
        const factor = Math.sqrt((-2 * Math.log(square)) / square);
        spare = v * factor;
        return u * factor;
      }
    },
  };
}

/** xoshiro128**: unsigned 32-bit integers. */
function xoshiro128(seed: number, stream: number): () => number {
  const low = seed | 0;
  const high = Math.floor(seed / 4294967296) | 0;
  // For a fixed seed each word is a bijection of the stream: two streams never share a state.
  const word = (key: number): number => scramble(scramble(scramble(low ^ key) + high) ^ (stream | 0));
  let a = word(0x9e3779b9);
  let b = word(0x243f6a88);
  let c = word(0xb7e15162);
  let d = word(0x6a09e667);
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotateLeft(d, 11);
    return result;
  };
}

function scramble(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
