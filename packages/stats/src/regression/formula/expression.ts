import { assertThat, IndexlabError } from '@indexlab/core';
import { type Token, tokenize } from './tokenize.js';

/** The tree of a formula, and of the arithmetic inside `I()` and functions. */
export type Expression = { readonly position: number } & (
  | { readonly kind: 'name' | 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'group' | 'negative'; readonly operand: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
  | { readonly kind: 'operation'; readonly operator: string; readonly left: Expression; readonly right: Expression }
);

/** How tightly operators bind, as in R. */
const precedence: Readonly<Record<string, number>> = {
  '~': 1,
  '=': 1,
  '+': 2,
  '-': 2,
  '*': 3,
  '/': 3,
  '%in%': 3.5,
  ':': 4,
  '^': 6,
};
const unaryMinus = 5;

/** Longer and deeper formulas are mistakes. */
const longest = 5000;
const deepest = 200;

/** Reads a formula or an expression. */
export function parseExpression(source: string): Expression {
  const tokens = tokenize(source);
  assertThat(
    tokens.length <= longest,
    () => `A formula requires at most ${longest} names and operators, got ${tokens.length}`,
  );
  let next = 0;
  const peek = (): Token => tokens[next]!;
  const take = (): Token => tokens[next++]!;

  const unexpected = (token: Token, wanted: string): IndexlabError =>
    new IndexlabError(
      `A formula requires ${wanted}, got ${token.kind === 'end' ? token.value : `"${token.value}"`} (character ${token.position} of "${source}")`,
    );

  const expect = (symbol: string): void => {
    const token = take();
    if (token.kind !== 'symbol' || token.value !== symbol) throw unexpected(token, `"${symbol}"`);
  };

  let depth = 0;
  const primary = (): Expression => {
    depth++;
    assertThat(depth <= deepest, `A formula requires at most ${deepest} levels of parentheses, got more`);
    const expression = unguarded();
    depth--;
    return expression;
  };

  const unguarded = (): Expression => {
    const token = take();
    const { position, value } = token;
    if (token.kind === 'number') return { kind: 'number', value: Number(value), position };
    if (token.kind === 'text') return { kind: 'text', value, position };
    if (token.kind === 'name') {
      if (peek().kind !== 'symbol' || peek().value !== '(') return { kind: 'name', value, position };
      take();
      const given: Expression[] = [binary(0)];
      while (peek().value === ',' && peek().kind === 'symbol') {
        take();
        given.push(binary(0));
      }
      expect(')');
      return { kind: 'call', name: value, arguments: given, position };
    }
    if (token.kind === 'symbol' && value === '(') {
      const operand = binary(0);
      expect(')');
      return { kind: 'group', operand, position };
    }
    if (token.kind === 'symbol' && value === '-') return { kind: 'negative', operand: binary(unaryMinus), position };
    if (token.kind === 'symbol' && value === '+') return binary(unaryMinus);
    throw unexpected(token, 'a column, a number or a function');
  };

  const binary = (lowest: number): Expression => {
    let left = primary();
    for (;;) {
      const token = peek();
      const binding = token.kind === 'symbol' ? (precedence[token.value] ?? -1) : -1;
      if (binding < lowest || binding < 0) return left;
      take();
      // Powers are taken from the right, the rest from the left.
      const right = binary(token.value === '^' ? binding : binding + 0.25);
      left = { kind: 'operation', operator: token.value, left, right, position: token.position };
    }
  };

  const expression = binary(0);
  if (peek().kind !== 'end') throw unexpected(peek(), 'an operator between two terms');
  return expression;
}

/** An expression as R prints it: `log(x)`, `I(x^2)`, `I(a * b)`. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'name':
      return /^[\p{L}_.][\p{L}\p{M}\p{N}_.]*$/u.test(expression.value) ? expression.value : `\`${expression.value}\``;
    case 'text':
      return `'${expression.value}'`;
    case 'number':
      return String(expression.value);
    case 'group':
      return `(${printExpression(expression.operand)})`;
    case 'negative':
      return `-${printExpression(expression.operand)}`;
    case 'call':
      return `${expression.name}(${expression.arguments.map(printExpression).join(', ')})`;
    case 'operation': {
      const { operator } = expression;
      const between = '^/:'.includes(operator) ? operator : ` ${operator} `;
      return `${printExpression(expression.left)}${between}${printExpression(expression.right)}`;
    }
  }
}
