import { assertThat, type Data, IndexlabError, requireOptions, requireText } from '@indexlab/core';
import { chiSquaredUpperTail } from '../distributions/index.js';
import { symmetricEigen } from '../linear-algebra/symmetric-eigen.js';
import { leastSquares } from '../linear-algebra/least-squares.js';
import { solvePositive } from '../linear-algebra/positive-definite.js';
import { interceptName } from '../regression/design/design-matrix.js';
import type { TestResult } from '../regression/diagnostics/index.js';
import { type Panel, panel, type PanelOptions } from './panel.js';
import { panelFormula, panelFrame } from './panel-frame.js';
import { meanShare, swamyArora } from './random-effects.js';
import { demeaned } from './transformations.js';

/** Which form of the Hausman test. */
export type HausmanForm = 'classical' | 'common-variance' | 'mundlak';

export interface HausmanOptions extends Pick<PanelOptions, 'entity' | 'time'> {
  /** `classical` where its matrix is positive definite and `common-variance` elsewhere, unless told. */
  readonly form?: HausmanForm;
}

/** A Hausman test, and the form that it took. */
export interface HausmanTest extends TestResult {
  readonly degreesOfFreedom: number;
  readonly form: HausmanForm;
  /** The form in words, with why it was taken. */
  readonly convention: string;
}

/**
 * The Hausman test: do the estimates with fixed and with random effects differ by more than chance? A small p-value speaks for
 * fixed effects. With d the differences of the slopes, H = d' M^-1 d is chi-squared:
 *
 * - `classical`: M = V within - V random, their classical covariances. In a sample M need not be positive definite.
 * - `common-variance`: both covariances with the residual variance of random effects (Stata's `sigmamore`); M is then never
 *   negative. Directions in which both estimates are bound to agree, such as periods in a balanced panel, are no degrees of
 *   freedom.
 * - `mundlak`: the Wald test of the entities' means, added to the random-effects model.
 *
 * @throws IndexlabError as `panel`; for the classical form on request where its matrix is not positive definite; where the two
 *   estimates agree in every direction
 *
 * @example
 * const random = randomSource(1);
 * const rows = Array.from({ length: 60 }, (_, i) => ({ city: i % 20, year: Math.floor(i / 20), x: random.normal() }));
 * const data = rows.map((row) => ({ ...row, y: row.x + row.city + random.normal() }));
 * hausman('y ~ x', data, { entity: 'city', time: 'year' }).degreesOfFreedom // => 1
 *
 * @see R `plm::phtest`, which takes the absolute value of a negative statistic, and `phtest(method = "aux")` for `mundlak`;
 *   Stata `hausman, sigmamore`
 */
export function hausman(formula: string, data: Data, options: HausmanOptions): HausmanTest {
  requireText(formula, 'hausman', 'formula');
  requireOptions(options, 'hausman', {
    form: 'a text',
    entity: 'a text',
    time: 'a text',
  });
  const { form } = options;
  const known = form === undefined || ['classical', 'common-variance', 'mundlak'].includes(form);
  assertThat(
    known,
    () => `hausman requires the form classical, common-variance or mundlak, got ${JSON.stringify(form)}`,
  );
  if (form === 'mundlak') return mundlak(formula, data, options);
  const index = { entity: options.entity, time: options.time };
  const within = panel(formula, data, { ...index, method: 'within', se: 'classical' });
  const random = panel(formula, data, { ...index, method: 'random', se: 'classical' });
  const pairs = within.terms.map(({ term }, i) => [i, random.terms.findIndex((row) => row.term === term)] as const);
  const distance = Float64Array.from(pairs, ([i, j]) => within.terms[i]!.estimate - random.terms[j]!.estimate);
  /** V within times a factor, less V random. */
  const spread = (factor: number): Float64Array[] =>
    pairs.map(([i, j]) =>
      Float64Array.from(pairs, ([k, l]) => factor * within.covariance[i]![k]! - random.covariance[j]![l]!),
    );
  const solved = form === 'common-variance' ? null : solvePositive(spread(1), distance);
  if (solved !== null) {
    const statistic = distance.reduce((sum, value, i) => sum + value * solved[i]!, 0);
    return row('classical', statistic, pairs.length, 'classical covariances of both estimates');
  }
  assertThat(
    form !== 'classical',
    'hausman requires fixed effects that are less precise than random ones, got a difference of covariances that is not positive definite',
    'Take the form common-variance or mundlak.',
  );
  const { statistic, rank } = generalised(spread(varianceOf(random) / varianceOf(within)), distance, within);
  const why = form === undefined ? '; the classical difference of covariances is not positive definite' : '';
  return row(
    'common-variance',
    statistic,
    rank,
    `covariances of both estimates with the residual variance of random effects${why}`,
  );
}

function row(form: HausmanForm, statistic: number, degreesOfFreedom: number, convention: string): HausmanTest {
  return {
    method: 'Hausman',
    statistic,
    degreesOfFreedom,
    pValue: chiSquaredUpperTail(statistic, degreesOfFreedom),
    form,
    convention,
  };
}

function varianceOf({ residualStandardError }: Panel): number {
  return residualStandardError ** 2;
}

/** Below this share of the within variance, a direction's variance is rounding. */
const nothing = 1e-8;

/** d' M^+ d and the rank of M, in units of the within estimates' standard errors. */
function generalised(
  spread: readonly Float64Array[],
  distance: Float64Array,
  { terms }: Panel,
): { statistic: number; rank: number } {
  const unit = terms.map(({ standardError }) => standardError);
  const { values, vectors } = symmetricEigen(
    spread.map((line, i) => Array.from(line, (value, j) => value / (unit[i]! * unit[j]!))),
  );
  assertThat(
    values[0]! > nothing && values.at(-1)! > -nothing,
    'hausman requires estimates that can differ, got ones with the same covariance',
    'Take the form mundlak, or leave out terms that all entities share.',
  );
  const kept = values.flatMap((value, m) => (value > nothing ? [m] : []));
  const statistic = kept.reduce((sum, m) => {
    const along = vectors[m]!.reduce((total, weight, i) => total + (weight * distance[i]!) / unit[i]!, 0);
    return sum + along ** 2 / values[m]!;
  }, 0);
  return { statistic, rank: kept.length };
}

/** The Wald test of the deviations from the entities' means (the same space as the means) in the transformed rows of random effects. */
function mundlak(formula: string, data: Data, { entity, time }: HausmanOptions): HausmanTest {
  const rows = panelFrame(panelFormula(formula, data, entity, time), data, entity, time, []);
  const components = swamyArora(rows);
  const shares = rows.byEntity.map((own) => meanShare(components, own.length));
  const transformed = rows.design.columns.map(({ values }) => demeaned(values, rows, (number) => shares[number]!));
  const response = demeaned(rows.design.response, rows, (number) => shares[number]!);
  const deviations = rows.design.columns
    .filter(({ term }) => term !== interceptName)
    .map(({ values }) => demeaned(values, rows));
  const plain = leastSquares(transformed, response);
  const full = leastSquares([...transformed, ...deviations], response);
  const added = full.kept.length - plain.kept.length;
  const left = rows.entity.length - full.kept.length;
  if (added === 0 || left <= 0) {
    throw new IndexlabError(
      `hausman requires terms that vary both within and between entities, got ${added} of them and ${left} degrees of freedom`,
    );
  }
  const gain = plain.residualSumOfSquares - full.residualSumOfSquares;
  return row(
    'mundlak',
    gain / (full.residualSumOfSquares / left),
    added,
    "Wald test of the entities' means added to the random-effects model",
  );
}
