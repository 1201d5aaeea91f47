import { expect, test } from 'vitest';
import { csvLine } from './csv-line.js';
import { guardFormula, withoutGuard } from './formula-guard.js';

test.each(['=cmd|x', '@SUM(1)', '+1+1', '-1+cmd', '\tx', '＝1', '＠SUM(1)', '－1', "'=1"])(
  'guardFormula stops %j from being run, and withoutGuard gives it back',
  (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
    expect(withoutGuard(guardFormula(text))).toBe(text);
  },
);

test('guardFormula leaves what starts with a letter or holds a sign later', () => {
  for (const text of ["it's", 'a=b', '5-1', '']) expect(guardFormula(text)).toBe(text);
});

test('csvLine leaves printed numbers as they are and guards the rest', () => {
  expect(csvLine(['-5', '+0.25', '-1e-7', '-12%', '-0.500***', -3])).toBe('-5,+0.25,-1e-7,-12%,-0.500***,-3');
  expect(csvLine(['-1+cmd', '+A1', '=1'])).toBe('"\'-1+cmd","\'+A1","\'=1"');
});

test('csvLine quotes delimiters, quotes, line ends, blanks at the ends and a leading mark of comments', () => {
  expect(csvLine(['a,b', 'c"d', 'e\nf', ' g', '#h'])).toBe('"a,b","c""d","e\nf"," g","#h"');
  expect(csvLine(['a,b', 'c;d'], ';')).toBe('a,b;"c;d"');
});

test('csvLine leaves missing cells empty and joins lists by blanks', () => {
  expect(csvLine([null, undefined, NaN, 0, false, [1, 2]])).toBe(',,,0,false,1 2');
});
