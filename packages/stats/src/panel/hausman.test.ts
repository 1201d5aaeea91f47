import type { Data } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import reference from '../../references/hausman.json' with { type: 'json' };
import { worstDigits } from '../correct-digits.js';
import { hausman, type HausmanForm, type HausmanTest } from './hausman.js';

interface Row {
  statistic: number;
  degreesOfFreedom: number;
  pValue: number;
}
interface Case {
  entity: string;
  time: string;
  formula: string;
  data: Data;
  positive: boolean;
  classical: Row | null;
  common: Row;
  mundlak: Row | null;
}
const cases = reference as unknown as Record<string, Case>;
const testOf = ({ formula, data, entity, time }: Case, form?: HausmanForm): HausmanTest =>
  hausman(formula, data, { entity, time, ...(form && { form }) });
const agrees = (ours: HausmanTest, theirs: Row): void => {
  expect(ours.degreesOfFreedom).toBe(theirs.degreesOfFreedom);
  expect(worstDigits([ours.statistic], [theirs.statistic])).toBeGreaterThan(6);
  expect(worstDigits([ours.pValue], [theirs.pValue])).toBeGreaterThan(5);
};

describe.each(Object.entries(cases))('hausman on %s', (_name, panel) => {
  test('is classical wherever that matrix is positive definite, and common-variance elsewhere', () => {
    const ours = testOf(panel);
    expect(ours.form).toBe(panel.positive ? 'classical' : 'common-variance');
    agrees(ours, panel.classical ?? panel.common);
    if (panel.positive) expect(ours.convention).toBe('classical covariances of both estimates');
    else expect(ours.convention).toContain('the classical difference of covariances is not positive definite');
  });

  test('with a common variance is that of R on request', () => {
    agrees(testOf(panel, 'common-variance'), panel.common);
  });

  test('classical on request is refused where its matrix is not positive definite', () => {
    if (panel.positive) agrees(testOf(panel, 'classical'), panel.classical!);
    else expect(() => testOf(panel, 'classical')).toThrow('requires fixed effects that are less precise');
  });

  test('as a regression on the means is that of plm', () => {
    const ours = testOf(panel, 'mundlak');
    expect(ours.form).toBe('mundlak');
    if (panel.mundlak !== null) agrees(ours, panel.mundlak);
  });
});

test('hausman names the forms it knows', () => {
  expect(() => testOf(cases.Gasoline!, 'robust' as HausmanForm)).toThrow(
    'requires the form classical, common-variance or mundlak, got "robust"',
  );
});
