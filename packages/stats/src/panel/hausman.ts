import { assertThat, type Data } from '@indexlab/core';
import { chiSquaredUpperTail } from '../distributions/index.js';
import { solvePositive } from '../linear-algebra/positive-definite.js';
import type { TestResult } from '../regression/diagnostics/index.js';
import { panel, type PanelOptions } from './panel.js';

/**
 * The Hausman test: do the estimates with fixed and with random effects differ by more than chance? A small p-value speaks for
 * fixed effects. H = d' (V within - V random)^-1 d with d the differences of the slopes and V their classical covariances.
 *
 * @throws IndexlabError as `panel`, and where the difference of covariances is not positive definite: the test then says nothing
 *
 * @example
 * const random = randomSource(1);
 * const rows = Array.from({ length: 60 }, (_, i) => ({ city: i % 20, year: Math.floor(i / 20), x: random.normal() }));
 * const data = rows.map((row) => ({ ...row, y: row.x + row.city + random.normal() }));
 * hausman('y ~ x', data, { entity: 'city', time: 'year' }).degreesOfFreedom // => 1
 *
 * @see R `plm::phtest`
 */
export function hausman(formula: string, data: Data, options: Pick<PanelOptions, 'entity' | 'time'>): TestResult {
  const within = panel(formula, data, { ...options, method: 'within', se: 'classical' });
  const random = panel(formula, data, { ...options, method: 'random', se: 'classical' });
  const pairs = within.terms.map(({ term }, i) => [i, random.terms.findIndex((row) => row.term === term)] as const);
  const distance = Float64Array.from(pairs, ([i, j]) => within.terms[i]!.estimate - random.terms[j]!.estimate);
  const spread = pairs.map(([i, j]) =>
    Float64Array.from(pairs, ([k, l]) => within.covariance[i]![k]! - random.covariance[j]![l]!),
  );
  const solved = solvePositive(spread, distance);
  assertThat(
    solved !== null,
    'hausman requires fixed effects that are less precise than random ones, got a difference of covariances that is not positive definite',
    "Compare the two estimates directly, or add the entities' means of the terms to the random-effects model.",
  );
  const statistic = distance.reduce((sum, value, i) => sum + value * solved[i]!, 0);
  return {
    method: 'Hausman',
    statistic,
    degreesOfFreedom: pairs.length,
    pValue: chiSquaredUpperTail(statistic, pairs.length),
  };
}
