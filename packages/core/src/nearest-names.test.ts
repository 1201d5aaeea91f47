import { expect, test } from 'vitest';
import { didYouMean, nearestNames } from './nearest-names.js';

test('nearestNames puts the name with the fewest edits first', () => {
  expect(nearestNames('populaton', ['pollution', 'population'])).toEqual(['population']);
});

test('nearestNames counts two swapped neighbours as one edit, and neither case nor blanks', () => {
  expect(nearestNames('Gdp growht', ['gdpgrowth'])).toEqual(['gdpgrowth']);
});

test('nearestNames knows a word by its stem', () => {
  expect(nearestNames('normalisation', ['rank', 'normalise'])).toEqual(['normalise']);
  expect(nearestNames('score', ['scale', 'scope'])).toEqual(['scope']);
});

test('nearestNames knows abbreviations, either way', () => {
  expect(nearestNames('yr', ['rank', 'year'])).toEqual(['year']);
  expect(nearestNames('prvnc', ['province', 'price'])).toEqual(['province']);
  expect(nearestNames('year', ['yr', 'city'])).toEqual(['yr']);
  expect(nearestNames('gpc', ['GDP per capita', 'gpx', 'gross_product_city'])).toContain('gross_product_city');
  expect(nearestNames('xy', ['x', 'population', 'query'])).toEqual(['x']);
});

test('nearestNames suggests nothing where nothing is near', () => {
  expect(nearestNames('x', ['score', 'rank'])).toEqual([]);
});

test('didYouMean lists everything when nothing is near', () => {
  expect(didYouMean('x', ['score', 'rank'], 'columns')).toBe('The columns are: rank, score.');
});

test('nearestNames allows as many edits as a third of the longer name has characters, and no more', () => {
  expect(nearestNames('abcdefghi', ['abxyzfghi'])).toEqual(['abxyzfghi']);
  expect(nearestNames('abcdefghi', ['abwxyzghi'])).toEqual([]);
  expect(nearestNames('abc', ['acb'])).toEqual(['acb']);
});

test('nearestNames takes names with the same stem, of five characters and half of the shorter one, for near', () => {
  expect(nearestNames('normalisation', ['normalise', 'nominal'])).toEqual(['normalise']);
  expect(nearestNames('abcdxxxxxxxx', ['abcdyyyyyyyy'])).toEqual([]);
  expect(nearestNames('abcdexxxxxxx', ['abcdeyyyyyyy'])).toEqual([]);
});
