import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from './spread-labels.js';

test('spreadLabels leaves positions that are far enough apart where they are', () => {
  expect(spreadLabels([10, 40, 90], 14, 100)).toEqual([10, 40, 90]);
});

test('spreadLabels moves tied positions apart by the gap, to both sides but not over the ends', () => {
  expect(spreadLabels([50, 50], 10, 100)).toEqual([50 - 10 / 2, 50 + 10 / 2]);
  expect(spreadLabels([0, 0, 100, 100], 10, 100)).toEqual([0, 10, 90, 100]);
});

test('spreadLabels keeps the order, the gap and the limits', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 15 }), (positions) => {
      const placed = spreadLabels(positions, 14, 200);
      const order = positions.map((_, index) => index).sort((a, b) => positions[a]! - positions[b]! || a - b);
      const sorted = order.map((index) => placed[index]!);
      expect(sorted[0]).toBeGreaterThanOrEqual(-1e-9);
      expect(sorted.at(-1)).toBeLessThanOrEqual(200);
      for (const [index, position] of sorted.slice(1).entries()) {
        expect(position - sorted[index]!).toBeGreaterThanOrEqual(
          Math.min(14, 200 / Math.max(1, positions.length - 1)) - 1e-9,
        );
      }
    }),
  );
});

test('spreadLabels uses the whole length where there is no room for the gap', () => {
  expect(spreadLabels([5, 5, 5], 14, 20)).toEqual([0, 20 / 2, 20]);
});
