import { assertThat } from '@indexlab/core';
import { exactColumn } from '../linear-algebra/double-column.js';
import { leastSquares } from '../linear-algebra/least-squares.js';
import type { Coded } from '../regression/design/categories.js';
import { prepare } from '../regression/design/design-matrix.js';
import { columnsIn, evaluate, isCoding } from '../regression/formula/evaluate.js';
import { type Expression, parseExpression, printExpression } from '../regression/formula/expression.js';
import type { Term } from '../regression/formula/formula.js';
import type { Regression } from '../regression/regress.js';
import { type Dual, dualOf, meanOf, meanOver, type Point } from './dual.js';

/** The derivative by x of every column of a regression, in the order of its terms, where the moderator stands at a value or in a level. */
export type SlopeGradient = (moderator: number | string) => Float64Array;

/** What a slope was taken at besides the moderator. */
export interface OtherColumns {
  /** The means of the columns that the slope depends on, x first. */
  readonly means: Readonly<Record<string, number>>;
  readonly gradientAt: SlopeGradient;
}

/**
 * The gradient of the slope of x: for each column of the design its derivative by x at the mean of x and of every other
 * column, categories at their shares. The slope is the gradient times the coefficients, and the delta method's variance
 * `gradient' V gradient`.
 */
export function slopeGradient(regression: Regression, x: string, by: string, categories: boolean): OtherColumns {
  const { frame, formula, columns } = regression.model;
  const [cause, moderator] = [parseExpression(x), parseExpression(by)];
  const [causeNames, moderatorNames] = [columnsIn(cause), columnsIn(moderator)];
  const mean = meanOver(cause, { frame });
  const rows = { zeros: new Float64Array(frame.rows.length), numbers: (name: string) => frame.numbers(name) };
  const moving = formula.terms.filter(({ factors }) =>
    factors.flatMap(columnsIn).some((name) => causeNames.includes(name)),
  );
  const parts = new Map<string, (point: Point, level: number | string) => Dual>();
  for (const term of moving) {
    const coded = term.factors.map((factor) => prepare(factor, frame, rows)(true));
    for (const combination of combinations(coded)) {
      const duals = combination.map((column, k) => codedDual(term.factors[k]!, column));
      parts.set(combination.map(({ name }) => name).join(':'), (point, level) =>
        duals.map((dual) => dual(point, level)).reduce(([a, da], [b, db]): Dual => [a * b, da * b + a * db]),
      );
    }
  }

  /** The value and derivative of one coded column of a factor. */
  function codedDual(factor: Expression, column: Coded): (point: Point, level: number | string) => Dual {
    const names = columnsIn(factor);
    if (isCoding(factor) && factor.name === 'poly') return polynomialDual(factor, column);
    const level = levelOf(factor, column);
    if (level === null) return (point) => dualOf(factor, point);
    const share = meanOf(column.values.high);
    if (names.some((name) => causeNames.includes(name))) return () => [NaN, NaN];
    if (!names.some((name) => moderatorNames.includes(name))) return () => [share, 0];
    return (_, at) => (categories ? [Number(level === at), 0] : [NaN, 0]);
  }

  /** An orthogonal polynomial as powers of its argument about the mean, over its standard deviation. */
  function polynomialDual(factor: Expression & { kind: 'call' }, column: Coded): (point: Point) => Dual {
    const inner = factor.arguments[0]!;
    const degree = Number(printExpression(factor.arguments[1]!));
    const { high } = evaluate(inner, rows);
    const center = meanOf(high);
    const scale = high.reduce((most, value) => Math.max(most, Math.abs(value - center)), 0);
    const powers = Array.from({ length: degree + 1 }, (_, k) =>
      exactColumn(high.map((value) => ((value - center) / scale) ** k)),
    );
    const { coefficients } = leastSquares(powers, column.values);
    return (point) => {
      const [value, slope] = dualOf(inner, point);
      const z = (value - center) / scale;
      const at = coefficients.reduceRight((sum, coefficient) => sum * z + coefficient, 0);
      const steep = coefficients.reduceRight((sum, coefficient, k) => (k === 0 ? sum : sum * z + k * coefficient), 0);
      return [at, slope === 0 ? 0 : (steep / scale) * slope];
    };
  }

  function levelOf(factor: Expression, { name }: Coded): string | null {
    const category = isCoding(factor) || (factor.kind === 'name' && frame.isText(factor.value));
    return category ? /\[(.*)\]$/s.exec(name)![1]! : null;
  }

  const gradientAt: SlopeGradient = (at) => {
    const point: Point = {
      frame,
      fixed: new Map<string, Dual>([
        ...(typeof at === 'number' ? [[printExpression(moderator), [at, 0]] as const] : []),
        [printExpression(cause), [mean, 1]],
      ]),
      bound: new Set([...causeNames, ...moderatorNames]),
    };
    return Float64Array.from(columns, ({ term }) => {
      const slope = parts.get(term)?.(point, at)[1] ?? 0;
      assertThat(
        !Number.isNaN(slope),
        () => `moderate requires terms with a slope in x, got ${term} (x is ${x}, the moderator ${by})`,
        'Write the term in x and the moderator as they are given, such as I(x^2), or give x and the moderator as columns.',
      );
      return slope;
    });
  };
  return { means: meansOf(moving, x, mean), gradientAt };

  function meansOf(terms: readonly Term[], name: string, ofCause: number): Record<string, number> {
    const names = new Set(terms.flatMap(({ factors }) => factors.flatMap(columnsIn)));
    const means: Record<string, number> = { [name]: ofCause };
    for (const column of names) {
      if (causeNames.includes(column) || moderatorNames.includes(column)) continue;
      if (!frame.isText(column)) means[column] = meanOf(frame.numbers(column));
      else for (const level of new Set(frame.texts(column))) means[`${column}[${level}]`] = shareOf(column, level);
    }
    return means;
  }

  function shareOf(column: string, level: string): number {
    const texts = frame.texts(column);
    return texts.filter((text) => text === level).length / texts.length;
  }
}

/** One column of each factor, in every combination. */
function combinations(coded: readonly (readonly Coded[])[]): Coded[][] {
  return coded.reduce<Coded[][]>((all, next) => all.flatMap((own) => next.map((column) => [...own, column])), [[]]);
}
