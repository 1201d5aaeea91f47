import type { Adjustment } from './adjust-p-values.js';
import type { CorrelationMethod } from './correlation.js';

const tests: Readonly<Record<CorrelationMethod, string>> = {
  pearson: 't with n - 2 degrees of freedom; intervals by atanh(r) with variance 1/(n - 3)',
  spearman:
    't with n - 2 degrees of freedom on average ranks; intervals by atanh(r) with variance (1 + r²/2)/(n - 3) (Bonett and Wright 2000)',
  kendall:
    'tau-b, exact below 50 pairs without ties, else normal with ties; intervals by atanh(tau) with variance 0.437/(n - 4) (Fieller et al. 1957)',
};

/** What correlations, their p-values and intervals rest on, in words. */
export function conventionOf(
  method: CorrelationMethod,
  missing: 'pairwise' | 'listwise',
  level: number,
  adjust?: Adjustment,
): string {
  const rows = missing === 'pairwise' ? 'rows complete in the pair' : 'rows complete in all columns';
  const pValues = adjust === undefined ? 'not adjusted for the number of pairs' : `adjusted by ${adjust} beside`;
  return `${rows}; two-sided p-values, ${pValues}: ${tests[method]}; level ${level}`;
}
