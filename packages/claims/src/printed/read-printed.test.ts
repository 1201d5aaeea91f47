import { describe, expect, test } from 'vitest';
import { readPrinted } from './read-printed.js';

const ends = (printed: string, options = {}) => {
  const { span } = readPrinted(printed, options);
  return `${span.lower === null ? '(-∞' : `${span.lowerOpen ? '(' : '['}${span.lower}`}, ${span.upper === null ? '∞)' : `${span.upper}${span.upperOpen ? ')' : ']'}`}`;
};

describe('readPrinted', () => {
  test.each([
    ['41.2', '[41.15, 41.25]'],
    ['41.20 %', '[0.41195, 0.41205]'],
    ['25.80', '[25.795, 25.805]'],
    ['-3.2 %', '[-0.0325, -0.0315]'],
    ['12.5％', '[0.1245, 0.1255]'],
    ['12.5 ％', '[0.1245, 0.1255]'],
    ['12％-14％', '[0.115, 0.145]'],
    ['−3.2 %', '[-0.0325, -0.0315]'],
    ['3.2 ‰', '[0.00315, 0.00325]'],
    ['73,500,000', '[73499999.5, 73500000.5]'],
    ['1.2 million passengers', '[1150000, 1250000]'],
    ['4.85 hundred million', '[484500000, 485500000]'],
    ['20 cities', '[20, 20]'],
    ['three ports', '[3, 3]'],
    ['rank 5', '[5, 5]'],
    ['two to three times', '[1.5, 3.5]'],
    ['three or four ports', '[3, 4]'],
    ['between five and ten %', '[0.045, 0.105]'],
    ['between 2 and 3 times', '[1.5, 3.5]'],
    ['more than double', '(2, ∞)'],
    ['slightly more than twice', '(2, ∞)'],
    ['well over half', '(0.5, ∞)'],
    ['well below a third', '(-∞, 1/3)'],
    ['nearly triple', '[2.7, 3)'],
    ['over 20 cities', '(20, ∞)'],
    ['more than 20 %', '(0.2, ∞)'],
    ['at least 20', '[20, ∞)'],
    ['less than 5 %', '(-∞, 0.05)'],
    ['at most 5', '(-∞, 5]'],
    ['nearly 60 %', '[0.54, 0.6)'],
    ['nearly 200', '[180, 200)'],
    ['over or near 100 %', '[0.9, ∞)'],
    ['about 50 %', '[0.45, 0.55]'],
    ['about 11 %', '[0.105, 0.115]'],
    ['about 73,500,000', '[73450000, 73550000]'],
    ['about 0.5', '[0.45, 0.55]'],
    ['2-3 times', '[1.5, 3.5]'],
    ['2 to 3 times', '[1.5, 3.5]'],
    ['over a third', '(1/3, ∞)'],
    ['nearly a quarter', '[0.225, 0.25)'],
    ['two thirds', '[0.6, 11/15]'],
    ['a good quarter', '(0.25, ∞)'],
    ['超过20%', '(0.2, ∞)'],
    ['约 40%', '[0.36, 0.44]'],
    ['20 or more', '[20, ∞)'],
  ])('%s stands for %s', (printed, span) => {
    expect(ends(printed)).toBe(span);
  });

  test('whole-point bands are half open, so that nothing falls between two of them', () => {
    expect([ends('0-24', { bands: true }), ends('25-49', { bands: true })]).toEqual(['[0, 25)', '[25, 50)']);
  });

  test('the token stays as printed', () => {
    expect(['25.80 %', '2-3 times', 'over a third', 'three ports'].map((one) => readPrinted(one).token)).toEqual([
      '25.80',
      '2-3',
      'a third',
      'three',
    ]);
  });

  test('a count that is rounded, and a measure that is not, can be said', () => {
    expect(ends('20 cities', { exact: false })).toBe('[19.5, 20.5]');
    expect(ends('20', { exact: true })).toBe('[20, 20]');
  });

  test('throws where there is no number', () => {
    expect(() => readPrinted('many ports')).toThrow('a printed number requires digits, got "many ports"');
  });
});

test.each(['240,7', '9e1', '2.6 % lower', 'one in four', '100-80', '90 ± 5', '~70', '3 % up'])(
  'what continues a number or turns its meaning is refused, never passed over: %s',
  (printed) => {
    expect(() => readPrinted(printed)).toThrow(`printed requires a number and its unit, got "${printed}"`);
  },
);

test('basis points are a unit', () => {
  expect(readPrinted('1000 basis points').size.toString()).toBe('0.0001');
});

test.each(['a quarter to a third', 'three to 4 times', '2 to three times', 'half to two thirds', 'five and a half'])(
  'readPrinted refuses %s instead of reading its first number alone',
  (printed) => {
    expect(() => readPrinted(printed)).toThrow(`requires a number and its unit, got "${printed}"`);
  },
);
