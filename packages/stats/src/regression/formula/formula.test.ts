import { describe, expect, test } from 'vitest';
import { parseFormula } from './formula.js';

const termsOf = (text: string): string[] => parseFormula(text).terms.map((term) => term.name);

describe('parseFormula', () => {
  test('reads sums, products and interactions, main effects first', () => {
    expect(termsOf('y ~ a * b + c')).toEqual(['a', 'b', 'c', 'a:b']);
    expect(termsOf('y ~ a:b + a')).toEqual(['a', 'a:b']);
    expect(termsOf('y ~ a * b * c')).toEqual(['a', 'b', 'c', 'a:b', 'a:c', 'b:c', 'a:b:c']);
  });

  test('crosses a sum in parentheses and powers a single column', () => {
    expect(termsOf('y ~ (a + b + c)^2')).toEqual(['a', 'b', 'c', 'a:b', 'a:c', 'b:c']);
    expect(termsOf('y ~ x + x**2 + log(x)^3')).toEqual(['x', 'x^2', 'log(x)^3']);
  });

  test('takes out terms and the intercept', () => {
    expect(termsOf('y ~ a * b - b')).toEqual(['a', 'a:b']);
    expect(parseFormula('y ~ a').intercept).toBe(true);
    for (const text of ['y ~ a - 1', 'y ~ a + 0', 'y ~ 0 + a', 'y ~ -1 + a'])
      expect(parseFormula(text).intercept).toBe(false);
    expect(parseFormula('y ~ 1').terms).toEqual([]);
  });

  test('counts a term once, whatever the order of its factors', () => {
    expect(termsOf('y ~ a + a + a:b + b:a + a:a')).toEqual(['a', 'a:b']);
  });

  test('prints arithmetic, functions, names in Chinese and in backticks as R does', () => {
    expect(termsOf('y ~ I(x**2)+I(a*b/ (c-1))+ log( 人口 ) + `GDP (2020)`')).toEqual([
      'I(x^2)',
      'I(a * b/(c - 1))',
      'log(人口)',
      '`GDP (2020)`',
    ]);
    expect(termsOf("y ~ C(region, 'east') + poly(x, 2, raw)")).toEqual(["C(region, 'east')", 'poly(x, 2, raw)']);
  });

  test('refuses what is too long, too deep or too many terms, without hanging', () => {
    const names = Array.from({ length: 40 }, (_, i) => `x${i}`).join(' + ');
    expect(() => parseFormula(`y ~ (${names})^30`)).toThrow('A formula requires at most 2000 terms');
    expect(() => parseFormula(`y ~ ${'('.repeat(1000)}x`)).toThrow('at most 200 levels of parentheses');
    expect(() => parseFormula(`y ~ ${'x + '.repeat(1e5)} x`)).toThrow('at most 5000 names and operators');
    expect(parseFormula('y ~ (a + b)^1000000000').terms.length).toBe(3);
  });

  test('says at which character it cannot go on', () => {
    expect(() => parseFormula('y ~ a + ')).toThrow(
      'A formula requires a column, a number or a function, got the end (character 9 of "y ~ a + ")',
    );
    expect(() => parseFormula('y ~ a b')).toThrow('got "b" (character 7');
    expect(() => parseFormula('y ~ log(a')).toThrow('A formula requires ")", got the end (character 10');
    expect(() => parseFormula('y ~ a % b')).toThrow('got "%" (character 7');
    expect(() => parseFormula('y ~ a ~ b')).toThrow('got "y ~ a ~ b"');
    expect(() => parseFormula('y ~ (a ~ b)')).toThrow('got "~" (character 8');
    expect(() => parseFormula('y + a')).toThrow('A formula requires an outcome and terms, got "y + a"');
    expect(() => parseFormula('y ~ a + 2')).toThrow('got the number 2 (character 9');
    expect(() => parseFormula('y ~ a / 1')).toThrow('got "/" (character 7');
    expect(parseFormula('y ~ a / b').terms.map(({ name }) => name)).toEqual(['a', 'a:b']);
    expect(() => parseFormula('y ~ 0')).toThrow('A formula requires at least one term');
    expect(() => parseFormula('')).toThrow('A formula requires');
  });
});

test('a formula names columns as their headers are written, and its terms have their own names', () => {
  const units: Record<string, string> = { GDP: '亿元', 人口: '万人' };
  const columns = ['GDP', 'GDP 增速', '人口'];
  const source = { columns, column: (name: string) => ({ values: [], unit: units[name] }) };
  const formula = parseFormula('`GDP (亿元)` ~ GDP增速 * log(`人口（万人）`) + other', columns, source);
  expect(formula.text).toBe('GDP ~ `GDP 增速` * log(人口) + other');
});
