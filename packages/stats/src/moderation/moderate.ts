import { assertThat, type Data, dataSource, requireOptions } from '@indexlab/core';
import { tUpperQuantile } from '../distributions/index.js';
import { columnsIn, evaluate } from '../regression/formula/evaluate.js';
import { parseExpression } from '../regression/formula/expression.js';
import { type Regression, regress, regressOptionKinds, type RegressOptions } from '../regression/regress.js';
import {
  combination,
  type ConditionalEffect,
  effectRow,
  type LevelEffect,
  quadraticForm,
  type Slopes,
} from './conditional-effect.js';
import { meanOf } from './dual.js';
import { johnsonNeyman, type JohnsonNeyman, lineOf } from './johnson-neyman.js';
import { moderatorPoints } from './moderator-points.js';
import { slopeGradient } from './slope-gradient.js';
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

/** Where the slopes of a moderation were taken. */
export interface EvaluatedAt {
  /** Where the moderator stood, and why. */
  readonly moderator: string;
  /** Its values, or its categories. */
  readonly values: readonly (number | string)[];
  /** The columns that the slope depends on besides, each at its mean (a category at its share), x first. */
  readonly means: Readonly<Record<string, number>>;
}

/** A moderation: the regression with centred terms, and what the interaction means. */
export interface Moderation extends Regression {
  /** The same model with the columns as they are: its fit is the same, its main effects are those where the other is zero. */
  readonly raw: Regression;
  /**
   * The effect of x at the moderator's mean less its standard deviation, mean, and mean plus standard deviation; at 0 and 1
   * where it takes only these; at its 16, 50 and 84 % points where the first lie outside the data; or per category.
   */
  readonly simpleSlopes: readonly (ConditionalEffect | LevelEffect)[];
  readonly evaluatedAt: EvaluatedAt;
  /** Where the effect is significant; null for categories, and for a moderator of two values. */
  readonly johnsonNeyman: JohnsonNeyman | null;
  /** The effect at 41 values over the moderator's range, for a plot; empty for categories. */
  readonly conditionalEffects: readonly ConditionalEffect[];
  /**
   * By what share one unit of the moderator raises the effect of x. It depends on where the moderator is taken: at zero
   * (`raw`, the interaction over the main effect) or at its mean (`centred`). Null for categories, and where the effect is no
   * line in the moderator.
   */
  readonly ratio: { readonly raw: Ratio; readonly centred: Ratio } | null;
}

/**
 * Moderation: how the effect of x on y depends on the moderator, y = b0 + b1 x + b2 m + b3 x m + controls.
 *
 * The regression is run with x and the moderator centred at their means over the rows used (main effects at the mean) and as
 * they are (`raw`); the interaction and the fit are the same. The effect is the slope dy/dx, with every term that holds x,
 * controls such as `I(x^2)` or `x:z` too, at the mean of x and of all other columns (`evaluatedAt`); its variance is that of
 * the delta method with the standard errors chosen. Without such controls it is b1 + b3 m with variance
 * V11 + 2 m V13 + m² V33. A moderator of categories gives an effect per category.
 *
 * @throws IndexlabError as {@link regress}, for a moderator that is constant, and for a term without a slope in x
 *
 * @example
 * const random = randomSource(3);
 * const data = Array.from({ length: 50 }, () => ({ m: random.normal(), x: random.normal() }))
 *   .map((row) => ({ ...row, y: row.x * (1 + row.m) + random.normal() }));
 * moderate(data, { y: 'y', x: 'x', by: 'm', se: 'HC3' }).simpleSlopes.map((row) => row.at)
 * // => ['mean - sd', 'mean', 'mean + sd']
 *
 * @see R `interactions::sim_slopes`, `interactions::johnson_neyman`, `marginaleffects::slopes(newdata = datagrid())`
 */
export function moderate(data: Data, options: ModerateOptions): Moderation {
  requireOptions(options, 'moderate', {
    y: 'a text',
    x: 'a text',
    by: 'a text',
    controls: 'an array of texts',
    ...regressOptionKinds,
  });
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
  const names = namesOf(regression);
  const { means, gradientAt } = slopeGradient(regression, x, by, categories);
  const slopes: Slopes = { regression, gradientAt, term: names[0], quantile };
  indexOf(regression, names[0]);
  if (categories) {
    const levels = levelsWithEffect(regression, names);
    return {
      ...regression,
      raw,
      simpleSlopes: levels.map((at) => ({ ...effectRow(slopes, at), at })),
      evaluatedAt: { moderator: 'each category', values: levels, means },
      johnsonNeyman: null,
      conditionalEffects: [],
      ratio: null,
    };
  }
  indexOf(regression, names[2]);
  const { frame } = raw.model;
  const values = evaluate(parseExpression(by), {
    zeros: new Float64Array(raw.n),
    numbers: (name) => frame.numbers(name),
  }).high;
  const mean = meanOf(values);
  const [lowest, highest] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  const { rule, points, warnings } = moderatorPoints(values, by);
  const effectAt = (at: string, value: number): ConditionalEffect => ({ ...effectRow(slopes, value), at, value });
  const line = lineOf(slopes, [lowest, highest], mean);
  return {
    ...regression,
    raw,
    simpleSlopes: points.map(({ at, value }) => effectAt(at, value)),
    evaluatedAt: { moderator: rule, values: points.map(({ value }) => value), means },
    johnsonNeyman: points.length === 2 ? null : johnsonNeyman(slopes, values, mean),
    conditionalEffects: Array.from({ length: 41 }, (_, k) => effectAt('range', lowest + ((highest - lowest) * k) / 40)),
    ratio: line && {
      raw: ratioOf(raw, unitVector(raw, namesOf(raw)[0]), unitVector(raw, namesOf(raw)[2]), quantile),
      centred: ratioOf(regression, line[0], line[1], quantile),
    },
    warnings: [...regression.warnings, ...warnings],
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

/** The categories, the base first; each but the base must have kept its interaction. */
function levelsWithEffect(
  { model, terms }: Regression,
  [effect, moderator]: readonly [string, string, string],
): string[] {
  const factor = model.formula.terms[1]!.factors[0]!;
  const coded = model.columns
    .filter(({ of }) => of === moderator)
    .map(({ term }) => ({ term, at: /\[(.*)\]$/s.exec(term)![1]! }));
  const base = [...new Set(model.frame.texts(columnsIn(factor)[0]!))].find(
    (level) => !coded.some(({ at }) => at === level),
  )!;
  for (const { term, at } of coded) {
    assertThat(
      terms.some((row) => row.term === `${effect}:${term}`),
      `moderate requires x to vary within each category, got a constant in "${at}"`,
      'Leave the category out, or merge it with another.',
    );
  }
  return [base, ...coded.map(({ at }) => at)];
}

function unitVector(regression: Regression, term: string): Float64Array {
  const vector = new Float64Array(regression.terms.length);
  vector[indexOf(regression, term)] = 1;
  return vector;
}

/** The change of the effect over the effect, and its delta-method interval. */
function ratioOf(regression: Regression, effect: Float64Array, change: Float64Array, quantile: number): Ratio {
  const [main, product] = [combination(regression, effect), combination(regression, change)];
  const v = regression.covariance;
  const estimate = product / main;
  const variance =
    quadraticForm(v, change, change) -
    2 * estimate * quadraticForm(v, effect, change) +
    estimate ** 2 * quadraticForm(v, effect, effect);
  const standardError = Math.sqrt(variance) / Math.abs(main);
  return {
    estimate,
    standardError,
    lower: estimate - quantile * standardError,
    upper: estimate + quantile * standardError,
  };
}
