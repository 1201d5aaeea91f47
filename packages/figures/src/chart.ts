import { assertThat } from '@indexlab/core';
import type { TopLevelSpec } from 'vega-lite';
import type { ChartFigure, ChartOptions } from './figure.js';
import { chartConfig } from './theme.js';

/** One layer of a chart. */
export type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

/**
 * Makes a chart of any Vega-Lite specification, in the house's style: fonts, colours, title.
 *
 * The specification must carry its data (`data: { values: … }`); what it says itself goes before the style.
 *
 * @throws IndexlabError when there is no title, or the data would have to be fetched
 *
 * @example
 * chart({ data: { values: [{ a: 1 }] }, mark: 'point' }, { title: 'One point' }).title // => 'One point'
 */
export function chart(spec: TopLevelSpec, options: Omit<ChartOptions, 'width'>): ChartFigure {
  const { title, subtitle = '' } = options;
  assertThat(title.trim() !== '', 'chart requires a title, got an empty text');
  assertThat(
    !/"data":\{[^{}]*"url":/.test(JSON.stringify(spec)),
    'chart requires data in the specification, got a url',
    'Read the data first and give them as values.',
  );
  return {
    kind: 'chart',
    title,
    subtitle,
    spec: {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      description: title,
      ...spec,
      title: subtitle === '' ? title : { text: title, subtitle },
      config: { ...chartConfig, ...spec.config },
    },
  };
}
