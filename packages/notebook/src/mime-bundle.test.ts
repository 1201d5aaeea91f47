import { Table } from '@indexlab/core';
import { barChart, tableFigure } from '@indexlab/figures';
import { DataFrame, Series } from 'danfojs-node';
import { expect, test } from 'vitest';
import { mimeBundle } from './mime-bundle.js';

const table = new Table([
  { type: 'text', name: 'city', values: ['北京', '上海'] },
  { type: 'number', name: 'score', values: Float64Array.of(25.8, NaN), decimals: Int8Array.of(2, 0) },
]);
const text = 'city  score\n----  -----\n北京  25.80\n上海      –';

test('a chart is shown as a specification of Vega-Lite 5, a picture and a text, and never as SVG', async () => {
  const { data, metadata } = await mimeBundle(
    barChart(table, { category: 'city', value: 'score', title: '总指数', subtitle: '2016' }),
  );
  expect(Object.keys(data)).toEqual(['application/vnd.vegalite.v5+json', 'image/png', 'text/plain']);
  expect(data['application/vnd.vegalite.v5+json']).toMatchObject({
    $schema: expect.stringContaining('v5'),
    width: 480,
  });
  const png = Buffer.from(data['image/png'] as string, 'base64');
  const { width, height } = metadata['image/png'] as { width: number; height: number };
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * width, 2 * height]);
  expect(data['text/plain']).toMatch(/^总指数\n2016/);
});

test('a table, its figure, its rows and its columns are shown as the same table', async () => {
  const rows = text.replace('25.80', ' 25.8');
  expect((await mimeBundle(table)).data['text/plain']).toBe(text);
  expect((await mimeBundle(tableFigure(table))).data['text/plain']).toBe(text);
  expect((await mimeBundle(table.toRows())).data['text/plain']).toBe(rows);
  expect((await mimeBundle({ city: ['北京', '上海'], score: [25.8, null] })).data['text/plain']).toBe(rows);
  expect((await mimeBundle(table)).data['text/html']).toContain('<td style="text-align:right">25.80</td>');
});

test('the options of a table choose its title, columns and rows', async () => {
  const { data } = await mimeBundle(table, { title: '总指数', columns: ['city'], limit: 1 });
  expect(data['text/plain']).toBe('总指数\n\ncity\n----\n北京\n… 1 more row');
});

test('a danfojs frame is shown as a table, with names of rows but not with their numbers', async () => {
  const frame = new DataFrame({ city: ['北京', '上海'], score: [25.8, 20] });
  expect((await mimeBundle(frame)).data['text/plain']).toBe('city  score\n----  -----\n北京   25.8\n上海   20.0');
  const named = new DataFrame({ score: [2, 1] }, { index: ['mean', 'count'] });
  expect((await mimeBundle(named)).data['text/plain']).toBe('       score\n-----  -----\nmean       2\ncount      1');
});

test('a danfojs series is shown as a table of one column', async () => {
  expect((await mimeBundle(new Series([1, 2], { columns: ['rank'] }))).data['text/plain']).toBe(
    'rank\n----\n   1\n   2',
  );
});

test.each([
  ['as it is', '北京'],
  ['0.1', 0.1],
  ['null', null],
  ['[]', []],
  ['[ 1, 2 ]', [1, 2]],
  ["{ weights: { A: { lower: 0.1 } }, names: [ 'a', 'b' ] }", { weights: { A: { lower: 0.1 } }, names: ['a', 'b'] }],
  ["[ { place: 'a' }, 1 ]", [{ place: 'a' }, 1]],
  ['{ a: [ 1 ], b: [ 1, 2 ] }', { a: [1], b: [1, 2] }],
])('anything else is shown as text: %s', async (expected, value) => {
  expect((await mimeBundle(value)).data).toEqual({ 'text/plain': value === '北京' ? '北京' : expected });
});

test('what a reader gives is shown as its table, with the warnings of the reading below it', async () => {
  const note = { rule: 'short-row', row: 3, column: null, value: 'B', message: 'one cell', count: 1 };
  const report = (notes: object[]) => ({ table, report: { rowsIn: 3, rowsKept: 2, notes } });
  const shown = async (notes: object[]) => (await mimeBundle(report(notes))).data['text/plain'] as string;
  expect(await shown([{ ...note, weight: 'note' }])).toBe(text);
  const warned = await shown([
    { ...note, weight: 'note', rule: 'unit' },
    { ...note, weight: 'warning' },
  ]);
  expect(warned.startsWith(`${text}\n\n2 of 3 rows kept\n\nweight`)).toBe(true);
  expect([warned.includes('short-row'), warned.includes('unit')]).toEqual([true, false]);
});
