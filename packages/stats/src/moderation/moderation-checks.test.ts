import { readFileSync } from 'node:fs';
import { randomSource } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { correctDigits } from '../correct-digits.js';
import { ppml } from '../regression/index.js';
import { moderationChecks } from './index.js';

const reference = JSON.parse(readFileSync(new URL('../../references/composition.json', import.meta.url), 'utf8')) as {
  x: number[];
  y: number[];
  x2: number[];
  ppml: { z: number[]; estimates: number[]; errors: number[] };
  interaction: { estimate: number; error: number };
};
const { x, y, x2 } = reference;

describe('ppml', () => {
  test('keeps zeros, with estimates and robust errors as R', () => {
    const { terms, n } = ppml('z ~ log(x) * log(x2)', { z: reference.ppml.z, x, x2 });
    expect([n, reference.ppml.z.includes(0)]).toEqual([x.length, true]);
    terms.forEach(({ estimate, standardError }, at) => {
      expect(correctDigits(estimate, reference.ppml.estimates[at]!)).toBeGreaterThan(8);
      expect(correctDigits(standardError, reference.ppml.errors[at]!)).toBeGreaterThan(7);
    });
  });

  test('scale of the outcome moves the intercept alone', () => {
    const [one, ten] = [1, 10].map((by) => ppml('y ~ x', { x, y: y.map((value) => by * value) }).terms);
    expect(ten![0]!.estimate - one![0]!.estimate).toBeCloseTo(Math.log(10), 9);
    expect(ten![1]!.estimate).toBeCloseTo(one![1]!.estimate, 9);
  });

  test('an outcome below zero is refused with its row', () => {
    expect(() => ppml('y ~ x', { x: [1, 2, 3], y: [1, -1, 2] })).toThrow('row 2');
  });
});

describe('moderation asked in several ways', () => {
  test('in levels as R, with HC3', () => {
    const { checks } = moderationChecks({ x, y, x2 }, { y: 'y', x: 'x', by: 'x2', permutations: 9 });
    expect(checks.map(({ variant }) => variant)).toEqual([
      'levels',
      'squares',
      'logs',
      'PPML of logs',
      'without the largest',
    ]);
    expect(correctDigits(checks[0]!.estimate, reference.interaction.estimate)).toBeGreaterThan(10);
    expect(correctDigits(checks[0]!.standardError, reference.interaction.error)).toBeGreaterThan(9);
    expect(checks.at(-1)!.n).toBe(x.length - 4);
  });

  test('a bend that is no interaction goes with the squares', () => {
    const { normal } = randomSource(3, 0);
    const size = Array.from({ length: 200 }, () => Math.exp(normal()));
    const m = size.map((value) => value * Math.exp(0.3 * normal()));
    const bent = size.map((value) => value * value + normal());
    const { checks } = moderationChecks({ bent, size, m }, { y: 'bent', x: 'size', by: 'm', permutations: 9 });
    const [levels, squares] = checks;
    expect(levels!.pValue).toBeLessThan(0.05);
    expect(squares!.pValue).toBeGreaterThan(0.05);
  });

  test('the same seed gives the same', () => {
    const options = { y: 'y', x: 'x', by: 'x2', permutations: 9, seed: 2 };
    expect(moderationChecks({ x, y, x2 }, options)).toEqual(moderationChecks({ x, y, x2 }, options));
  });
});
