import { assertThat, type Data, dataSource, requireOptions } from '@indexlab/core';
import { exactColumn } from '../linear-algebra/double-column.js';
import { leastSquares } from '../linear-algebra/least-squares.js';
import { takeRows } from '../regression/design/take-rows.js';
import { type Regression, regress } from '../regression/regress.js';
import type { TermRow } from '../regression/results.js';
import { bcaInterval, percentileInterval } from '../resampling/bootstrap-interval.js';
import { MediationPaths, type Paths } from './mediation-paths.js';
import { termOf } from './term-of.js';

export interface MediateOptions {
  /** The outcome, the cause and the mediator: columns or expressions of numbers. */
  readonly y: string;
  readonly x: string;
  readonly by: string;
  /** Further terms, as in a formula, of both regressions. */
  readonly controls?: readonly string[];
  /** The seed of the bootstrap. */
  readonly seed: number;
  /** 5,000 unless told. */
  readonly draws?: number;
  /** How intervals are taken from the draws; `bca` unless told. */
  readonly interval?: 'percentile' | 'bca';
  readonly level?: number;
}

/** A mediation. */
export interface Mediation {
  /**
   * `indirect` (x to mediator times mediator to y), `direct`, `total` (their sum) and `share` (indirect over total), with
   * bootstrap standard errors, intervals and p-values.
   */
  readonly effects: readonly TermRow[];
  /** Mediator on x, outcome on x and mediator, outcome on x; all on the same rows. */
  readonly mediatorModel: Regression;
  readonly outcomeModel: Regression;
  readonly totalModel: Regression;
  readonly n: number;
  readonly draws: number;
  /** Draws in which some column did not vary; they are left out. */
  readonly failed: number;
  readonly seed: number;
  readonly interval: 'percentile' | 'bca';
  readonly level: number;
  readonly warnings: readonly string[];
}

/**
 * Mediation: how much of the effect of x on y goes through the mediator. By least squares the total effect is exactly the
 * direct one plus the indirect one.
 *
 * Rows are resampled; draw number d takes the random source (seed, d), so the result does not depend on how draws are split.
 * Percentiles are sample quantiles of type 6. The p-value is twice the smaller share of draws on either side of zero, the
 * estimate counted as a draw: 2 (1 + count) / (draws + 1).
 *
 * @throws IndexlabError as {@link regress}, and for collinear columns
 *
 * @example
 * const random = randomSource(5);
 * const data = Array.from({ length: 60 }, () => ({ x: random.normal(), m: random.normal() }))
 *   .map(({ x, m }) => ({ x, m: x + m, y: x + 2 * m + random.normal() }));
 * mediate(data, { y: 'y', x: 'x', by: 'm', seed: 1, draws: 200 }).effects.map((row) => row.term)
 * // => ['indirect', 'direct', 'total', 'share']
 *
 * @see R `mediation::mediate(boot = TRUE)` for linear models
 */
