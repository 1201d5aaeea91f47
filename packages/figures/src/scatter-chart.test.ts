import { expect, test } from 'vitest';
import { scatterChart } from './scatter-chart.js';

const data = { published: [1, 2, null], rebuilt: [1.1, 2, 3], city: ['北京', '上海', '广州'] };
const options = { x: 'published', y: 'rebuilt', title: 'Rebuilt against published' };

test('scatterChart draws the rows that have both coordinates and counts the rest', () => {
  const { spec, subtitle } = scatterChart(data, options);
  expect(spec.data).toEqual({
    values: [
      { x: 1, y: 1.1 },
      { x: 2, y: 2 },
    ],
  });
  expect(subtitle).toBe('Not drawn: 1 of 3 rows, which lack a value.');
});

test('scatterChart draws the identity line over the whole width', () => {
  const { spec } = scatterChart(data, { ...options, reference: 'identity' });
  const [line] = (spec as unknown as { layer: { data: { values: { x: number; y: number }[] } }[] }).layer;
  const [first, last] = line!.data.values;
  expect(first!.y).toBe(first!.x);
  expect(last!.y).toBe(last!.x);
  expect(first!.x).toBeLessThan(1);
  expect(last!.x).toBeGreaterThan(2);
});

test('scatterChart draws a single point in the middle', () => {
  const { spec } = scatterChart({ a: [5], b: [0] }, { x: 'a', y: 'b', title: 't' });
  expect(JSON.stringify(spec)).toContain(`"domain":[${5 - 5 * 0.05},${5 + 5 * 0.05}]`);
  expect(JSON.stringify(spec)).toContain('"domain":[-0.05,0.05]');
});

test('scatterChart takes a hundred thousand points', () => {
  const x = Float64Array.from({ length: 100_000 }, (_, row) => row);
  expect(scatterChart({ x, y: x }, { x: 'x', y: 'y', title: 't' }).subtitle).toBe('');
});
