import { expect, test } from 'vitest';
import { rankChart } from './rank-chart.js';

const rows = [
  { city: '北京', year: 2015, rank: 1 },
  { city: '深圳', year: 2015, rank: 4 },
  { city: '广州', year: 2015, rank: 3 },
  { city: '深圳', year: 2016, rank: 2 },
  { city: '北京', year: 2016, rank: 1 },
  { city: '广州', year: 2016, rank: 4 },
];
const options = { unit: 'city', time: 'year', rank: 'rank', title: 'Ranks' };

test('rankChart says of each unit whether it rose, fell or kept its rank', () => {
  const values = valuesOf(rankChart(rows, options).spec);
  expect(new Map(values.map(({ unit, change }) => [unit, change]))).toEqual(
    new Map([
      ['北京', 'same rank'],
      ['深圳', 'rose'],
      ['广州', 'fell'],
    ]),
  );
});

test('rankChart breaks the line of a unit that is not ranked in an edition', () => {
  const values = valuesOf(rankChart([...rows, { city: '武汉', year: 2016, rank: 3 }], options).spec);
  expect(values.filter(({ unit }) => unit === '武汉')).toEqual([
    { unit: '武汉', time: '2015', rank: null, change: 'same rank' },
    { unit: '武汉', time: '2016', rank: 3, change: 'same rank' },
  ]);
});

test('rankChart keeps the names apart where ranks are close or tied', () => {
  const tied = Array.from({ length: 10 }, (_, row) =>
    [2015, 2016].map((year) => ({ city: `c${row}`, year, rank: row < 9 ? 1 : 300 })),
  ).flat();
  const { layer } = rankChart(tied, options).spec as unknown as { layer: { data?: { values: { pixel: number }[] } }[] };
  const pixels = layer[1]!.data!.values.map(({ pixel }) => pixel);
  for (const [row, pixel] of pixels.slice(1).entries()) expect(pixel - pixels[row]!).toBeGreaterThanOrEqual(14);
});

test('rankChart refuses two ranks of one unit in one edition, and a single edition', () => {
  expect(() => rankChart([...rows, { city: '北京', year: 2016, rank: 2 }], options)).toThrow(
    'more than one for 北京 (2016)',
  );
  expect(() => rankChart(rows.slice(0, 3), options)).toThrow('at least two editions, got 1');
});

test('rankChart draws 60 units and refuses more', () => {
  const units = (count: number): { city: string; year: number; rank: number }[] =>
    Array.from({ length: 2 * count }, (_, row) => ({ city: `c${row >> 1}`, year: 2015 + (row & 1), rank: row >> 1 }));
  expect(valuesOf(rankChart(units(60), options).spec)).toHaveLength(120);
  expect(() => rankChart(units(61), options)).toThrow('at most 60 units, got 61');
});

function valuesOf(spec: object): { unit: string; time: string; rank: number | null; change: string }[] {
  return (spec as { data: { values: { unit: string; time: string; rank: number | null; change: string }[] } }).data
    .values;
}
