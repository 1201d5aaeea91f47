import { describe, expect, test } from 'vitest';
import { boundedMinimum } from './bounded-minimum.js';

describe('boundedMinimum', () => {
  const bowl = (target: number[]): ((point: Float64Array) => { value: number; gradient: Float64Array }) => {
    const scales = target.map((_, i) => 10 ** i);
    return (point) => ({
      value: point.reduce((sum, value, i) => sum + scales[i]! * (value - target[i]!) ** 2, 0),
      gradient: point.map((value, i) => 2 * scales[i]! * (value - target[i]!)),
    });
  };

  test('finds a minimum inside the bounds, and the nearest point where it lies beyond them', () => {
    const inside = boundedMinimum(bowl([0.3, 0.7, 0.5]), Float64Array.of(1, 0, 1), [0, 1], 1e-10);
    expect([...inside.point].map((value) => value.toFixed(8))).toEqual(['0.30000000', '0.70000000', '0.50000000']);
    const beyond = boundedMinimum(bowl([-2, 0.7, 5]), Float64Array.of(0.5, 0.5, 0.5), [0, 1], 1e-10);
    expect(beyond.point[0]).toBe(0);
    expect(beyond.point[1]).toBeCloseTo(0.7, 8);
    expect(beyond.point[2]).toBe(1);
    expect(beyond.slope).toBeLessThan(1e-9);
  });

  test('follows a curved valley (Rosenbrock)', () => {
    const { point } = boundedMinimum(
      ([x, y]) => ({
        value: (1 - x!) ** 2 + 100 * (y! - x! * x!) ** 2,
        gradient: Float64Array.of(-2 * (1 - x!) - 400 * x! * (y! - x! * x!), 200 * (y! - x! * x!)),
      }),
      Float64Array.of(-1.2, 1),
      [-2, 2],
      1e-9,
    );
    expect(point[0]).toBeCloseTo(1, 7);
    expect(point[1]).toBeCloseTo(1, 7);
  });

  test('says by its slope that it could not go on', () => {
    const broken = (point: Float64Array): { value: number; gradient: Float64Array } => ({
      value: point[0] === 0.5 ? 1 : NaN,
      gradient: Float64Array.of(3),
    });
    expect(boundedMinimum(broken, Float64Array.of(0.5), [0, 1], 1e-9).slope).toBe(3);
  });
});
