import { describe, expect, test } from 'vitest';
import reference from '../../references/clustered-effects.json' with { type: 'json' };
import { worstDigits } from '../correct-digits.js';
import { panel } from '../panel/index.js';
import { regress } from './regress.js';
import type { CountedEffects } from './counted-coefficients.js';
import type { TermRow } from './results.js';

const { data } = reference;
const slopes = (terms: readonly TermRow[]): number[] =>
  terms.filter(({ term }) => term === 'value' || term === 'capital').map(({ standardError }) => standardError);
const both = { entity: 'firm', time: 'year' } as const;

describe.each(['firm', 'group', 'year'] as const)('errors clustered by %s', (column) => {
  const se = `cluster:${column}` as const;
  const expected = reference[column];
  const forms = {
    'two-way': (countedEffects?: CountedEffects) =>
      panel('inv ~ value + capital', data, {
        ...both,
        method: 'two-way',
        se,
        ...(countedEffects && { countedEffects }),
      }),
    'within with categories': (countedEffects?: CountedEffects) =>
      panel('inv ~ value + capital + C(year)', data, {
        ...both,
        method: 'within',
        se,
        ...(countedEffects && { countedEffects }),
      }),
    'least squares with categories': (countedEffects?: CountedEffects) =>
      regress('inv ~ value + capital + C(firm) + C(year)', data, { se, ...(countedEffects && { countedEffects }) }),
  };

  test.each(Object.entries(forms))('%s gives those of R, and says what it counted', (_name, fit) => {
    const ours = fit();
    expect(worstDigits(slopes(ours.terms), expected.errors)).toBeGreaterThan(9);
    expect(ours.errors).toContain(`k = ${expected.k} (effects nested in the clusters not counted, as fixest 0.12`);
  });

  test.each(Object.entries(forms))('%s counts all effects on request', (_name, fit) => {
    const ours = fit('all');
    expect(worstDigits(slopes(ours.terms), expected.all)).toBeGreaterThan(9);
    expect(ours.errors).toContain(`k = ${reference.value.k} (all coefficients and effects, as Stata areg`);
  });
});

describe('what counts', () => {
  test('without effects k is the coefficients, the intercept too', () => {
    expect(regress('inv ~ value + capital', data, { se: 'cluster:firm' }).errors).toContain(
      't with G - 1 = 9 degrees of freedom; k = 3 (all coefficients)',
    );
    expect(panel('inv ~ value', data, { ...both, method: 'pooled' }).errors).toContain('k = 2 (all coefficients)');
  });

  test('one-way effects nested in the clusters count once', () => {
    expect(panel('inv ~ value', data, { ...both, method: 'within' }).errors).toContain('k = 2 (effects nested');
    expect(panel('inv ~ value', data, { ...both, method: 'within', se: 'cluster:year' }).errors).toContain('k = 11 (');
  });

  test('categories in full, without an intercept, leave one of them', () => {
    expect(regress('inv ~ C(firm) + value - 1', data, { se: 'cluster:firm' }).errors).toContain('k = 2 (');
  });

  test('categories that cut across the clusters count', () => {
    expect(regress('inv ~ decade + value', data, { se: 'cluster:firm' }).errors).toContain('k = 3 (');
    expect(regress('inv ~ group + value', data, { se: 'cluster:group' }).errors).toContain('k = 2 (');
  });
});
