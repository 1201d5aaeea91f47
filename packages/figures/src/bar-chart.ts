import { assertThat, type Data, listNames, numbersOf, textsOf } from '@indexlab/core';
import { chart, type Layer } from './chart.js';
import { drawnRows, withNote } from './drawn-rows.js';
import type { ChartFigure, ChartOptions } from './figure.js';
import { requireFewGroups } from './require-few-groups.js';
import { textWidth } from './text-width.js';
import { fontSize } from './theme.js';

export interface BarChartOptions extends ChartOptions {
  /** Column of texts: what each bar stands for. */
  readonly category: string;
  /** Column of numbers: how long each bar is. */
  readonly value: string;
  /** Column of texts that colours the bars; bars of one category stand side by side. */
  readonly group?: string;
  /** Prints each value at the end of its bar with so many decimals. */
  readonly decimals?: number;
  /** From top to bottom as given (the default), or by falling value. */
  readonly order?: 'given' | 'value';
}

/**
 * Horizontal bars from zero, one for each row.
 *
 * Rows without a finite value are not drawn, and the subtitle says how many. The specification's rows have the
 * fields `category`, `value`, and with a group `group`.
 *
 * @param data a table, a frame, rows, or a record of columns
 * @throws IndexlabError when a column is missing, nothing can be drawn, a bar occurs twice, or there are
 *   more than 400 bars or seven groups
 *
 * @example
 * barChart([{ city: '北京', score: 9.5 }], { category: 'city', value: 'score', title: '总指数' }).kind // => 'chart'
 */
export function barChart(data: Data, options: BarChartOptions): ChartFigure {
  const { category, value, group, decimals, order = 'given', width = 480 } = options;
  const values = numbersOf(data, value);
  const categories = textsOf(data, category);
  const groups = group === undefined ? undefined : textsOf(data, group);
  const drawn = drawnRows('barChart', data, [value]);
  const bars = drawn.rows.map((row) => ({
    category: categories[row] ?? '',
    value: values[row]!,
    ...(groups && { group: groups[row] ?? '' }),
    ...(decimals !== undefined && { label: values[row]!.toFixed(decimals) }),
  }));
  if (order === 'value') bars.sort((a, b) => b.value - a.value);
  requireBars(bars);
  if (groups)
    requireFewGroups(
      'barChart',
      bars.map((bar) => bar.group!),
    );
  const sideBySide = new Set(bars.map((bar) => bar.category)).size < bars.length;
  const labelWidth = Math.max(0, ...bars.map((bar) => textWidth(bar.label ?? '', fontSize.label) + 6));
  return chart(
    {
      data: { values: bars },
      width,
      height: { step: sideBySide ? 14 : 22 },
      encoding: {
        y: {
          field: 'category',
          type: 'nominal',
          sort: null,
          title: null,
          axis: { labelLimit: 320 },
          scale: { paddingInner: 0.25 },
        },
        ...(sideBySide && { yOffset: { field: 'group', sort: null } }),
      },
      layer: [
        {
          mark: { type: 'bar', tooltip: true },
          encoding: {
            x: {
              field: 'value',
              type: 'quantitative',
              title: value,
              scale: barScale(bars, width, decimals === undefined ? 0 : labelWidth),
            },
            ...(groups && { color: { field: 'group', type: 'nominal', sort: null } }),
          },
        },
        ...(decimals === undefined ? [] : [valueLabels('right'), valueLabels('left')]),
      ],
    },
    { title: options.title, subtitle: withNote(options.subtitle, drawn.note) },
  );
}

function valueLabels(side: 'left' | 'right'): Layer {
  return {
    transform: [{ filter: side === 'right' ? 'datum.value >= 0' : 'datum.value < 0' }],
    mark: { type: 'text', align: side === 'right' ? 'left' : 'right', dx: side === 'right' ? 4 : -4 },
    encoding: { x: { field: 'value', type: 'quantitative' }, text: { field: 'label', type: 'nominal' } },
  };
}

/** From zero to the longest bar, with room for the labels at the ends, which would otherwise leave the picture. */
function barScale(
  bars: readonly { value: number }[],
  width: number,
  labelWidth: number,
): { domain: number[]; nice: boolean } {
  const low = Math.min(0, ...bars.map((bar) => bar.value));
  const high = Math.max(0, ...bars.map((bar) => bar.value));
  const span = high - low || 1;
  const left = low < 0 ? labelWidth : 0;
  const right = high > 0 || low === 0 ? labelWidth : 0;
  const perPixel = span / Math.max(width - left - right, width / 4);
  return { domain: [low - left * perPixel, (high === low ? span : high) + right * perPixel], nice: labelWidth === 0 };
}

function requireBars(bars: readonly { category: string; group?: string }[]): void {
  assertThat(
    bars.length <= 400,
    () => `barChart requires at most 400 bars, got ${bars.length}`,
    'Draw the first rows, or compare the values in a scatterChart.',
  );
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { category, group } of bars) {
    const key = JSON.stringify([category, group]);
    if (seen.has(key)) twice.add(group === undefined ? category : `${category} (${group})`);
    seen.add(key);
  }
  assertThat(twice.size === 0, () => `barChart requires one row per bar, got more than one for ${listNames(twice)}`);
}
