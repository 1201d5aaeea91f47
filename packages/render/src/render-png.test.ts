import { createHash } from 'node:crypto';
import { barChart } from '@indexlab/figures';
import { expect, test } from 'vitest';
import { renderPng } from './render-png.js';
import { rendersChinese } from './renders-chinese.js';

const chart = barChart(
  { city: ['北京', '上海'], score: [2, 1] },
  { category: 'city', value: 'score', title: '总指数 total' },
);

test('renderPng gives the same bytes again', async () => {
  expect((await renderPng(chart)).bytes).toEqual((await renderPng(chart)).bytes);
});

test('renderPng gives the same bytes on every machine', async () => {
  // A new release of Vega, of the rasteriser or of the font may change them: look at the picture, then enter the new digest.
  const { bytes } = await renderPng(chart);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(
    'b11466ef34d9d5d987e67f402190042dc73cb6c948ef3e1f6acb2e6819740ff9',
  );
});

test('renderPng draws two pixels per CSS pixel unless told otherwise', async () => {
  const { bytes, width, height } = await renderPng(chart);
  expect(pixels(bytes)).toEqual([2 * width, 2 * height]);
  expect(pixels((await renderPng(chart, { scale: 1 })).bytes)).toEqual([width, height]);
});

test('renderPng refuses a scale that is no size', async () => {
  await expect(renderPng(chart, { scale: 0 })).rejects.toThrow('got 0');
  await expect(renderPng(chart, { scale: NaN })).rejects.toThrow('got NaN');
  await expect(renderPng(chart, { scale: 10.1 })).rejects.toThrow('got 10.1');
});

test('renderPng draws up to ten pixels per CSS pixel', async () => {
  const { bytes, width } = await renderPng(chart, { scale: 10 });
  expect(pixels(bytes)[0]).toBe(10 * width);
});

test('Chinese is legible with the bundled fonts alone', async () => {
  expect(await rendersChinese()).toBe(true);
});

/** Width and height in the header of a PNG file. */
function pixels(bytes: Uint8Array): [number, number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}
