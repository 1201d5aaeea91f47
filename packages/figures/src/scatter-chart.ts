import { type Data, numbersOf, textsOf } from '@indexlab/core';
import { chart, type Layer } from './chart.js';
import { drawnRows, withNote } from './drawn-rows.js';
import type { ChartFigure, ChartOptions } from './figure.js';
import { labelOffset, type LabelSide, labelSides, placeLabels, type Point } from './place-labels.js';
import { requireFewGroups } from './require-few-groups.js';
import { ink } from './theme.js';

interface Line {
  readonly intercept: number;
  readonly slope: number;
}

export interface ScatterChartOptions extends ChartOptions {
  /** Columns of numbers. */
  readonly x: string;
  readonly y: string;
  /** Column of texts that names points; an empty cell leaves its point unnamed. */
  readonly label?: string;
  /** Column of texts that colours the points. */
  readonly group?: string;
  /** A straight line to compare the points with; `identity` is where both coordinates are equal. */
  readonly reference?: 'identity' | Line;
  /** Height of the plotting area in pixels; 360 by default. */
  readonly height?: number;
}

/**
 * One point for each row.
 *
 * Labels stand where they meet neither a point, the line nor another label, those of earlier rows first; a label that
 * finds no such place is left out. Rows without two finite coordinates are not drawn, and the subtitle says how many.
 * The specification's rows have the fields `x`, `y`, and where asked for `label` and `group`.
 *
 * @param data a table, a frame, rows, or a record of columns
 * @throws IndexlabError when a column is missing, nothing can be drawn, or there are more than seven groups
 *
 * @example
 * scatterChart({ published: [1, 2], rebuilt: [1, 2] }, { x: 'published', y: 'rebuilt', title: 'Two', reference: 'identity' }).title // => 'Two'
 */
export function scatterChart(data: Data, options: ScatterChartOptions): ChartFigure {
  const { width = 480, height = 360, reference } = options;
  const [xs, ys] = [numbersOf(data, options.x), numbersOf(data, options.y)];
  const labels = options.label === undefined ? undefined : textsOf(data, options.label);
  const groups = options.group === undefined ? undefined : textsOf(data, options.group);
  const drawn = drawnRows('scatterChart', data, [options.x, options.y]);
  const points = drawn.rows.map((row) => ({
    x: xs[row]!,
    y: ys[row]!,
    ...(labels && { label: labels[row] ?? '' }),
    ...(groups && { group: groups[row] ?? '' }),
  }));
  if (groups)
    requireFewGroups(
      'scatterChart',
      points.map((point) => point.group!),
    );
  const xDomain = padded(points.map((point) => point.x));
  const yDomain = padded(points.map((point) => point.y));
  const line = reference === undefined ? undefined : reference === 'identity' ? { intercept: 0, slope: 1 } : reference;
  const pixel = ({ x, y }: { x: number; y: number }): Point => ({
    x: ((x - xDomain[0]) / (xDomain[1] - xDomain[0])) * width,
    y: ((yDomain[1] - y) / (yDomain[1] - yDomain[0])) * height,
  });
  const sides = placeLabels(
    points.map((point) => ({ ...pixel(point), label: point.label ?? '' })),
    line ? dotsAlong(line, xDomain, width).map(pixel) : [],
    width,
    height,
  );
  return chart(
    {
      data: { values: points.map((point, row) => (labels ? { ...point, side: sides[row]! } : point)) },
      width,
      height,
      encoding: {
        x: { field: 'x', type: 'quantitative', title: options.x, scale: { domain: xDomain, nice: false, zero: false } },
        y: { field: 'y', type: 'quantitative', title: options.y, scale: { domain: yDomain, nice: false, zero: false } },
      },
      layer: [
        ...(line ? [referenceLine(line, xDomain)] : []),
        {
          mark: { type: 'circle', size: 44, opacity: 0.8, tooltip: labels ? { content: 'data' } : true },
          encoding: groups ? { color: { field: 'group', type: 'nominal', sort: null } } : {},
        },
        ...labelSides.flatMap((side, index) => (sides.includes(index) ? [labelLayer(side, index)] : [])),
      ],
    },
    { title: options.title, subtitle: withNote(options.subtitle, drawn.note) },
  );
}

function labelLayer(side: LabelSide, index: number): Layer {
  return {
    transform: [{ filter: `datum.side === ${index}` }],
    mark: {
      type: 'text',
      align: side.across === 1 ? 'left' : side.across === -1 ? 'right' : 'center',
      baseline: side.down === 1 ? 'top' : side.down === -1 ? 'bottom' : 'middle',
      ...labelOffset(side),
    },
    encoding: { text: { field: 'label', type: 'nominal' } },
  };
}

function referenceLine({ intercept, slope }: Line, domain: readonly number[]): Layer {
  return {
    data: { values: domain.map((x) => ({ x, y: intercept + slope * x })) },
    mark: { type: 'line', clip: true, color: ink.soft, strokeDash: [5, 4], strokeWidth: 1 },
  };
}

/** Points of a line, three pixels apart. */
function dotsAlong({ intercept, slope }: Line, [low, high]: readonly [number, number], width: number): Point[] {
  return Array.from({ length: Math.floor(width / 3) }, (_, dot) => {
    const x = low + ((high - low) * 3 * dot) / width;
    return { x, y: intercept + slope * x };
  });
}

/** From the least to the greatest value, with a margin so that no point stands on the edge. */
function padded(values: readonly number[]): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const margin = (high - low || Math.abs(high) || 1) * 0.05;
  return [low - margin, high + margin];
}
