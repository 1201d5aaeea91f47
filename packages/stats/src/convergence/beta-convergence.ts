import { assertThat, type Data, numbersOf } from '@indexlab/core';
import { regress, type Regression } from '../regression/regress.js';
import type { TermRow } from '../regression/results.js';
import type { StandardErrors } from '../regression/standard-errors.js';

/** Whether units that start lower grow faster. */
export interface BetaConvergence {
  readonly kind: 'absolute' | 'conditional';
  /** The coefficient of the initial level's logarithm. */
  readonly beta: TermRow;
  /** The speed of convergence per period and its interval, `-log(1 + beta periods) / periods`; `null` where it is not defined. */
  readonly speed: number | null;
  readonly speedLower: number | null;
  readonly speedUpper: number | null;
  /** Periods until half of a gap is closed; `null` without convergence. */
  readonly halfLife: number | null;
  readonly n: number;
  readonly regression: Regression;
  readonly warnings: string[];
}

/** What {@link betaConvergence} relates. */
export interface BetaConvergenceOptions {
  /** The columns of the first and the last level, above zero. */
  readonly initial: string;
  readonly final: string;
  /** How many periods lie between them. */
  readonly periods: number;
  /** Terms of a formula that say what steady state a unit tends to, such as `log(population)`: conditional convergence. */
  readonly controls?: readonly string[];
  readonly se?: StandardErrors;
  readonly level?: number;
}

/**
 * Beta convergence: least squares of mean growth, `log(final / initial) / periods`, on `log(initial)` and, for conditional
 * convergence, on controls (Barro and Sala-i-Martin 1992).
 *
 * A negative coefficient is convergence, at the speed that satisfies `beta = -(1 - exp(-speed periods)) / periods`. The speed's
 * interval is the coefficient's, transformed. Regression to the mean alone gives a negative coefficient when levels are
 * measured with error: see {@link sigmaConvergence}. Rows with a missing value are left out.
 *
 * @throws IndexlabError when a column is unknown, a level is not above zero, or as {@link regress}
 *
 * @example
 * const data = { start: [1, 2, 4, 8], end: [2, 3, 5, 8] };
 * betaConvergence(data, { initial: 'start', final: 'end', periods: 3 }).beta.estimate.toFixed(4) // => '-0.1115'
 *
 * Reference: `lm(I(log(final / initial) / periods) ~ log(initial))` in R.
 */
export function betaConvergence(data: Data, options: BetaConvergenceOptions): BetaConvergence {
  const { initial, final, periods, controls = [], se, level } = options;
  assertThat(periods > 0 && periods < Infinity, () => `betaConvergence requires a number of periods above zero, got ${periods}`);
  for (const name of [initial, final]) {
    const row = numbersOf(data, name).findIndex((value) => value <= 0);
    assertThat(
      row < 0,
      () => `betaConvergence requires levels above zero, got ${numbersOf(data, name)[row]} (column "${name}", row ${row + 1})`,
    );
  }
  const formula = [`I((log(\`${final}\`) - log(\`${initial}\`)) / ${periods}) ~ log(\`${initial}\`)`, ...controls].join(' + ');
  const regression = regress(formula, data, { ...(se !== undefined && { se }), ...(level !== undefined && { level }) });
  const beta = regression.terms[1]!;
  assertThat(
    beta !== undefined && !regression.dropped.some((term) => term.includes(initial)),
    () => `betaConvergence requires initial levels that differ apart from the controls (column "${initial}")`,
  );
  const speedOf = (coefficient: number): number | null =>
    1 + coefficient * periods > 0 ? -Math.log1p(coefficient * periods) / periods : null;
  const speed = speedOf(beta.estimate);
  return {
    kind: controls.length === 0 ? 'absolute' : 'conditional',
    beta,
    speed,
    speedLower: speedOf(beta.upper),
    speedUpper: speedOf(beta.lower),
    halfLife: speed !== null && speed > 0 ? halfLife(speed) : null,
    n: regression.n,
    regression,
    warnings: [
      ...regression.warnings,
      ...(speed === null ? ['The coefficient is below -1 / periods: gaps would more than close, and no speed fits.'] : []),
      ...(speed !== null && speed <= 0 ? ['The coefficient is not negative: units that start higher grow at least as fast.'] : []),
    ],
  };
}

/**
 * The periods until half of a gap is closed at a speed of convergence, `log(2) / speed`.
 *
 * @throws IndexlabError when the speed is not above zero
 *
 * @example
 * halfLife(0.02).toFixed(2) // => '34.66'
 */
export function halfLife(speed: number): number {
  assertThat(speed > 0, () => `halfLife requires a speed above zero, got ${speed}`, 'At a speed of zero or less a gap does not close.');
  return Math.LN2 / speed;
}
