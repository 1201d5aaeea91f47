import { describe, expect, test } from 'vitest';
import reference from '../../references/factor-optima.json' with { type: 'json' };
import { factorAnalysis } from './factor-analysis.js';

const sets = Object.entries(reference as Record<string, { factors: number; columns: number[][]; best: number }>);
const named = (columns: readonly number[][]): Record<string, number[]> =>
  Object.fromEntries(columns.map((values, i) => [`v${i + 1}`, values]));

describe('the optimum', () => {
  test.each(sets)('of %s is at least as good as the best of fifty random starts of R', (_name, set) => {
    const { criterion, search, loadings, warnings } = factorAnalysis(named(set.columns), { factors: set.factors });
    expect(criterion - set.best).toBeLessThan(1e-9 * (1 + set.best));
    expect(search.slope).toBeLessThan(1e-6);
    for (const { uniqueness, communality, values } of loadings) {
      expect(uniqueness).toBeGreaterThanOrEqual(0.005);
      expect(uniqueness).toBeLessThanOrEqual(1);
      expect(communality + uniqueness).toBeCloseTo(1, 12);
      // Where the slope is zero loadings reproduce the communality; at the bound they need not.
      const explained = values.reduce((sum, value) => sum + value * value, 0);
      if (uniqueness > 0.005 && uniqueness < 1) expect(explained).toBeCloseTo(communality, 5);
    }
    const improper = loadings.filter(({ uniqueness }) => uniqueness === 0.005).map(({ column }) => column);
    expect(warnings.some((text) => improper.length > 0 && text.includes(improper.join(', ')))).toBe(
      improper.length > 0,
    );
  });
});
