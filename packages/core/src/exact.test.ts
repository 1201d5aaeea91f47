import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Exact, maximum, minimum } from './exact.js';

describe('Exact', () => {
  test('an interval end that doubles get wrong is right', () => {
    expect(0.507 - 0.0005).not.toBe(0.5065);
    expect(Exact.parse('0.507').minus(Exact.parse('0.0005')).equals(Exact.parse('0.5065'))).toBe(true);
  });

  test('parse refuses what is not a decimal number', () => {
    for (const token of ['', '.', '-', 'abc', '1,000', '0x10', ' 1']) {
      expect(() => Exact.parse(token)).toThrow('Exact.parse requires a decimal number');
    }
  });

  test('toNumber is the nearest double of any decimal', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        fc.integer({ min: 0, max: 40 }),
        (digits, places) => {
          const token = `${digits}e-${places}`;
          expect(Exact.parse(token).toNumber()).toBe(Number(token) + 0);
        },
      ),
    );
  });

  test('fromNumber and toNumber are inverse', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e200, max: 1e200 }), (value) => {
        fc.pre(value === 0 || Math.abs(value) > 1e-200);
        expect(Exact.fromNumber(value).toNumber()).toBe(value + 0);
      }),
    );
  });

  test('a field: division undoes multiplication', () => {
    const number = fc
      .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 9n))
      .map(([numerator, denominator]) => Exact.ratio(numerator, denominator));
    fc.assert(
      fc.property(number, number, (a, b) => {
        fc.pre(b.sign() !== 0);
        expect(a.times(b).over(b).equals(a)).toBe(true);
        expect(a.plus(b).minus(b).equals(a)).toBe(true);
      }),
    );
  });

  test('toFixed rounds half away from zero', () => {
    expect(Exact.parse('0.125').toFixed(2)).toBe('0.13');
    expect(Exact.parse('-0.125').toFixed(2)).toBe('-0.13');
    expect(Exact.parse('-0.001').toFixed(2)).toBe('0.00');
    expect(Exact.parse('2.5').toFixed(0)).toBe('3');
  });

  test('division by zero is refused', () => {
    expect(() => Exact.one.over(Exact.zero)).toThrow('denominator other than zero');
  });

  test('minimum and maximum compare exactly', () => {
    const values = ['0.1', '0.10000000000000000001'].map(Exact.parse) as [Exact, Exact];
    expect(minimum(...values)).toBe(values[0]);
    expect(maximum(...values)).toBe(values[1]);
  });
});
