import { describe, expect, test } from 'vitest';
import { addSeen, decideMark, type MarkEvidence, markOfFile, markSign } from './decimal-mark.js';

const evidence = (...tokens: string[]): MarkEvidence => {
  const found: MarkEvidence = {};
  for (const token of tokens) {
    const sign = markSign(token);
    if (sign) addSeen(found, sign, 0, token);
  }
  return found;
};
const decide = (tokens: string[], delimiter: string | null, file: '.' | ',' | null = null) => {
  const found = decideMark(evidence(...tokens), file, delimiter);
  return 'undecided' in found ? 'undecided' : `${found.mark}${found.doubt ? ' with doubt' : ''}`;
};

describe('markSign', () => {
  test.each([
    ['1.5', 'point'],
    ['1,234.5', 'point'],
    ['1,234,567', 'point'],
    ['0.500', 'point'],
    ['1.234,5', 'comma'],
    ['1.234.567', 'comma'],
    ['0,500', 'comma'],
    ['-1,5', 'comma'],
    ['3,05', 'comma'],
    ['101,5', 'comma'],
    ['12,5 %', 'comma'],
    ['7,2', 'pair'],
    ['35,20', 'pair'],
    ['1,3', 'risingPair'],
    ['12,500', 'commaOrGroup'],
    ['327.258', 'pointOrGroup'],
    ['1234.567', 'point'],
    ['1234', null],
    ['1,2,3', null],
    ['n.a.', null],
  ])('says of %s: %s', (token, sign) => {
    expect(markSign(token)).toBe(sign);
  });
});

describe('decideMark', () => {
  test('follows proof in the column', () => {
    expect([decide(['1.5', '12,500'], ','), decide(['-1,5', '12.500'], ';')]).toEqual(['.', ',']);
  });

  test('decides nothing where proofs contradict each other', () => {
    expect([decide(['1.5', '-1,5'], ','), decide(['12.500', '12,500'], ';'), decide(['2.5', '7,2'], ',')]).toEqual([
      'undecided',
      'undecided',
      'undecided',
    ]);
  });

  test('takes pairs for decimals only where no list is written so', () => {
    expect([decide(['7,2'], ','), decide(['7,2'], null), decide(['1,3'], '\t'), decide(['1,3', '7,2'], '\t')]).toEqual([
      'undecided',
      'undecided',
      'undecided',
      ',',
    ]);
    expect([decide(['1,3'], ';'), decide(['7,2'], ';'), decide(['7,2'], ',', ',')]).toEqual([',', ',', ',']);
  });

  test('keeps 1,3 beside 12,500 undecided, behind semicolons too', () => {
    expect([decide(['1,3', '12,500'], ','), decide(['1,3', '12,500'], ';')]).toEqual(['undecided', 'undecided']);
  });

  test('asks the other columns, then the delimiter, about three digits behind a mark', () => {
    const commas = [',', ';', '\t', null, ''].map((delimiter) => decide(['101,235'], delimiter));
    expect(commas).toEqual(['. with doubt', ', with doubt', 'undecided', '. with doubt', 'undecided']);
    const points = [',', ';', '\t', null].map((delimiter) => decide(['327.258'], delimiter));
    expect(points).toEqual(['.', 'undecided', '.', '.']);
    expect([decide(['101,235'], ';', '.'), decide(['327.258'], ';', ','), decide(['327.258'], ';', '.')]).toEqual([
      '.',
      ',',
      '.',
    ]);
  });

  test('needs columns that agree to know the mark of a file', () => {
    expect(markOfFile([evidence('1.5'), evidence('12,500')], ',')).toBe('.');
    expect(markOfFile([evidence('1,75'), evidence('12.500')], ';')).toBe(',');
    expect(markOfFile([evidence('1.5'), evidence('-1,5')], ';')).toBe(null);
    expect(markOfFile([evidence('7,2')], ',')).toBe(null);
  });
});
