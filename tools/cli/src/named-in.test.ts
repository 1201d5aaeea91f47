import { expect, test } from 'vitest';
import { namedIn } from './named-in.js';

test('a column is named by a formula, an option or a list that holds its name', () => {
  expect(namedIn(['y ~ x + log(GDP)'], 'GDP')).toBe(true);
  expect(namedIn([{ column: 'score', json: true }], 'score')).toBe(true);
  expect(namedIn([{ columns: 'a,b' }], 'b')).toBe(true);
  expect(namedIn(['指数 ~ 市场基础*技术'], '技术')).toBe(true);
});

test('blanks, full-width forms and a unit behind a name do not matter', () => {
  expect(namedIn(['GDP增速'], 'GDP 增速')).toBe(true);
  expect(namedIn(['人口(万人)'], '人口（万人）')).toBe(true);
  expect(namedIn(['GDP (bn)'], 'GDP')).toBe(true);
});

test('part of a longer name is no name', () => {
  expect(namedIn(['y ~ x2 + gdp_growth'], 'x')).toBe(false);
  expect(namedIn(['y ~ x2 + gdp_growth'], 'gdp')).toBe(false);
});

test('a point in a formula means all columns, one in a number none', () => {
  expect(namedIn(['y ~ .'], 'any')).toBe(true);
  expect(namedIn(['y ~ x + .'], 'any')).toBe(true);
  expect(namedIn(['y ~ I(x * .5)'], 'any')).toBe(false);
});
