import { expect, test } from 'vitest';
import { regress } from '../regress.js';
import { breuschPagan, whiteTest } from './heteroskedasticity.js';

const x = [2, 7, 1, 8, 2.8, 1.8, 2.9, 4.5];
const y = [3, 1, 4, 1.5, 9, 2.6, 5.3, 5.8];

test.each([1e-120, 1e-80, 1e80, 1e120])(
  'tests of the squared residuals do not depend on the unit: times %d',
  (unit) => {
    const [plain, scaled] = [1, unit].map((times) => regress('y ~ x', { x, y: y.map((value) => value * times) }));
    expect(breuschPagan(scaled!).statistic).toBeCloseTo(breuschPagan(plain!).statistic, 11);
    expect(whiteTest(scaled!).statistic).toBeCloseTo(whiteTest(plain!).statistic, 11);
  },
);
