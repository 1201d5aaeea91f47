import { expect, test } from 'vitest';
import { levene } from './equal-variances.js';
test.each([1e-162, 1e-155, 1e100, 1e140])('levene does not depend on the unit: times %d', (unit) => {
  const groups = [
    [3, 1, 4, 1.5, 9],
    [4.5, 1.5, 6, 2.25, 13.5],
  ];
  const scaled = groups.map((values) => values.map((value) => value * unit));
  expect(levene(scaled).statistic).toBeCloseTo(levene(groups).statistic, 11);
});
