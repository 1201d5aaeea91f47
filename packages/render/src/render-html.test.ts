import { barChart, tableFigure } from '@indexlab/figures';
import { expect, test } from 'vitest';
import { renderHtml } from './render-html.js';

test('renderHtml makes one document that fetches nothing', async () => {
  const html = await renderHtml([
    barChart({ city: ['北京'], score: [1] }, { category: 'city', value: 'score', title: 'A & B' }),
    tableFigure({ city: ['上海'] }),
  ]);
  expect(html).toMatch(/^<!doctype html>/);
  expect(html).toContain('<title>A &amp; B</title>');
  expect(html.match(/<figure>/g)).toHaveLength(2);
  expect(html).toContain('北京');
  expect(html).toContain('上海');
  expect(html).not.toMatch(/src=|href="http|@import/);
});
