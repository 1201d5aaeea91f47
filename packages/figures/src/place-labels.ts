import { textWidth } from './text-width.js';
import { fontSize } from './theme.js';

export interface Point {
  /** Pixels from the left. */
  readonly x: number;
  /** Pixels from the top. */
  readonly y: number;
}

export interface LabelledPoint extends Point {
  /** Empty when the point needs no label. */
  readonly label: string;
}

/** Where a label stands, seen from its point: -1 is left or above, 1 is right or below. */
export interface LabelSide {
  readonly across: -1 | 0 | 1;
  readonly down: -1 | 0 | 1;
}

/** The sides in the order in which they are tried. */
export const labelSides: readonly LabelSide[] = [
  { across: 1, down: 0 },
  { across: -1, down: 0 },
  { across: 1, down: 1 },
  { across: -1, down: -1 },
  { across: 1, down: -1 },
  { across: -1, down: 1 },
  { across: 0, down: -1 },
  { across: 0, down: 1 },
];

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Pixels between the middle of a point and its label. */
export const labelGap = 6;
const pointRadius = 4;

/**
 * Chooses for each label the first side of its point where it meets no other label, no point, no obstacle and no edge:
 * the side's place in `labelSides`, or -1 where there is none. Earlier points choose first.
 *
 * @param obstacles small things that no label should cover, such as the dots along a line
 */
export function placeLabels(
  points: readonly LabelledPoint[],
  obstacles: readonly Point[],
  width: number,
  height: number,
): number[] {
  const taken = [...points.map((point) => around(point, pointRadius)), ...obstacles.map((point) => around(point, 1))];
  return points.map((point) => {
    if (point.label === '') return -1;
    const free = labelSides.findIndex((side) => {
      const box = labelBox(point, side);
      const inside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
      return inside && !taken.some((other) => meets(box, other));
    });
    if (free >= 0) taken.push(labelBox(point, labelSides[free]!));
    return free;
  });
}

function around({ x, y }: Point, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

function labelBox({ x, y, label }: LabelledPoint, { across, down }: LabelSide): Box {
  const width = textWidth(label, fontSize.label);
  const height = fontSize.label + 1;
  const { dx, dy } = labelOffset({ across, down });
  const left = x + dx - ((1 - across) / 2) * width;
  const top = y + dy - ((1 - down) / 2) * height;
  return { left, right: left + width, top, bottom: top + height };
}

/** How far from its point a label begins; nearer on both axes at a corner. */
export function labelOffset({ across, down }: LabelSide): { dx: number; dy: number } {
  const gap = across !== 0 && down !== 0 ? labelGap - 2 : labelGap;
  return { dx: across * gap, dy: down * gap };
}

function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
