import { expect, test } from 'vitest';
import { barChart } from './bar-chart.js';

const data = { city: ['北京', '上海', '广州'], score: [2, 3, 1] };
const options = { category: 'city', value: 'score', title: '总指数' };

test('barChart draws one bar per row in the given order', () => {
  const { spec } = barChart(data, options);
  expect(spec.data).toEqual({
    values: [
      { category: '北京', value: 2 },
      { category: '上海', value: 3 },
      { category: '广州', value: 1 },
    ],
  });
});

test('barChart orders bars by falling value when asked', () => {
  expect(bars(barChart(data, { ...options, order: 'value' }).spec).map((bar) => bar['category'])).toEqual([
    '上海',
    '北京',
    '广州',
  ]);
});

test('barChart prints values with the decimals asked for', () => {
  expect(bars(barChart(data, { ...options, decimals: 2 }).spec).map((bar) => bar['label'])).toEqual([
    '2.00',
    '3.00',
    '1.00',
  ]);
});

test('barChart leaves room for the printed values at both ends of the axis', () => {
  const { spec } = barChart({ city: ['a', 'b'], score: [-10, 10] }, { ...options, decimals: 1 });
  const [low, high] = JSON.parse(/"domain":(\[[^\]]*\])/.exec(JSON.stringify(spec))![1]!) as [number, number];
  expect(low).toBeLessThan(-10);
  expect(high).toBeGreaterThan(10);
});

test('barChart says how many rows have no value', () => {
  const { subtitle, spec } = barChart({ city: ['a', 'b', 'c'], score: [1, null, NaN] }, options);
  expect(subtitle).toBe('Not drawn: 2 of 3 rows, which lack a value.');
  expect(bars(spec)).toHaveLength(1);
});

test('barChart puts the groups of one category side by side', () => {
  const rows = [
    { city: 'a', score: 1, source: 'published' },
    { city: 'a', score: 2, source: 'rebuilt' },
  ];
  expect(JSON.stringify(barChart(rows, { ...options, group: 'source' }).spec)).toContain('"yOffset":{"field":"group"');
  expect(() => barChart(rows, options)).toThrow('barChart requires one row per bar, got more than one for a');
});

test('barChart names what it cannot draw', () => {
  expect(() => barChart([], options)).toThrow();
  expect(() => barChart({ city: ['a'], score: [null] }, options)).toThrow('barChart requires a row with a number');
  expect(() => barChart({ city: ['a'], score: ['high'] }, options)).toThrow('row 1');
  expect(() => barChart(data, { ...options, value: 'total' })).toThrow('no column "total"');
  expect(() => barChart(data, { ...options, title: ' ' })).toThrow('requires a title');
  const many = Array.from({ length: 401 }, (_, row) => ({ city: String(row), score: row }));
  expect(() => barChart(many, options)).toThrow('at most 400 bars, got 401');
  const groups = Array.from({ length: 8 }, (_, row) => ({ city: String(row), score: row, tier: String(row) }));
  expect(() => barChart(groups, { ...options, group: 'tier' })).toThrow('at most 7 groups, got 8');
});

test('barChart takes columns of any name', () => {
  const { spec } = barChart([{ 'a.b[0]': 'x', __proto__x: 1, "it's": 2 }], {
    category: 'a.b[0]',
    value: "it's",
    title: 't',
  });
  expect(bars(spec)).toEqual([{ category: 'x', value: 2 }]);
});

function bars(spec: object): Record<string, unknown>[] {
  return (spec as { data: { values: Record<string, unknown>[] } }).data.values;
}

test('barChart takes as many groups as there are colours', () => {
  const groups = Array.from({ length: 7 }, (_, i) => ({ city: `c${i}`, score: i, tier: `t${i}` }));
  const figure = barChart(groups, { category: 'city', value: 'score', group: 'tier', title: 'Seven' });
  expect(figure.kind).toBe('chart');
});
