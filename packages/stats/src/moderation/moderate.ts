import { assertThat, type Data, dataSource } from '@indexlab/core';
import { tUpperQuantile } from '../distributions/index.js';
import { evaluate } from '../regression/formula/evaluate.js';
import { parseExpression } from '../regression/formula/expression.js';
import { type Regression, regress, type RegressOptions } from '../regression/regress.js';
import { type ConditionalEffect, effectAt, type LevelEffect, levelEffects } from './conditional-effect.js';
import { johnsonNeyman, type JohnsonNeyman } from './johnson-neyman.js';
import { termOf } from './term-of.js';

export interface ModerateOptions extends RegressOptions {
  /** The outcome, a column or an expression such as `log(industry)`. */
  readonly y: string;
  /** The column (or expression) whose effect is asked for. */
  readonly x: string;
  /** The moderator: a column or expression of numbers, or a column of categories. */
  readonly by: string;
  /** Further terms, as in a formula. */
  readonly controls?: readonly string[];
}

/** An estimate with its delta-method interval. */
export interface Ratio {
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/** A moderation: the regression with centred terms, and what the interaction means. */
export interface Moderation extends Regression {
  /** The same model with the columns as they are: its fit is the same, its main effects are those where the other is zero. */
  readonly raw: Regression;
  /** The effect of x at the moderator's mean less its standard deviation, mean, and mean plus standard deviation; or per category. */
  readonly simpleSlopes: readonly (ConditionalEffect | LevelEffect)[];
  /** Where the effect is significant; null for categories. */
  readonly johnsonNeyman: JohnsonNeyman | null;
  /** The effect at 41 values over the moderator's range, for a plot; empty for categories. */
  readonly conditionalEffects: readonly ConditionalEffect[];
  /**
   * The interaction over the main effect of x: by what share one unit of the moderator raises the effect. It depends on where
   * the moderator is taken: at zero (`raw`) or at its mean (`centred`). Null for categories.
   */
  readonly ratio: { readonly raw: Ratio; readonly centred: Ratio } | null;
}

/**
 * Moderation: how the effect of x on y depends on the moderator, y = b0 + b1 x + b2 m + b3 x m + controls.
 *
 * The regression is run with x and the moderator centred at their means over the rows used (main effects at the mean) and as
 * they are (`raw`); the interaction and the fit are the same. With the standard errors chosen, the effect at m is b1 + b3 m
 * with variance V11 + 2 m V13 + m² V33. A moderator of categories gives an effect per category.
 *
 * @throws IndexlabError as {@link regress}, and for a moderator that is constant
 *
 * @example
 * const random = randomSource(3);
 * const data = Array.from({ length: 50 }, () => ({ m: random.normal(), x: random.normal() }))
 *   .map((row) => ({ ...row, y: row.x * (1 + row.m) + random.normal() }));
 * moderate(data, { y: 'y', x: 'x', by: 'm', se: 'HC3' }).simpleSlopes.map((row) => row.at)
 * // => ['mean - sd', 'mean', 'mean + sd']
 *
 * @see R `interactions::sim_slopes`, `interactions::johnson_neyman`
 */
export function moderate(data: Data, options: ModerateOptions): Moderation {
  const { controls = [] } = options;
  const { columns } = dataSource(data);
  const y = termOf(options.y, columns);
  const x = termOf(options.x, columns);
  const by = termOf(options.by, columns);
  assertThat(x !== by, `moderate requires a moderator other than x, got ${by} for both`);
  const regressOptions: RegressOptions = {
    ...(options.se !== undefined && { se: options.se }),
    ...(options.weights !== undefined && { weights: options.weights }),
    ...(options.level !== undefined && { level: options.level }),
  };
  const formulaOf = (first: string, second: string): string =>
    [`${y} ~ ${first} * ${second}`, ...controls.map((control) => termOf(control, columns))].join(' + ');
  const raw = regress(formulaOf(x, by), data, regressOptions);
  const categories = raw.model.columns.some(({ of, term }) => of === raw.model.formula.terms[1]!.name && term !== of);
  const regression = regress(formulaOf(`center(${x})`, categories ? by : `center(${by})`), data, regressOptions);
  const quantile = tUpperQuantile((1 - regression.level) / 2, regression.errorDegreesOfFreedom);
  const [effect, moderator, interaction] = namesOf(regression);
  if (categories) {
    const slopes = levelEffects(regression, effect, moderator, quantile);
    return { ...regression, raw, simpleSlopes: slopes, johnsonNeyman: null, conditionalEffects: [], ratio: null };
  }
  const frame = raw.model.frame;
  const values = evaluate(parseExpression(by), {
    zeros: new Float64Array(raw.n),
    numbers: (name) => frame.numbers(name),
  }).high;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  const joint = {
    regression,
    effect: indexOf(regression, effect),
    interaction: indexOf(regression, interaction),
    mean,
    quantile,
  };
  const [lowest, highest] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  return {
    ...regression,
    raw,
    simpleSlopes: [
      effectAt(joint, 'mean - sd', mean - deviation),
      effectAt(joint, 'mean', mean),
      effectAt(joint, 'mean + sd', mean + deviation),
    ],
    johnsonNeyman: johnsonNeyman(joint, values),
    conditionalEffects: Array.from({ length: 41 }, (_, k) =>
      effectAt(joint, 'range', lowest + ((highest - lowest) * k) / 40),
    ),
    ratio: {
      raw: ratioOf(raw, namesOf(raw), quantile),
      centred: ratioOf(regression, [effect, moderator, interaction], quantile),
    },
  };
}

/** The names of the effect, the moderator and the interaction, the first terms of the formula. */
function namesOf({ model }: Regression): [string, string, string] {
  const [effect, moderator] = model.formula.terms.map((term) => term.name) as [string, string];
  return [effect, moderator, `${effect}:${moderator}`];
}

function indexOf(regression: Regression, term: string): number {
  const index = regression.terms.findIndex((row) => row.term === term);
  assertThat(
    index >= 0,
    () => `moderate requires terms that are not collinear, got ${term}, which was dropped`,
    'Look for a constant column, or for one that is made of others.',
  );
  return index;
}

/** b3 / b1 and its delta-method interval. */
function ratioOf(
  regression: Regression,
  [effect, , interaction]: readonly [string, string, string],
  quantile: number,
): Ratio {
  const [i, j] = [indexOf(regression, effect), indexOf(regression, interaction)];
  const [main, product] = [regression.terms[i]!.estimate, regression.terms[j]!.estimate];
  const v = regression.covariance;
  const estimate = product / main;
  const standardError = Math.sqrt(v[j]![j]! - 2 * estimate * v[i]![j]! + estimate ** 2 * v[i]![i]!) / Math.abs(main);
  return {
    estimate,
    standardError,
    lower: estimate - quantile * standardError,
    upper: estimate + quantile * standardError,
  };
}
