import { assertThat } from '@indexlab/core';
import type { ChartFigure } from '@indexlab/figures';
import { type Png, rasterize } from './rasterize.js';
import { renderSvg } from './render-svg.js';

/**
 * A chart as a PNG picture, the same bytes on every machine: its fonts (Noto Sans SC, regular and bold) come
 * with the package, so Chinese is legible where no Chinese font is installed.
 *
 * @param options.scale pixels of the picture per CSS pixel; 2 by default, which is sharp on any screen
 * @throws IndexlabError when the scale is not between 0 and 10
 *
 * @example
 * const figure = { kind: 'chart', title: 'A point', subtitle: '', spec: { data: { values: [{ a: 1 }] }, mark: 'point' } };
 * String.fromCharCode(...(await renderPng(figure)).bytes.slice(1, 4)) // => 'PNG'
 */
export async function renderPng(figure: ChartFigure, options: { scale?: number } = {}): Promise<Png> {
  const { scale = 2 } = options;
  assertThat(scale > 0 && scale <= 10, () => `renderPng requires a scale above 0 and at most 10, got ${scale}`);
  return rasterize(await renderSvg(figure), scale);
}
