import { assertThat, type Data, requireOptions, requireText, textsOf } from '@indexlab/core';
import { takeRows } from './design/take-rows.js';
import { type Expression, parseExpression, printExpression } from './formula/expression.js';
import { regress, type Regression, regressOptionKinds, type RegressOptions } from './regress.js';
import { observationRows } from './rows.js';
import { type SizeVariable, sizeVariables } from './size-variables.js';

export interface SizeCheckOptions extends RegressOptions {
  /** A column that measures size apart from the model's own, such as population: its logarithm is the control. */
  readonly size?: string;
  /** How many units to leave out; one percent of the rows and at least three unless told. */
  readonly largest?: number;
  /** The column that names the units. */
  readonly unit?: string;
}

/** One of the largest units. */
export interface LargeUnit {
  /** The row of the data, counted from one, and its name where a column of names is given. */
  readonly row: number;
  readonly unit: string | null;
  readonly leverage: number;
  readonly cookDistance: number;
  /** Its share in the sum of each size variable. */
  readonly shares: Readonly<Record<string, number>>;
}

/** A regression on size variables beside its alternatives. */
export interface SizeCheck {
  readonly variables: readonly SizeVariable[];
  readonly largest: readonly LargeUnit[];
  /** `levels` as asked, then `logs`, `ranks`, `size control` where a column of size is given, `without the largest`. */
  readonly variants: readonly { readonly variant: string; readonly regression: Regression }[];
}

/**
 * What a regression in levels on size variables rests on: shares of national totals are large where cities are large, so that
 * two of them go together whatever else is true. Shows the largest units' leverage and the same model in logarithms
 * (`log1p` where there are zeros), in ranks, with the logarithm of a size column added, and without the largest units (those
 * with the largest sum of shares in the size variables).
 *
 * @throws IndexlabError as {@link regress}, and when the formula has no size variable in levels
 *
 * @example
 * const data = { share: [1, 2, 1, 3, 2, 1, 2, 3, 1, 60], cloud: [2, 1, 1, 2, 3, 1, 1, 2, 2, 40] };
 * sizeCheck('cloud ~ share', data, { largest: 1 }).variants.map((row) => row.variant)
 * // => ['levels', 'logs', 'ranks', 'without the largest']
 */
export function sizeCheck(formula: string, data: Data, options: SizeCheckOptions = {}): SizeCheck {
  requireText(formula, 'sizeCheck', 'formula');
  requireOptions(options, 'sizeCheck', {
    size: 'a text',
    largest: 'a number',
    unit: 'a text',
    ...regressOptionKinds,
  });
  const { size, unit, largest: count, ...regressOptions } = options;
  const levels = regress(formula, data, regressOptions);
  const { frame } = levels.model;
  const variables = sizeVariables(levels.model.formula, frame);
  assertThat(variables.length > 0, `sizeCheck requires a size variable in levels, got none in "${levels.formula}"`);
  const names = variables.map(({ name }) => name);
  const shares = names.map((name) => sharesOf(frame.numbers(name)));
  const total = Float64Array.from(frame.rows, (_, index) => shares.reduce((sum, share) => sum + share[index]!, 0));
  const leftOut = count ?? Math.max(3, Math.ceil(levels.n / 100));
  assertThat(
    Number.isInteger(leftOut) && leftOut > 0 && leftOut < levels.n,
    () => `sizeCheck requires a number of largest units below ${levels.n}, got ${leftOut}`,
  );
  const order = Array.from(total.keys()).sort((a, b) => total[b]! - total[a]! || a - b);
  const top = order.slice(0, leftOut);
  const observations = observationRows(levels);
  const units = unit === undefined ? null : textsOf(data, unit);
  const zeros = new Set(names.filter((name) => frame.numbers(name).includes(0)));
  const rewritten = (wrap: (name: string) => string): string =>
    rewrite(parseExpression(formula), (name) => (names.includes(name) ? wrap(name) : null));
  const variant = (name: string, text: string, rows: Data = data): { variant: string; regression: Regression } => ({
    variant: name,
    regression: regress(text, rows, regressOptions),
  });
  return {
    variables,
    largest: top.map((index) => ({
      row: observations[index]!.row,
      unit: units?.[frame.rows[index]!] ?? null,
      leverage: observations[index]!.leverage,
      cookDistance: observations[index]!.cookDistance,
      shares: Object.fromEntries(names.map((name, k) => [name, shares[k]![index]!])),
    })),
    variants: [
      { variant: 'levels', regression: levels },
      variant(
        'logs',
        rewritten((name) => (zeros.has(name) ? 'log1p' : 'log')),
      ),
      variant(
        'ranks',
        rewritten(() => 'rank'),
      ),
      ...(size === undefined ? [] : [variant('size control', `${formula} + log(\`${size}\`)`)]),
      variant(
        'without the largest',
        formula,
        takeRows(
          data,
          Int32Array.from(
            order.slice(leftOut).sort((a, b) => a - b),
            (index) => frame.rows[index]!,
          ),
        ),
      ),
    ],
  };
}

function sharesOf(values: Float64Array): Float64Array {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}

/** The formula with a function around some of its columns, where they stand in levels. */
function rewrite(expression: Expression, wrap: (name: string) => string | null): string {
  const change = (part: Expression): Expression => {
    switch (part.kind) {
      case 'name': {
        const name = wrap(part.value);
        return name === null ? part : { kind: 'call', name, arguments: [part], position: part.position };
      }
      case 'group':
      case 'negative':
        return { ...part, operand: change(part.operand) };
      case 'operation':
        return part.operator === '/' ? part : { ...part, left: change(part.left), right: change(part.right) };
      case 'call':
        return ['I', 'poly', 'center'].includes(part.name)
          ? { ...part, arguments: [change(part.arguments[0]!), ...part.arguments.slice(1)] }
          : part;
      default:
        return part;
    }
  };
  return printExpression(change(expression));
}
