import { Table } from '@indexlab/core';
import { expect, test } from 'vitest';
import { fromFrame } from './from-frame.js';
import { toFrame } from './to-frame.js';

const columns = { code: ['010000', null], city: ['北京', '上海'], score: [100000001.5, NaN], large: [true, false] };

test('toFrame keeps codes, Chinese, large numbers and missing cells', async () => {
  const frame = await toFrame(columns);
  expect(frame.columns).toEqual(['code', 'city', 'score', 'large']);
  expect(frame.dtypes).toEqual(['string', 'string', 'float32', 'boolean']);
  expect(frame.values).toEqual([
    ['010000', '北京', 100000001.5, true],
    [null, '上海', NaN, false],
  ]);
});

test('fromFrame gives back what toFrame took', async () => {
  const table = new Table([
    { type: 'text', name: 'code', values: ['010000', null] },
    { type: 'number', name: '2016', values: Float64Array.of(0.1, NaN) },
    { type: 'text', name: 'nothing', values: ['x', 'y'] },
  ]);
  expect(fromFrame(await toFrame(table)).toRows()).toEqual(table.toRows());
});

test('fromFrame takes codes for texts even where danfojs takes them for numbers', async () => {
  const { DataFrame } = await import('danfojs-node');
  const frame = new DataFrame({ code: ['010000', '110000'] });
  expect(frame.dtypes).toEqual(['int32']);
  expect(fromFrame(frame).texts('code').values).toEqual(['010000', '110000']);
});

test('a table without rows makes a frame without rows', async () => {
  const frame = await toFrame(new Table([{ type: 'text', name: 'city', values: [] }]));
  expect([frame.columns, frame.shape]).toEqual([['city'], [0, 1]]);
});

test('toFrame refuses the names that a frame needs itself', async () => {
  await expect(toFrame({ shape: [1], index: [1], city: ['x'] })).rejects.toThrow('got index, shape');
});
