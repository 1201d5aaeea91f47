import { describe, expect, test } from 'vitest';
import { Exact } from './exact.js';
import { Interval } from './interval.js';

describe('Interval', () => {
  test('ends belong to the interval', () => {
    const interval = Interval.parse('1', '2');
    expect(['1', '2', '2.0001'].map((token) => interval.contains(Exact.parse(token)))).toEqual([true, true, false]);
  });

  test('intervals that touch meet', () => {
    expect(Interval.parse('1', '2').meets(Interval.parse('2', '3'))).toBe(true);
    expect(Interval.parse('1', '2').meets(Interval.parse('2.01', '3'))).toBe(false);
  });

  test('an unbounded end meets everything on its side', () => {
    expect(new Interval(Exact.parse('5'), null).meets(Interval.parse('9', '10'))).toBe(true);
    expect(new Interval(Exact.parse('5'), null).meets(Interval.parse('1', '4'))).toBe(false);
    expect(new Interval(null, null).covers(Interval.parse('1', '4'))).toBe(true);
  });

  test('a product takes the right corners of negative intervals', () => {
    expect(Interval.parse('-2', '3').times(Interval.parse('-5', '1')).toString()).toBe('[-15, 10]');
  });

  test('a divisor with zero inside is refused', () => {
    expect(() => Interval.parse('1', '2').over(Interval.parse('-1', '1'))).toThrow('divisor without zero');
  });

  test('reversed ends are refused', () => {
    expect(() => Interval.parse('2', '1')).toThrow('lower end not above');
  });
});
