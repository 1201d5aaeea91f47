import { assertThat, type Data, dataSource, requireOptions } from '@indexlab/core';
import { tUpperQuantile } from '../distributions/index.js';
import { termOf } from '../moderation/term-of.js';
import { termRow } from '../regression/estimate.js';
import { type Regression, regress } from '../regression/regress.js';
import type { TermRow } from '../regression/results.js';
import type { StandardErrors } from '../regression/standard-errors.js';
import { halfLife } from './half-life.js';

/** How {@link betaConvergence} goes about it. */
export interface BetaConvergenceOptions {
  /** The columns of the first and the last level, both positive. */
  readonly initial: string;
  readonly final: string;
  /** How many years lie between them. */
  readonly years: number;
  /** Further terms, as in a formula: convergence is then conditional on them. */
  readonly controls?: readonly string[];
  /** As in `regress`; classical by default. */
  readonly se?: StandardErrors;
  readonly level?: number;
}

/** Whether units that start lower grow faster, and how fast they catch up. */
export interface BetaConvergence {
  /** `absolute` without controls. */
  readonly kind: 'absolute' | 'conditional';
  /** The regression of average yearly log growth on the log of the initial level, and controls. */
  readonly regression: Regression;
  /** The coefficient b of the log of the initial level; negative where there is convergence. */
  readonly slope: TermRow;
  /** The speed of convergence per year; `null` where the slope allows none. */
  readonly speed: TermRow | null;
  /** In years, with the ends that belong to the speed's. */
  readonly halfLife: Pick<TermRow, 'estimate' | 'lower' | 'upper'> | null;
  readonly warnings: readonly string[];
}

/**
 * Beta convergence over one span of T years: least squares of `log(final / initial) / T` on `log(initial)`, and controls.
 *
 * The slope b is `-(1 - exp(-speed T)) / T`, so that `speed = -log(1 + b T) / T`. The speed's standard error follows from the
 * slope's by the delta method, `se / (1 + b T)`, as in nonlinear least squares; the ends of its interval are those of the slope's,
 * transformed: a slope that reaches `-1 / T` gives `Infinity`. Where b itself is `-1 / T` or below, gaps close fully or change
 * sign within the span and there is no speed. The half-life is `log(2) / speed`, `Infinity` where the speed is not positive.
 *
 * A negative slope alone does not show that dispersion falls (Galton's fallacy): see {@link sigmaConvergence}.
 *
 * @throws IndexlabError as `regress`; for levels that are not positive; when the years are not positive, or all initial levels
 *   are equal
 *
 * @example
 * // In five years every gap halves, in logs.
 * const data = { first: [1, 4, 16, 64], last: [8, 16, 32, 64] };
 * const { slope, halfLife: half } = betaConvergence(data, { initial: 'first', final: 'last', years: 5 });
 * [slope.estimate.toFixed(6), half.estimate.toFixed(6)] // => ['-0.100000', '5.000000']
 *
 * @see Barro and Sala-i-Martin (1992), Convergence; R `nls(growth ~ a - (1 - exp(-speed * T)) / T * log(initial))`
 */
export function betaConvergence(data: Data, options: BetaConvergenceOptions): BetaConvergence {
  requireOptions(options, 'betaConvergence', {
    initial: 'a text',
    final: 'a text',
    years: 'a number',
    controls: 'an array of texts',
    se: 'a text',
    level: 'a number',
  });
  const { years, controls = [], se = 'classical', level = 0.95 } = options;
  assertThat(years > 0 && years < Infinity, () => `betaConvergence requires a positive number of years, got ${years}`);
  const { columns } = dataSource(data);
  const [initial, final, ...others] = [options.initial, options.final, ...controls].map((name) =>
    termOf(name, columns),
  );
  const terms = [`log(${initial})`, ...others].join(' + ');
  const regression = regress(`I((log(${final}) - log(${initial})) / ${years}) ~ ${terms}`, data, { se, level });
  const first = regression.model.formula.terms[0]!.name;
  const slope = regression.terms.find(({ term }) => term === first);
  assertThat(
    slope !== undefined,
    () => `betaConvergence requires initial levels that vary, got one only (column "${options.initial}")`,
  );
  const speed = speedRow(slope, regression, years);
  return {
    kind: controls.length === 0 ? 'absolute' : 'conditional',
    regression,
    slope,
    speed,
    halfLife: speed && {
      estimate: halfLife(speed.estimate),
      lower: halfLife(speed.upper),
      upper: halfLife(speed.lower),
    },
    warnings: [
      ...regression.warnings,
      ...(speed === null
        ? [
            `No speed of convergence: the slope ${slope.estimate.toPrecision(3)} is at or below -1 / ${years}, gaps close or change sign within the span.`,
          ]
        : []),
    ],
  };
}

function speedRow(slope: TermRow, { errorDegreesOfFreedom, level }: Regression, years: number): TermRow | null {
  const speedOf = (b: number): number => (1 + b * years > 0 ? -Math.log1p(b * years) / years : Infinity);
  if (speedOf(slope.estimate) === Infinity) return null;
  const standardError = slope.standardError / (1 + slope.estimate * years);
  const quantile = tUpperQuantile((1 - level) / 2, errorDegreesOfFreedom);
  return {
    ...termRow('speed', speedOf(slope.estimate), standardError, errorDegreesOfFreedom, quantile),
    lower: speedOf(slope.upper),
    upper: speedOf(slope.lower),
  };
}
