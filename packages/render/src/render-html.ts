import { escapeHtml } from '@indexlab/core';
import { type Figure, fontStack, tableHtml } from '@indexlab/figures';
import { renderSvg } from './render-svg.js';

/**
 * Figures as one HTML document that needs nothing else: charts as inline SVG, tables as tables.
 *
 * @param options.title title of the document; by default that of the first figure
 *
 * @example
 * const table = { kind: 'table', title: 'Cities', columns: [{ title: 'city', align: 'left' }], rows: [['北京']], omitted: 0 };
 * (await renderHtml([table])).includes('<title>Cities</title>') // => true
 */
export async function renderHtml(figures: readonly Figure[], options: { title?: string } = {}): Promise<string> {
  const parts: string[] = [];
  for (const figure of figures) parts.push(figure.kind === 'chart' ? await renderSvg(figure) : tableHtml(figure));
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(options.title ?? figures[0]?.title ?? '')}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...parts.map((part) => `<figure>\n${part}\n</figure>`),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const style = [
  `body { font: 14px/1.5 ${fontStack}; color: #1F2933; max-width: 60em; margin: 2em auto; padding: 0 1em; }`,
  'figure { margin: 2em 0; overflow-x: auto; }',
  'svg { max-width: 100%; height: auto; }',
  'table { border-collapse: collapse; font-variant-numeric: tabular-nums; }',
  'caption { font-weight: bold; padding-bottom: 0.5em; }',
  'th { border-bottom: 1px solid #1F2933; }',
  'th, td { padding: 0.2em 0.8em 0.2em 0; }',
].join('\n');
