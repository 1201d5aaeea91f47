import { expect, test } from 'vitest';
import { intervalChart } from './interval-chart.js';

const data = {
  part: ['A', 'B', 'C'],
  lower: [0.1, 0.3, null],
  upper: [0.2, 0.3, 1],
  estimate: [0.15, null, 0.5],
  stated: [0.25, 0.3, 0.5],
};
const options = { category: 'part', lower: 'lower', upper: 'upper', title: 'Weights' };

test('intervalChart draws the rows with two ends and counts the rest', () => {
  const { spec, subtitle } = intervalChart(data, options);
  expect(spec.data).toEqual({
    values: [
      { category: 'A', lower: 0.1, upper: 0.2 },
      { category: 'B', lower: 0.3, upper: 0.3 },
    ],
  });
  expect(subtitle).toBe('Not drawn: 1 of 3 rows, which lack a value.');
});

test('intervalChart draws each kind of point that has a value', () => {
  const text = JSON.stringify(intervalChart(data, { ...options, points: ['estimate', 'stated'] }).spec);
  expect(text).toContain('{"values":[{"category":"A","series":"estimate","value":0.15}]}');
  expect(text).toContain(
    '{"values":[{"category":"A","series":"stated","value":0.25},{"category":"B","series":"stated","value":0.3}]}',
  );
});

test('intervalChart refuses ends in the wrong order, repeated categories and a fourth kind of point', () => {
  expect(() => intervalChart({ part: ['A'], lower: [2], upper: [1] }, options)).toThrow('got 2 and 1 (A)');
  expect(() => intervalChart({ part: ['A', 'A'], lower: [1, 1], upper: [1, 1] }, options)).toThrow(
    'more than one for A',
  );
  expect(() => intervalChart(data, { ...options, points: ['a', 'b', 'c', 'd'] })).toThrow(
    'at most three columns of points, got 4',
  );
});
