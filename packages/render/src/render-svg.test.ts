import { barChart, type ChartFigure, intervalChart, rankChart, scatterChart, textWidth } from '@indexlab/figures';
import { expect, test, vi } from 'vitest';
import { renderSvg } from './render-svg.js';

const cities = '北京 上海 广州 深圳 杭州 成都 重庆 武汉 南京 苏州 克孜勒苏柯尔克孜自治州 巴音郭楞蒙古自治州'.split(' ');
const scores = cities.map((_, row) => 100 / (row + 1));
const charts: Record<string, ChartFigure> = {
  bar: barChart(
    { city: cities, score: scores },
    { category: 'city', value: 'score', decimals: 2, title: '“互联网＋”总指数' },
  ),
  'negative bar': barChart(
    { city: cities, score: scores.map((score, row) => (row % 2 ? -score : score)) },
    { category: 'city', value: 'score', decimals: 3, title: 'Change 变化' },
  ),
  'grouped bar': barChart(
    cities.flatMap((city, row) => ['公布值', '重建值'].map((source) => ({ city, source, score: scores[row]! }))),
    {
      category: 'city',
      value: 'score',
      group: 'source',
      decimals: 1,
      title: 'Published and rebuilt',
      subtitle: '各城市得分',
    },
  ),
  scatter: scatterChart(
    {
      公布值: scores,
      重建值: scores.map((score, row) => score + Math.sin(row)),
      city: cities,
      tier: cities.map((_, row) => (row < 4 ? '一线' : '二线')),
    },
    {
      x: '公布值',
      y: '重建值',
      label: 'city',
      group: 'tier',
      reference: 'identity',
      title: 'Rebuilt against published',
    },
  ),
  interval: intervalChart(
    {
      part: ['基础分指数', '创新创业分指数'],
      lower: [0.1, 0.299],
      upper: [0.2, 0.301],
      estimate: [0.15, 0.3],
      stated: [0.3, 0.3],
    },
    {
      category: 'part',
      lower: 'lower',
      upper: 'upper',
      points: ['estimate', 'stated'],
      reference: 0.25,
      title: 'Weights 权重',
    },
  ),
  rank: rankChart(
    cities.flatMap((city, row) =>
      [2015, 2016].map((year) => ({ city, year, rank: year === 2015 ? row + 1 : ((row * 5) % 12) * 20 + 1 })),
    ),
    { unit: 'city', time: 'year', rank: 'rank', title: 'Ranks 排名' },
  ),
};

test.each(Object.keys(charts))(
  'the %s chart compiles without a warning and draws every text inside the picture, none over another',
  async (name) => {
    const warn = vi.spyOn(console, 'warn');
    const svg = await renderSvg(charts[name]!);
    expect(warn.mock.calls).toEqual([]);
    const [width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!.slice(1).map(Number) as [number, number];
    const boxes = textBoxes(svg);
    expect(boxes.length).toBeGreaterThan(10);
    for (const [index, box] of boxes.entries()) {
      expect(box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height, `${box.text} is inside`).toBe(
        true,
      );
      for (const other of boxes.slice(index + 1)) {
        const overlap =
          box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
        expect(overlap, `${box.text} covers ${other.text}`).toBe(false);
      }
    }
  },
);

test('renderSvg shows every Chinese label whole', async () => {
  const texts = textBoxes(await renderSvg(charts['bar']!)).map((box) => box.text);
  for (const city of cities) expect(texts).toContain(city);
});

test('renderSvg gives the same text again, one after the other and at the same time', async () => {
  const first = await renderSvg(charts['scatter']!);
  expect(first).toContain('clip-path');
  expect(await renderSvg(charts['scatter']!)).toBe(first);
  expect(await Promise.all([1, 2, 3].map(() => renderSvg(charts['scatter']!)))).toEqual([first, first, first]);
});

test('renderSvg goes on after a specification that Vega refuses', async () => {
  const broken = { ...charts['bar']!, spec: { data: { values: [] }, mark: 'no such mark' } } as unknown as ChartFigure;
  await expect(renderSvg(broken)).rejects.toThrow();
  await expect(renderSvg(charts['bar']!)).resolves.toMatch(/^<svg/);
});

interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where each text of a document stands, from the transforms of the groups around it. */
function textBoxes(svg: string): TextBox[] {
  const boxes: TextBox[] = [];
  const groups: [number, number][] = [];
  for (const [tag, attributes = '', content = ''] of svg.matchAll(/<\/?(?:g|text)((?:\s[^>]*)?)>([^<]*)/g)) {
    if (tag.startsWith('</g')) groups.pop();
    if (tag.startsWith('</')) continue;
    const [x, y] = /translate\(([-\d.]+),([-\d.]+)\)/.exec(attributes)?.slice(1).map(Number) ?? [0, 0];
    if (tag.startsWith('<g')) groups.push([x!, y!]);
    else if (content.trim() !== '') boxes.push(textBox(content, attributes, [x!, y!], groups));
  }
  return boxes;
}

function textBox(
  content: string,
  attributes: string,
  own: [number, number],
  groups: readonly [number, number][],
): TextBox {
  const text = content.replaceAll('&lt;', '<').replaceAll('&amp;', '&');
  const size = Number(/font-size="([\d.]+)px"/.exec(attributes)![1]);
  const length = textWidth(text, size, { bold: attributes.includes('font-weight="bold"') });
  const [x, y] = [...groups, own].reduce((sum, [dx, dy]) => [sum[0] + dx, sum[1] + dy], [0, 0]);
  const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1];
  const before = anchor === 'end' ? length : anchor === 'middle' ? length / 2 : 0;
  // From the top of a Chinese character to its bottom: 0.86 em above the base line, 0.07 em below.
  if (attributes.includes('rotate(-90)'))
    return { text, left: x - 0.86 * size, right: x + 0.07 * size, top: y - length + before, bottom: y + before };
  return { text, left: x - before, right: x - before + length, top: y - 0.86 * size, bottom: y + 0.07 * size };
}
