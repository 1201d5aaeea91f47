import { describe, expect, test } from 'vitest';
import { splitFlag } from './flagged-cell.js';

const parts = (cell: string) => {
  const found = splitFlag(cell);
  return found && [found.kind, found.token, found.flag];
};

describe('splitFlag', () => {
  test.each([
    ['12.3 p', '12.3', 'p'],
    ['12.3p', '12.3', 'p'],
    ['9.1 bp', '9.1', 'bp'],
    ['9.1 b,p', '9.1', 'b,p'],
    ['12,5 b', '12,5', 'b'],
    ['12.5E', '12.5', 'E'],
    ['12.5*', '12.5', '*'],
    ['0.51***', '0.51', '***'],
    ['-12.5†', '-12.5', '†'],
    ['1,234 ‡', '1,234', '‡'],
    ['2189①', '2189', '①'],
    ['12.5¹', '12.5', '¹'],
    ['12.5 (e)', '12.5', '(e)'],
    ['12.5（1）', '12.5', '（1）'],
    ['12.5[2]', '12.5', '[2]'],
    ['14.0 [p]', '14.0', '[p]'],
    ['12,5 1)', '12,5', '1)'],
    ['1 234,5 p', '1 234,5', 'p'],
    ['13.5 % p', '13.5 %', 'p'],
    ['*12.5', '12.5', '*'],
  ])('takes %s for a number with a flag', (cell, token, flag) => {
    expect(parts(cell)).toEqual(['flagged', token, flag]);
  });

  test.each([
    [': c', 'c'],
    [':u', 'u'],
    ['.. p', 'p'],
    ['- *', '*'],
    ['c', 'c'],
    ['X', 'X'],
    ['(D)', '(D)'],
    ['[x]', '[x]'],
    ['nd', 'nd'],
  ])('takes %s for a missing number with a flag', (cell, flag) => {
    expect(parts(cell)).toEqual(['missing', '', flag]);
  });

  test.each(['<0.5', '< 0.5', '≤1', '>100', 'less than 5', '低于0.5', '<1,000'])('takes %s for a bound', (cell) => {
    expect(parts(cell)).toEqual(['censored', '', cell]);
  });

  test.each([
    ['(12.5)', '12.5'],
    ['（1,234）', '1,234'],
    ['($ 12.5)', '$ 12.5'],
    ['[3.1]', '3.1'],
  ])('takes %s for a number in brackets', (cell, token) => {
    expect(parts(cell)).toEqual(['bracketed', token, cell]);
  });

  test.each([
    '12.5万',
    '3.2亿',
    '5k',
    '12 kg',
    '12 km',
    '3 bn',
    '12.5b',
    '5 M',
    '85+',
    '12 fr',
    '3 (kg)',
    'Inf',
    'p',
    'word',
    '',
    '12.5.',
    '1-2',
  ])('makes no number of %s', (cell) => {
    expect(['flagged', 'censored', 'bracketed']).not.toContain(splitFlag(cell)?.kind);
  });
});
