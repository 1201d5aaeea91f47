import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelOffset, labelSides, placeLabels } from './place-labels.js';
import { textWidth } from './text-width.js';
import { fontSize } from './theme.js';

test('placeLabels puts a lone label at the right of its point', () => {
  expect(placeLabels([{ x: 50, y: 50, label: '北京' }], [], 200, 100)).toEqual([
    labelSides.findIndex((side) => side.across === 1 && side.down === 0),
  ]);
});

test('placeLabels leaves out a label that has no room', () => {
  expect(placeLabels([{ x: 5, y: 5, label: '一个很长的名字' }], [], 20, 20)).toEqual([-1]);
});

test('placeLabels never lets two labels overlap, cross the edge or cover a point', () => {
  const point = fc.record({
    x: fc.integer({ min: 0, max: 300 }),
    y: fc.integer({ min: 0, max: 200 }),
    label: fc.constantFrom('', '北京', 'Shanghai', '阿坝州'),
  });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 40 }), (points) => {
      const boxes = placeLabels(points, [], 300, 200).flatMap((side, row) =>
        side < 0 ? [] : [boxOf(points[row]!, side)],
      );
      for (const [index, box] of boxes.entries()) {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(300);
        expect(points.some(({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom)).toBe(false);
        for (const other of boxes.slice(index + 1)) {
          expect(
            box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
          ).toBe(false);
        }
      }
    }),
  );
});

function boxOf({ x, y, label }: { x: number; y: number; label: string }, index: number) {
  const side = labelSides[index]!;
  const { dx, dy } = labelOffset(side);
  const width = textWidth(label, fontSize.label);
  const left = x + dx - (side.across === 1 ? 0 : side.across === -1 ? width : width / 2);
  const top = y + dy - (side.down === 1 ? 0 : side.down === -1 ? fontSize.label : fontSize.label / 2);
  return { left, right: left + width, top, bottom: top + fontSize.label };
}
