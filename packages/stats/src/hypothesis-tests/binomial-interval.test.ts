import { describe, expect, test } from 'vitest';
import { binomialInterval } from './binomial-interval.js';

describe('binomialInterval', () => {
  // R 4: binom.test(x, n)$conf.int; at 0 and n with alternative = "less" and "greater".
  test.each([
    [2, 400, 0.00060609780932214879, 0.01794414460558546587],
    [17, 400, 0.024949619202114762, 0.067176114438696866],
    [0, 400, 0, 0.0074613555287995625],
    [400, 400, 1 - 0.0074613555287995625, 1],
  ])('of %i among %i is that of R', (successes, trials, lower, upper) => {
    const interval = binomialInterval(successes, trials);
    expect(interval.estimate).toBe(successes / trials);
    expect(interval.lower).toBeCloseTo(lower, 13);
    expect(interval.upper).toBeCloseTo(upper, 13);
  });

  test('refuses more successes than trials, no trial and a level that is no probability', () => {
    expect(() => binomialInterval(3, 2)).toThrow('got 3 of 2');
    expect(() => binomialInterval(0, 0)).toThrow('at least one trial');
    expect(() => binomialInterval(1, 2, 1)).toThrow('level between 0 and 1');
  });
});
