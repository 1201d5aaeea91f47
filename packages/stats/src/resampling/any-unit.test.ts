import { expect, test } from 'vitest';
import { mean } from '../descriptive/index.js';
import { bootstrap } from './bootstrap.js';

const sample = [3, 1, 4, 1.5, 9, 2.6, 5.3, 5.8];

test.each([2 ** -900, 2 ** -540, 2 ** -400, 2 ** 400])(
  'the corrected interval has the unit of the sample: times %d',
  (unit) => {
    const limits = (times: number): number[] => {
      const { lower, upper } = bootstrap(
        sample.map((value) => value * times),
        (values) => mean(values),
        { resamples: 200 },
      );
      return [lower / times, upper / times];
    };
    expect(limits(unit)).toEqual(limits(1));
  },
);
