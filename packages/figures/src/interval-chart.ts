import { assertThat, type Data, numbersOf, textsOf } from '@indexlab/core';
import { chart, type Layer } from './chart.js';
import { drawnRows, withNote } from './drawn-rows.js';
import type { ChartFigure, ChartOptions } from './figure.js';
import { ink, palette } from './theme.js';

export interface IntervalChartOptions extends ChartOptions {
  /** Column of texts: what each interval belongs to. */
  readonly category: string;
  /** Columns of numbers: the ends. */
  readonly lower: string;
  readonly upper: string;
  /** Columns of numbers, drawn as points in different colours and shapes; an empty cell draws none. At most three. */
  readonly points?: readonly string[];
  /** A value to compare with, drawn as a dashed line. */
  readonly reference?: number;
  /** Title of the axis; by default the names of the two ends. */
  readonly axisTitle?: string;
}

const shapes = ['circle', 'diamond', 'square'];
const sizes = [50, 130, 220];

/**
 * Intervals with points on them: weights between their bounds beside the stated weight, estimates with
 * their confidence intervals.
 *
 * Rows without two finite ends are not drawn, and the subtitle says how many. The specification's rows have the
 * fields `category`, `lower`, `upper`; those of the points `category`, `series`, `value`.
 *
 * @param data a table, a frame, rows, or a record of columns
 * @throws IndexlabError when a column is missing, nothing can be drawn, a lower end lies above its upper
 *   end, a category occurs twice, or there are more than three kinds of points
 *
 * @example
 * intervalChart({ part: ['A'], lower: [0.1], upper: [0.2], stated: [0.15] },
 *   { category: 'part', lower: 'lower', upper: 'upper', points: ['stated'], title: 'Weights' }).title // => 'Weights'
 */
export function intervalChart(data: Data, options: IntervalChartOptions): ChartFigure {
  const { lower, upper, points = [], reference, width = 480 } = options;
  assertThat(
    points.length <= shapes.length,
    () => `intervalChart requires at most three columns of points, got ${points.length}`,
  );
  const [lowers, uppers] = [numbersOf(data, lower), numbersOf(data, upper)];
  const categories = textsOf(data, options.category).map((category) => category ?? '');
  const drawn = drawnRows('intervalChart', data, [lower, upper]);
  const intervals = drawn.rows.map((row) => ({ category: categories[row]!, lower: lowers[row]!, upper: uppers[row]! }));
  requireIntervals(intervals);
  const byCategory = {
    field: 'category',
    type: 'nominal',
    sort: null,
    title: null,
    axis: { labelLimit: 320, grid: true },
  } as const;
  const series = (range: readonly string[]) =>
    ({
      field: 'series',
      type: 'nominal',
      sort: null,
      scale: { domain: [...points], range: range.slice(0, points.length) },
    }) as const;
  const pointLayer = (name: string, index: number): Layer => {
    const values = numbersOf(data, name);
    const rows = drawn.rows.filter((row) => Number.isFinite(values[row]));
    return {
      data: { values: rows.map((row) => ({ category: categories[row]!, series: name, value: values[row]! })) },
      mark: { type: 'point', filled: index === 0, strokeWidth: 2, opacity: 1, size: sizes[index]!, tooltip: true },
      encoding: {
        y: byCategory,
        x: { field: 'value', type: 'quantitative' },
        color: series(palette),
        shape: series(shapes),
      },
    };
  };
  const end = (field: 'lower' | 'upper'): Layer => ({
    mark: { type: 'tick', thickness: 2, size: 10, color: ink.soft, opacity: 1 },
    encoding: { y: byCategory, x: { field, type: 'quantitative' } },
  });
  return chart(
    {
      data: { values: intervals },
      width,
      height: { step: 28 },
      layer: [
        {
          mark: { type: 'rule', strokeWidth: 2, color: ink.soft, tooltip: true },
          encoding: {
            y: byCategory,
            x: {
              field: 'lower',
              type: 'quantitative',
              title: options.axisTitle ?? `${lower}, ${upper}`,
              scale: { zero: false, padding: 12 },
            },
            x2: { field: 'upper' },
          },
        },
        end('lower'),
        end('upper'),
        ...(reference === undefined ? [] : [referenceRule(reference)]),
        // The first kind is drawn last, filled and smallest: points that coincide all stay visible.
        ...points.map(pointLayer).reverse(),
      ],
    },
    { title: options.title, subtitle: withNote(options.subtitle, drawn.note) },
  );
}

function referenceRule(value: number): Layer {
  return { mark: { type: 'rule', color: ink.soft, strokeDash: [5, 4] }, encoding: { x: { datum: value } } };
}

function requireIntervals(intervals: readonly { category: string; lower: number; upper: number }[]): void {
  const seen = new Set<string>();
  for (const { category, lower, upper } of intervals) {
    assertThat(
      lower <= upper,
      () => `intervalChart requires a lower end not above the upper end, got ${lower} and ${upper} (${category})`,
    );
    assertThat(
      !seen.has(category),
      () => `intervalChart requires one row per category, got more than one for ${category}`,
    );
    seen.add(category);
  }
}
