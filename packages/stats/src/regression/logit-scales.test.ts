import { describe, expect, test } from 'vitest';
import reference from '../../references/logit-scales.json' with { type: 'json' };
import { worstDigits } from '../correct-digits.js';
import { logit, type Logit } from './logit.js';

const { am, hp, wt, factors, shifts } = reference;

function agreement(ours: Logit, expected: (typeof shifts)[number] | (typeof factors)[number]): number {
  return Math.min(
    ...(['estimate', 'standardError'] as const).map((name) =>
      worstDigits(
        ours.terms.map((row) => row[name]),
        expected[name],
      ),
    ),
    worstDigits([ours.logLikelihood], [expected.logLikelihood]),
  );
}

describe('logit', () => {
  test.each(factors)('takes a regressor $factor times as large, as glm in R does', (expected) => {
    const ours = logit('am ~ x + wt', { am, wt, x: hp.map((value) => value * expected.factor) });
    expect(agreement(ours, expected)).toBeGreaterThan(10);
  });

  test.each(shifts)('takes a regressor moved by $shift, as glm in R fits it unmoved', (expected) => {
    const ours = logit('am ~ x + wt', { am, wt, x: hp.map((value) => value + expected.shift) });
    expect(agreement(ours, expected)).toBeGreaterThan(10);
  });

  test('takes a year and its square', () => {
    const year = am.map((_, i) => 2000 + i);
    const centred = logit('am ~ x + I(x^2)', { am, x: year.map((value) => value - 2015) });
    const ours = logit('am ~ year + I(year^2)', { am, year });
    expect(worstDigits([ours.terms[2]!.estimate], [centred.terms[2]!.estimate])).toBeGreaterThan(10);
    expect(worstDigits(ours.fitted, centred.fitted)).toBeGreaterThan(10);
  });
});
