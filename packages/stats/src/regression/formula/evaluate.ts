import { IndexlabError } from '@indexlab/core';
import { ranksOf } from '../../descriptive/ranks.js';
import * as double from '../../linear-algebra/double-double.js';
import type { DoubleDouble } from '../../linear-algebra/double-double.js';
import { combineColumns, dot, type DoubleColumn, exactColumn, mapColumn } from '../../linear-algebra/double-column.js';
import { type Expression, printExpression } from './expression.js';

export { columnsIn, isCoding } from './columns-in.js';

const functions: Readonly<Record<string, (x: DoubleDouble) => DoubleDouble>> = {
  log: ([x]) => [Math.log(x), 0],
  log2: ([x]) => [Math.log2(x), 0],
  log10: ([x]) => [Math.log10(x), 0],
  log1p: ([x]) => [Math.log1p(x), 0],
  exp: ([x]) => [Math.exp(x), 0],
  sqrt: double.squareRoot,
  abs: (x) => (x[0] < 0 ? double.negate(x) : x),
};

/** What the names in an expression stand for, and how many rows there are. */
export interface Rows {
  /** A zero for each row. */
  readonly zeros: Float64Array;
  numbers(name: string): Float64Array;
}

/** The column of an expression; sums, products, ratios and powers keep the digits that a double would lose. */
export function evaluate(expression: Expression, rows: Rows): DoubleColumn {
  switch (expression.kind) {
    case 'name':
      return exactColumn(rows.numbers(expression.value), rows.zeros);
    case 'number': {
      const { value } = expression;
      return exactColumn(
        rows.zeros.map(() => value),
        rows.zeros,
      );
    }
    case 'group':
      return evaluate(expression.operand, rows);
    case 'negative':
      return mapColumn(evaluate(expression.operand, rows), double.negate);
    case 'call':
      return call(expression, rows);
    case 'operation':
      return operation(expression, rows);
    case 'text':
      throw refusal(expression, 'a number');
  }
}

function call(expression: Expression & { kind: 'call' }, rows: Rows): DoubleColumn {
  const [argument, ...others] = expression.arguments;
  if (expression.name === 'I' && others.length === 0) return evaluate(argument!, rows);
  if (expression.name === 'center' && others.length === 0) return centred(evaluate(argument!, rows));
  if (expression.name === 'rank' && others.length === 0)
    return exactColumn(ranksOf(evaluate(argument!, rows).high, 'average'), rows.zeros);
  const apply = Object.hasOwn(functions, expression.name) ? functions[expression.name]! : undefined;
  if (apply === undefined || others.length > 0) {
    const known = ['I', 'C', 'poly', 'center', 'rank', ...Object.keys(functions)].join(', ');
    throw new IndexlabError(
      `A formula requires a function that it knows, got "${printExpression(expression)}" (character ${expression.position})`,
      { remedy: `Of one expression: ${known}.` },
    );
  }
  return mapColumn(evaluate(argument!, rows), apply);
}

function operation(expression: Expression & { kind: 'operation' }, rows: Rows): DoubleColumn {
  const { operator } = expression;
  const left = evaluate(expression.left, rows);
  if (operator === '^' && expression.right.kind === 'number' && Number.isInteger(expression.right.value)) {
    const exponent = expression.right.value;
    return mapColumn(left, (x) => integerPower(x, exponent));
  }
  const right = evaluate(expression.right, rows);
  const apply = { '+': double.add, '-': double.subtract, '*': double.multiply, '/': double.divide, '^': realPower }[
    operator
  ];
  if (apply === undefined) throw refusal(expression, 'arithmetic (+ - * / ^) inside I() and functions');
  return combineColumns(left, right, apply);
}

/** The column less its mean over the rows used. */
export function centred(column: DoubleColumn): DoubleColumn {
  const ones = exactColumn(new Float64Array(column.high.length).fill(1));
  const mean = double.divide(dot(ones, column), [column.high.length, 0]);
  return mapColumn(column, (value) => double.subtract(value, mean));
}

/** x^n by squaring, for a whole n. */
export function integerPower(x: DoubleDouble, exponent: number): DoubleDouble {
  if (exponent < 0) return double.divide([1, 0], integerPower(x, -exponent));
  let result: DoubleDouble = [1, 0];
  let square = x;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = double.multiply(result, square);
    if (rest > 1) square = double.multiply(square, square);
  }
  return result;
}

/** x^y by logarithms; not a number for negative x. */
function realPower(x: DoubleDouble, y: DoubleDouble): DoubleDouble {
  if (x[0] === 0) return [y[0] > 0 ? 0 : NaN, 0];
  return double.exponential(double.multiply(y, double.logarithm(x)));
}

function refusal(expression: Expression, wanted: string): IndexlabError {
  return new IndexlabError(
    `A formula requires ${wanted}, got "${printExpression(expression)}" (character ${expression.position})`,
  );
}
