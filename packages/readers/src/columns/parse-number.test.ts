import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNumber, unknownDigits } from './parse-number.js';

const value = (cell: string, mark?: '.' | ',') => parseNumber(cell, mark)?.value ?? null;

describe('parseNumber', () => {
  test('keeps the printed decimals beside the nearest double', () => {
    expect(parseNumber('27.70')).toEqual({ value: 27.7, decimals: 2, unit: '', grouped: false });
    expect(parseNumber('-.5')).toMatchObject({ value: -0.5, decimals: 1 });
    expect(parseNumber('5.')).toMatchObject({ value: 5, decimals: 0 });
  });

  test('takes out thousands separators only where they stand in threes', () => {
    expect(['1,234,567.8', '1 234 567', "1'234", '1\u202f234'].map((cell) => value(cell))).toEqual([
      1234567.8, 1234567, 1234, 1234,
    ]);
    expect(['1,23', '12,3456', '1,234,56', ',5'].map((cell) => value(cell))).toEqual([null, null, null, null]);
  });

  test('reads a decimal comma, with points between thousands', () => {
    expect([value('1.234,56', ','), value('0,5', ','), value('1,234.5', ',')]).toEqual([1234.56, 0.5, null]);
  });

  test('gives percent and per mille as units and leaves the number', () => {
    expect([parseNumber('12.5%'), parseNumber('3 ‰')]).toMatchObject([
      { value: 12.5, decimals: 1, unit: '%' },
      { value: 3, unit: '‰' },
    ]);
  });

  test('folds full-width digits, signs and the true minus', () => {
    expect([value('１２．５％'), value('−3'), value('－４')]).toEqual([12.5, -3, -4]);
  });

  test('takes no code for a number: a leading zero, an integer that a double does not hold', () => {
    expect(['010000', '00.5', '110101199003070000', '9007199254740993'].map((cell) => value(cell))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(['0', '0.5', '-0'].map((cell) => value(cell))).toEqual([0, 0.5, -0]);
  });

  test('counts the decimals of an exponent, and says when digits cannot be given back', () => {
    expect([parseNumber('1e-3')?.decimals, parseNumber('1.25E-2')?.decimals, parseNumber('1.5e3')?.decimals]).toEqual([
      3,
      4,
      unknownDigits,
    ]);
    expect(parseNumber('0.1234567890123456789')?.decimals).toBe(unknownDigits);
    expect(parseNumber('0.30000000000000004')?.decimals).toBe(17);
  });

  test('keeps the decimals of up to fifteen digits, and of more only where the double gives them back', () => {
    expect(
      ['1234567890.1234', '123456789012.345', '0.1234567890123', '-1234567.890123'].map(
        (cell) => parseNumber(cell)?.decimals,
      ),
    ).toEqual([4, 3, 13, 6]);
    const lost = [
      '1234567890.12345678',
      '12345678901234.567',
      '123456789.1234567891',
      '0.12345678901234567',
      '9007199254740993.5',
    ];
    expect(lost.map((cell) => parseNumber(cell)?.decimals)).toEqual(lost.map(() => unknownDigits));
    expect(['1234567890.123456', '0.123456789012345'].map((cell) => parseNumber(cell)?.decimals)).toEqual([6, 15]);
  });

  test('is null for anything else', () => {
    const others = [
      '',
      '-',
      '.',
      'e5',
      '1e',
      '12a',
      '0x10',
      'Infinity',
      'NaN',
      '1..2',
      '--1',
      '1e999',
      '%',
      '1%2',
      '١٢',
      '1_000',
    ];
    expect(others.map((cell) => value(cell))).toEqual(others.map(() => null));
  });

  test('reads every finite double from its own digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const cell = String(number);
        if (!/^-?\d+$/.test(cell) || Number.isSafeInteger(number))
          expect(value(cell)).toBe(Object.is(number, -0) ? 0 : number);
      }),
    );
  });

  test('never takes longer on a long cell', () => {
    expect(value('1'.repeat(1_000_000))).toBeNull();
    expect(value('1,'.repeat(200))).toBeNull();
  });

  test.each(['\u2212', '\u2013', '\u2010', '\u2011', '\u2012', '\ufe63', '\uff0d'])(
    'takes %s before a number for a minus',
    (sign) => {
      expect(parseNumber(`${sign}3.5`)?.value).toBe(-3.5);
      expect(parseNumber(sign)).toBeNull();
      expect(parseNumber(`3${sign}5`)).toBeNull();
      expect(parseNumber(`${sign} 3.5`)).toBeNull();
    },
  );
});