export function mediate(data: Data, options: MediateOptions): Mediation {
  requireOptions(options, 'mediate', {
    y: 'a text',
    x: 'a text',
    by: 'a text',
    controls: 'an array of texts',
    seed: 'a number',
    draws: 'a number',
    interval: ['percentile', 'bca'],
    level: 'a number',
  });
  const { seed, draws = 5000, interval = 'bca', level = 0.95, controls = [] } = options;
  assertThat(Number.isInteger(draws) && draws >= 100, () => `mediate requires at least 100 draws, got ${draws}`);
  assertThat(Number.isSafeInteger(seed), () => `mediate requires a whole number as seed, got ${seed}`);
  const { columns } = dataSource(data);
  const [y, x, by, ...others] = [options.y, options.x, options.by, ...controls].map((name) => termOf(name, columns));
  const outcomeModel = regress(`${y} ~ ${[x, by, ...others].join(' + ')}`, data, { level });
  assertThat(
    outcomeModel.dropped.length === 0,
    () => `mediate requires columns that are not collinear, got ${outcomeModel.dropped.join(', ')} made of others`,
  );
  const sameRows = takeRows(data, outcomeModel.model.frame.rows);
  const mediatorModel = regress(`${by} ~ ${[x, ...others].join(' + ')}`, sameRows, { level });
  const totalModel = regress(`${y} ~ ${[x, ...others].join(' + ')}`, sameRows, { level });
  const paths = pathsOf(outcomeModel);
  const kept: Paths[] = [];
  for (let number = 0; number < draws; number++) {
    const drawn = paths.draw(seed, number);
    if (drawn !== null) kept.push(drawn);
  }
  assertThat(
    kept.length >= draws / 2,
    () => `mediate requires columns that vary in most samples, got none in ${draws - kept.length} of ${draws} draws`,
  );
  const left = Array.from({ length: paths.rows }, (_, row) => paths.without(row)).filter((without) => without !== null);
  const [xName, byName] = outcomeModel.model.formula.terms.map((term) => term.name);
  const coefficient = (model: Regression, term: string | undefined): number =>
    model.terms.find((row) => row.term === term)!.estimate;
  const estimates = {
    toMediator: coefficient(mediatorModel, xName),
    fromMediator: coefficient(outcomeModel, byName),
    direct: coefficient(outcomeModel, xName),
  };
  const effects = Object.entries(effectsOf).map(([term, effect]) => {
    const sorted = Float64Array.from(kept, effect).sort();
    const estimate = effect(estimates);
    const [lower, upper] =
      interval === 'bca'
        ? bcaInterval(estimate, sorted, Float64Array.from(left, effect), level)
        : percentileInterval(sorted, level);
    const standardError = deviation(sorted);
    return {
      term,
      estimate,
      standardError,
      statistic: estimate / standardError,
      pValue: pValueOf(sorted),
      lower,
      upper,
    };
  });
  const failed = draws - kept.length;
  return {
    effects,
    mediatorModel,
    outcomeModel,
    totalModel,
    n: outcomeModel.n,
    draws,
    failed,
    seed,
    interval,
    level,
    warnings: [
      ...outcomeModel.warnings,
      ...(failed > 0 ? [`${failed} of ${draws} draws left out: a column does not vary in them.`] : []),
    ],
  };
}

const effectsOf: Readonly<Record<string, (paths: Paths) => number>> = {
  indirect: ({ toMediator, fromMediator }) => toMediator * fromMediator,
  direct: ({ direct }) => direct,
  total: ({ toMediator, fromMediator, direct }) => direct + toMediator * fromMediator,
  share: ({ toMediator, fromMediator, direct }) => (toMediator * fromMediator) / (direct + toMediator * fromMediator),
};

/** The columns of the outcome's model in an orthonormal basis: all others, then x, mediator and outcome. */
function pathsOf({ model }: Regression): MediationPaths {
  const [x, by] = model.formula.terms.map((term) => term.name);
  const last = [x, by].map((name) => model.columns.find(({ term }) => term === name));
  assertThat(
    last.every((column) => column !== undefined),
    () => `mediate requires a cause and a mediator of numbers, got ${x} and ${by}`,
  );
  const others = model.columns.filter((column) => !last.includes(column));
  const columns = [...others, ...last].map((column) => column!.values);
  const { basis } = leastSquares(
    [...columns, model.response],
    exactColumn(new Float64Array(model.response.high.length)),
  );
  assertThat(basis.length === columns.length + 1, 'mediate requires an outcome that the terms do not fit perfectly');
  return new MediationPaths(
    basis,
    [...columns.slice(-2), model.response].map(({ high }) => high),
  );
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

function pValueOf(draws: Float64Array): number {
  const below = draws.reduce((count, value) => count + Number(value <= 0), 0);
  const above = draws.reduce((count, value) => count + Number(value >= 0), 0);
  return Math.min(1, (2 * (1 + Math.min(below, above))) / (draws.length + 1));
}
