import { describe, expect, test } from 'vitest';
import reference from '../../references/two-way-clusters.json' with { type: 'json' };
import { correctDigits, worstDigits } from '../correct-digits.js';
import { panel } from '../panel/index.js';
import { regress } from './regress.js';
import type { TermRow } from './results.js';

const { data } = reference;
const se = 'cluster:firm,year' as const;
const both = { entity: 'firm', time: 'year' } as const;
type Expected = Record<'estimate' | 'standardError' | 'pValue', number[]>;
const digits = (terms: readonly TermRow[], expected: Expected): number =>
  Math.min(
    ...(['estimate', 'standardError', 'pValue'] as const).map((name) =>
      worstDigits(
        terms.map((row) => row[name]),
        expected[name],
      ),
    ),
  );

describe('errors clustered in two ways', () => {
  test('are those of R by their formula, and F is that of their covariance', () => {
    const ours = regress('inv ~ value + capital', data, { se });
    expect(digits(ours.terms, reference.plain)).toBeGreaterThan(9);
    expect(correctDigits(ours.fStatistic, reference.plain.f)).toBeGreaterThan(9);
    expect(ours.errors).toMatch(
      /clustered by firm and year \(two-way, 10 and 20 clusters, .* t with min\(G\) - 1 = 9 degrees of freedom; k = 3/,
    );
  });

  test('count no effect that is nested in either, in each of three forms', () => {
    const forms = [
      panel('inv ~ value + capital', data, { ...both, method: 'two-way', se }),
      panel('inv ~ value + capital + C(year)', data, { ...both, method: 'within', se }),
      regress('inv ~ value + capital + C(firm) + C(year)', data, { se }),
    ];
    for (const { terms, errors } of forms) {
      const slopes = terms.filter(({ term }) => term === 'value' || term === 'capital');
      expect(digits(slopes, reference.effects)).toBeGreaterThan(8);
      expect(errors).toContain('k = 3 (effects nested in the clusters not counted');
    }
    const all = panel('inv ~ value + capital', data, { ...both, method: 'two-way', se, countedEffects: 'all' });
    expect(digits(all.terms, reference.all)).toBeGreaterThan(9);
  });

  test('do not depend on the order of the columns', () => {
    const turned = regress('inv ~ value + capital', data, { se: 'cluster:year,firm' });
    expect(digits(turned.terms, reference.plain)).toBeGreaterThan(9);
  });

  test('are repaired aloud where their covariance is not positive semidefinite', () => {
    const ours = regress('y ~ x + z', reference.few.data, { se: 'cluster:a,b' });
    const ordered = ['(Intercept)', 'x', 'z'].map((name) => ours.terms.find(({ term }) => term === name)!);
    expect(digits(ordered, reference.few.model)).toBeGreaterThan(9);
    expect(ours.warnings.join()).toContain('was not positive semidefinite: its negative eigenvalues were set to zero');
  });

  test('are those of one column where its name has the comma', () => {
    const named = { y: [1, 2, 4, 3, 5, 7], x: [1, 2, 3, 4, 5, 6], 'a, b': ['u', 'u', 'v', 'v', 'w', 'w'] };
    expect(regress('y ~ x', named, { se: 'cluster:a, b' }).errors).toContain('clustered by a, b (CR1, 3 clusters)');
  });

  test('require two columns that differ', () => {
    expect(() => regress('inv ~ value', data, { se: 'cluster:firm,firm' })).toThrow('one column or two that differ');
    expect(() => regress('inv ~ value', data, { se: 'cluster:firm,year,inv' })).toThrow(
      'one column or two that differ',
    );
  });
});

test('clusters of very unequal sizes warn', () => {
  const rows = Array.from({ length: 140 }, (_, i) => ({
    y: Math.sin(i * i),
    x: Math.cos(3 * i),
    g: i < 100 ? 'one' : `of ${i}`,
  }));
  expect(regress('y ~ x', rows, { se: 'cluster:g' }).warnings.join()).toContain(
    'Clusters are very unequal: by their sizes 41 of them say as much as 2.0 of one size',
  );
});
