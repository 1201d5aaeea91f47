import { describe, expect, test } from 'vitest';
import { builtInFormat, dateText, numberFormat } from './number-format.js';
import { unknownDigits } from '../columns/parse-number.js';

describe('numberFormat', () => {
  test.each([
    ['0', 0],
    ['0.00', 2],
    ['#,##0.0', 1],
    ['#,##0.00_);[Red](#,##0.00)', 2],
    ['0.000" 亿元"', 3],
    ['[$¥-804]#,##0.00', 2],
    ['_ * #,##0.0_ ', 1],
    ['00000', 0],
    ['0.', 0],
    ['General', unknownDigits],
    ['0.##', unknownDigits],
    ['0.00E+00', unknownDigits],
    ['# ??/??', unknownDigits],
    ['0.0,', unknownDigits],
    ['#,##0.0,,', unknownDigits],
  ])('%s shows %s decimals', (code, decimals) => {
    expect(numberFormat(code)).toEqual({ kind: 'number', decimals, percent: false });
  });

  test('tells percent, dates and text', () => {
    expect([numberFormat('0.0%'), numberFormat('0%')]).toEqual([
      { kind: 'number', decimals: 1, percent: true },
      { kind: 'number', decimals: 0, percent: true },
    ]);
    expect(
      ['yyyy-mm-dd', 'h:mm AM/PM', '[h]:mm:ss', 'yyyy"年"m"月"', 'mmm-yy'].map((code) => numberFormat(code).kind),
    ).toEqual(Array(5).fill('date'));
    expect([numberFormat('@').kind, numberFormat('"day "0').kind, numberFormat('[Red]0.0').kind]).toEqual([
      'text',
      'number',
      'number',
    ]);
    expect([2, 10, 14, 31, 99].map(builtInFormat)).toEqual(['0.00', '0.00%', 'yyyy-mm-dd', 'yyyy-mm-dd', 'General']);
  });
});

describe('dateText', () => {
  test('knows the day that sheets count and the calendar does not', () => {
    expect([1, 59, 61, 43466, 2958465].map((day) => dateText(day, 'yyyy-mm-dd', false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      '2019-01-01',
      '9999-12-31',
    ]);
    expect(dateText(42004, 'yyyy-mm-dd', true)).toBe('2019-01-01');
  });

  test('shows what the format shows', () => {
    expect(dateText(43466.999999, 'yyyy-mm-dd', false)).toBe('2019-01-02');
    expect([
      dateText(43466.5, 'yyyy-mm-dd h:mm', false),
      dateText(43485, 'yyyy"年"m"月"', false),
      dateText(43485, 'yyyy', false),
      dateText(0.5, 'h:mm:ss', false),
    ]).toEqual(['2019-01-01 12:00:00', '2019-01', '2019', '12:00:00']);
  });
});
