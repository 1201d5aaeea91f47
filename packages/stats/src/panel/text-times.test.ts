import { describe, expect, test } from 'vitest';
import { panel } from './panel.js';

const city = ['a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'c'];
const x = [1, 2, 4, 3, 5, 9, 2, 5, 7];
const y = [2, 4, 5, 1, 4, 9, 7, 14, 20];
const run = (year: readonly unknown[]) =>
  panel('y ~ x', { city, year, x, y }, { entity: 'city', time: 'year', method: 'first-difference' });

describe('times that are texts', () => {
  const years = [1999, 2000, 2002, 1999, 2000, 2001, 1999, 2000, 2001];
  const note = 'The times in year are texts, all of them numbers, and were read as numbers.';

  test('and all numbers count as numbers, and a warning says so', () => {
    const ours = run(years.map(String));
    expect(ours.terms).toEqual(run(years).terms);
    expect(ours.gaps).toBe(1);
    expect(ours.warnings).toContain(note);
    expect(run(years).warnings).not.toContain(note);
  });

  test('of numbers of unequal length follow one another as numbers', () => {
    const times = [9, 10, 11, 9, 10, 11, 9, 10, 11];
    expect(run(times.map(String)).terms).toEqual(run(times).terms);
  });

  test('that do not begin with a year are named with the order taken', () => {
    const months = ['Jan', 'Feb', 'Mar'];
    expect(run(city.map((_, i) => months[i % 3]!)).warnings.join()).toContain(
      'The times in year are texts and follow one another by their characters, each a step from the one before: "Jan" (row 1 and 2 more)',
    );
    const quarters = ['2019Q1', '2019Q2', '2019Q3'];
    expect(run(city.map((_, i) => quarters[i % 3]!)).warnings.join()).not.toContain('times in year');
  });

  test('of which one is no number are named with that one', () => {
    const times = ['1999', '2000', 'about 2001'];
    expect(run(city.map((_, i) => times[i % 3]!)).warnings.join()).toContain(
      'no numbers: "about 2001" (row 3 and 2 more).',
    );
  });
});

describe('a panel', () => {
  test('of random effects says that p-values are those of t, where plm takes the normal distribution', () => {
    const data = { city, year: city.map((_, i) => i % 3), x, y };
    const of = (method: 'random' | 'pooled'): string =>
      panel('y ~ x', data, { entity: 'city', time: 'year', method }).errors;
    expect(of('random')).toMatch(
      /t with G - 1 = 2 degrees of freedom.*; plm in R takes the normal distribution instead of t$/,
    );
    expect(of('pooled')).not.toMatch('plm');
  });
});
