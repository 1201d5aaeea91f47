import { expect, test } from 'vitest';
import { printedFigures } from './printed-figures.js';

const figure = printedFigures('internet-plus-2018');

test('a figure of a sentence has its number, its unit and the values that it stands for', () => {
  expect(figure('tier-1-share')).toMatchObject({ token: '20.24', unit: '%', value: 20.24, exact: false });
  expect(figure('tier-1-share').interval.toString()).toBe('[20.235, 20.245]');
});

test('a count stands for itself', () => {
  expect(figure('clustered-cities').interval.toString()).toBe('[351, 351]');
});

test('a range has no single value', () => {
  expect(figure('economy-second-group-ranks').value).toBeNaN();
});

test('an unknown figure is refused with the nearest names', () => {
  expect(() => figure('gini-2107')).toThrow('requires the name of a figure in the text, got "gini-2107"');
});
