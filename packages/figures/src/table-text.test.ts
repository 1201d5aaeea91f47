import { expect, test } from 'vitest';
import { tableFigure } from './table-figure.js';
import { displayWidth, escapeHtml } from '@indexlab/core';
import { tableHtml } from './table-html.js';
import { tableText } from './table-text.js';

const table = tableFigure({ city: ['北京', 'Aba 阿坝', 'x\ny'], score: [100, 9.5, null] }, { title: '总指数' });

test('tableText aligns columns by the width that characters take', () => {
  const lines = tableText(table).split('\n').slice(2);
  expect(lines).toEqual([
    'city      score',
    '--------  -----',
    '北京      100.0',
    'Aba 阿坝    9.5',
    'x y           –',
  ]);
  expect(new Set(lines.map(displayWidth))).toEqual(new Set([15]));
});

test('tableText and tableHtml say how many rows were left out', () => {
  const first = tableFigure({ a: [1, 2, 3] }, { limit: 1 });
  expect(tableText(first)).toMatch(/… 2 more rows$/);
  expect(tableHtml(first)).toContain('<tr><td colspan="1" style="text-align:left">… 2 more rows</td></tr>');
});

test('tableHtml escapes every text', () => {
  const html = tableHtml(tableFigure({ '<b>': ['<script>"&'] }, { title: '<i>' }));
  expect(html).not.toMatch(/<(b|i|script)>/);
  expect(html).toContain(escapeHtml('<script>"&'));
});
