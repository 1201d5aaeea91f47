import { describe, expect, test } from 'vitest';
import { parseExpression } from './parse.js';
import { ExpressionProblem } from './syntax.js';

const problem = (text: string): [number, string] => {
  try {
    parseExpression(text);
  } catch (error) {
    if (error instanceof ExpressionProblem) return [error.at, error.message];
    throw error;
  }
  throw new Error('no problem');
};

describe('parseExpression', () => {
  test('powers bind before minus, products before sums, comparisons before and, and before or', () => {
    expect(parseExpression('-2 ^ 2')).toMatchObject({ kind: 'negative', of: { kind: 'arithmetic', operator: '^' } });
    expect(parseExpression('1 + 2 * 3')).toMatchObject({ operator: '+', right: { operator: '*' } });
    expect(parseExpression('a = 1 and b > 2 or c')).toMatchObject({ operator: 'or', left: { operator: 'and' } });
  });

  test('a chain is one comparison', () => {
    expect(parseExpression('25 <= index < 50')).toMatchObject({
      kind: 'compare',
      rest: [{ relation: '<=' }, { relation: '<' }],
    });
  });

  test('a hyphen belongs to a name', () => {
    expect(parseExpression('industry-50.index')).toMatchObject({ kind: 'column', of: { name: 'industry-50' } });
    expect(parseExpression('a - b')).toMatchObject({ kind: 'arithmetic', operator: '-' });
  });

  test('names of any script, and quoted ones of several words', () => {
    expect(parseExpression('industry[北京, "New York", Xi\'an].index')).toMatchObject({
      of: { rows: [{ name: '北京' }, { name: 'New York' }, { name: "Xi'an" }] },
    });
  });

  test.each([
    ['sum(ports.score', 15, 'expected ")" to close "(", the expression ends'],
    ['ports[3 to 1].score', 12, 'expected ranks in rising order instead of 3 to 1, got "]"'],
    ['1 + ', 4, 'expected a number, a name or a bracket, the expression ends'],
    ['a ! b', 2, 'nothing in the language starts with "!"'],
    ['a b', 2, 'expected an operator or the end, got "b"'],
    ['ports.', 6, 'expected a column, the expression ends'],
    ['"open', 0, 'nothing in the language starts with "\\""'],
  ])('%s is located', (text, at, message) => {
    expect(problem(text)).toEqual([at, message]);
  });
});
