import { describe, expect, test } from 'vitest';
import { randomSource } from './random.js';

const draws = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);

describe('randomSource', () => {
  test('the same seed and stream give the same numbers', () => {
    const [a, b] = [randomSource(7, 3), randomSource(7, 3)];
    expect(draws(50, a.normal)).toEqual(draws(50, b.normal));
  });

  test('ten thousand streams of one seed all start differently', () => {
    const first = new Set(Array.from({ length: 10_000 }, (_, stream) => randomSource(1, stream).uniform()));
    expect(first.size).toBe(10_000);
  });

  test('uniform numbers have the moments of the uniform distribution', () => {
    const values = draws(100_000, randomSource(42).uniform);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean - 1 / 2)).toBeLessThan(4 * Math.sqrt(1 / 12 / values.length));
  });

  test('normal deviates have variance one', () => {
    const values = draws(100_000, randomSource(42).normal);
    const meanSquare = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    expect(Math.abs(meanSquare - 1)).toBeLessThan(4 * Math.sqrt(2 / values.length));
  });

  test('integers fill their range evenly', () => {
    const source = randomSource(5);
    const counts = [0, 0, 0];
    for (let draw = 0; draw < 30_000; draw += 1) counts[source.integer(3)]! += 1;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(4 * Math.sqrt((30_000 * 2) / 9));
  });

  test('integers fill a range evenly that does not divide the generator’s', () => {
    const [source, third] = [randomSource(9), 2 ** 30];
    const below = draws(20_000, () => source.integer(3 * third)).filter((value) => value < third).length;
    expect(Math.abs(below - 20_000 / 3)).toBeLessThan(4 * Math.sqrt((20_000 * 2) / 9));
  });

  test('a seed that is no whole number is refused, and a bound without a range', () => {
    for (const seed of [NaN, Infinity, 0.5, '1' as unknown as number])
      expect(() => randomSource(seed)).toThrow('A random source requires a whole number as seed, got');
    for (const bound of [0, NaN, Infinity, 2 ** 33])
      expect(() => randomSource(1).integer(bound)).toThrow('A random integer requires a bound from 1 to 2^32, got');
  });
});
