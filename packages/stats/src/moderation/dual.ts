import type { ModelFrame } from '../regression/design/model-frame.js';
import { evaluate } from '../regression/formula/evaluate.js';
import { type Expression, printExpression } from '../regression/formula/expression.js';

/** A value and its derivative by x. */
export type Dual = readonly [value: number, slope: number];

/** Where expressions are taken: what x and the moderator stand at; every other column stands at its mean over the rows used. */
export interface Point {
  readonly frame: ModelFrame;
  /** By their print. */
  readonly fixed: ReadonlyMap<string, Dual>;
  /** Columns inside x or the moderator: a term that has them by themselves has no slope to say. */
  readonly bound: ReadonlySet<string>;
}

const derivatives: Readonly<Record<string, (x: number) => Dual>> = {
  log: (x) => [Math.log(x), 1 / x],
  log2: (x) => [Math.log2(x), 1 / (x * Math.LN2)],
  log10: (x) => [Math.log10(x), 1 / (x * Math.LN10)],
  log1p: (x) => [Math.log1p(x), 1 / (1 + x)],
  exp: (x) => [Math.exp(x), Math.exp(x)],
  sqrt: (x) => [Math.sqrt(x), 1 / (2 * Math.sqrt(x))],
  abs: (x) => [Math.abs(x), x === 0 ? NaN : Math.sign(x)],
  I: (x) => [x, 1],
};

/** An expression and its derivative by x at a point; not a number where it has none. */
export function dualOf(expression: Expression, point: Point): Dual {
  const fixed = point.fixed.get(printExpression(expression));
  if (fixed !== undefined) return fixed;
  switch (expression.kind) {
    case 'name':
      return point.bound.has(expression.value) ? [NaN, NaN] : [meanOver(expression, point), 0];
    case 'number':
      return [expression.value, 0];
    case 'group':
      return dualOf(expression.operand, point);
    case 'negative': {
      const [value, slope] = dualOf(expression.operand, point);
      return [-value, -slope];
    }
    case 'call':
      return call(expression, point);
    case 'operation':
      return operation(expression.operator, dualOf(expression.left, point), dualOf(expression.right, point));
    case 'text':
      return [NaN, NaN];
  }
}

function call(expression: Expression & { kind: 'call' }, point: Point): Dual {
  const [inner, slope] = dualOf(expression.arguments[0]!, point);
  if (expression.name === 'center') return [inner - meanOver(expression.arguments[0]!, point), slope];
  // Ranks jump: they have a mean, but no slope.
  if (expression.name === 'rank') return slope === 0 ? [meanOver(expression, point), 0] : [NaN, NaN];
  const [value, outer] = derivatives[expression.name]!(inner);
  return [value, slope === 0 ? 0 : outer * slope];
}

function operation(operator: string, [a, da]: Dual, [b, db]: Dual): Dual {
  switch (operator) {
    case '+':
      return [a + b, da + db];
    case '-':
      return [a - b, da - db];
    case '*':
      return [a * b, da * b + a * db];
    case '/':
      return [a / b, (da - (a / b) * db) / b];
    default: {
      const power = a ** b;
      const byBase = da === 0 ? 0 : b * a ** (b - 1) * da;
      const byExponent = db === 0 ? 0 : power * Math.log(a) * db;
      return [power, byBase + byExponent];
    }
  }
}

/** The mean of an expression over the rows used. */
export function meanOver(expression: Expression, { frame }: Pick<Point, 'frame'>): number {
  const zeros = new Float64Array(frame.rows.length);
  const { high } = evaluate(expression, { zeros, numbers: (name) => frame.numbers(name) });
  return meanOf(high);
}

export function meanOf(values: Float64Array): number {
  const rough = values.reduce((sum, value) => sum + value, 0) / values.length;
  return rough + values.reduce((sum, value) => sum + (value - rough), 0) / values.length;
}
