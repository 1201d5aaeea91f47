import { randomSource } from '@indexlab/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctDigits, worstDigits } from '../correct-digits.js';
import {
  add,
  divide,
  exponential,
  logarithm,
  multiply,
  squareRoot,
  subtract,
  twoProduct,
  twoSum,
} from './double-double.js';
import { type DoubleColumn, exactColumn } from './double-column.js';
import { qrDecomposition, solveUpper } from './householder.js';
import { leastSquares } from './least-squares.js';
import { normalEquations } from './normal-equations.js';

function randomColumns(seed: number, rows: number, count: number): DoubleColumn[] {
  const random = randomSource(seed);
  return Array.from({ length: count }, () => exactColumn(Float64Array.from({ length: rows }, () => random.normal())));
}

describe('double-double arithmetic', () => {
  const whole = fc.integer({ min: -(2 ** 52), max: 2 ** 52 });

  test('keeps sums and products of two doubles exactly', () => {
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const [product, error] = twoProduct(a, b);
        expect(BigInt(product) + BigInt(error)).toBe(BigInt(a) * BigInt(b));
        const [sum, rest] = twoSum(a * 1024, b);
        expect(BigInt(sum) + BigInt(rest)).toBe(BigInt(a) * 1024n + BigInt(b));
      }),
    );
  });

  test('undoes multiplication by division, squares by roots, exponentials by logarithms, to 30 digits', () => {
    const number = fc.tuple(
      fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(number, number, ([a, aLow], [b, bLow]) => {
        const x = twoSum(a, aLow * 1e-17 * a);
        const y = twoSum(b, bLow * 1e-17 * b);
        const error = (value: readonly [number, number]): number => Math.abs(subtract(value, x)[0]) / x[0];
        expect(error(divide(multiply(x, y), y))).toBeLessThan(1e-30);
        expect(error(squareRoot(multiply(x, x)))).toBeLessThan(1e-30);
        expect(error(exponential(logarithm(x)))).toBeLessThan(1e-28);
        expect(add(x, y)).toEqual(add(y, x));
      }),
    );
  });

  test('knows e and the logarithm of ten to 32 digits', () => {
    expect(exponential([1, 0])[0]).toBe(2.718281828459045);
    expect(correctDigits(exponential([1, 0])[1], 1.4456468917292502e-16)).toBeGreaterThan(12);
    expect(logarithm([10, 0])[0]).toBe(2.302585092994046);
    expect(correctDigits(logarithm([10, 0])[1], -2.1707562233822494e-16)).toBeGreaterThan(12);
  });
});

describe('leastSquares', () => {
  test('solves many rows through cross products as QR does', () => {
    const [y, ...columns] = randomColumns(1, 60_000, 4) as [DoubleColumn, ...DoubleColumn[]];
    const { triangle, projection } = qrDecomposition(columns, y);
    const fit = leastSquares(columns, y);
    expect(
      worstDigits(
        fit.coefficients,
        solveUpper(triangle, projection).map(([value]) => value),
      ),
    ).toBeGreaterThan(15.5);
    fit.basis.forEach((a, i) =>
      fit.basis.forEach((b, j) =>
        expect(a.reduce((sum, value, row) => sum + value * b[row]!, 0)).toBeCloseTo(i === j ? 1 : 0, 13),
      ),
    );
  });

  test('finds the same collinear columns either way', () => {
    const [y, a, b, c] = randomColumns(2, 500, 4) as [DoubleColumn, DoubleColumn, DoubleColumn, DoubleColumn];
    const sum = exactColumn(a.high.map((value, row) => 1e6 * (value + b.high[row]! / 3)));
    const zero = exactColumn(new Float64Array(500));
    for (const decompose of [qrDecomposition, normalEquations]) {
      expect(decompose([a, b, sum, zero, c], y)!.dropped).toEqual([2, 3]);
      expect(decompose([a, b, sum, zero, c], y)!.kept).toEqual([0, 1, 4]);
    }
  });

  test('leaves an ill-conditioned design to QR', () => {
    const [y, a, b] = randomColumns(3, 500, 3) as [DoubleColumn, DoubleColumn, DoubleColumn];
    const near = exactColumn(a.high.map((value, row) => value + 1e-5 * b.high[row]!));
    expect(normalEquations([a, near], y)).toBeNull();
    expect(qrDecomposition([a, near], y).kept).toEqual([0, 1]);
  });

  test('gives the condition number of columns scaled to length one', () => {
    // Two columns at the angle with cosine c: (1 + c) / (1 - c) is the square.
    const fit = leastSquares(
      [exactColumn(Float64Array.of(5, 0, 0)), exactColumn(Float64Array.of(0.6, 0.8, 0))],
      exactColumn(Float64Array.of(1, 2, 3)),
    );
    expect(correctDigits(fit.conditionNumber, Math.sqrt((1 + 0.6) / (1 - 0.6)))).toBeGreaterThan(8);
  });
});
