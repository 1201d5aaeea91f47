import { Exact } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { type Affine, affineRange, combine, ofVariable, type Variable, wholeBox } from '../forms/affine.js';
import { alikeVariablesAsOne } from './alike-variables.js';

const exact = (text: string): Exact => Exact.parse(text);
const cell = (id: string, lower: string, upper: string): Variable => ({
  id,
  lower: exact(lower),
  upper: exact(upper),
  printed: exact(lower),
});
const sum = (...variables: Variable[]): Affine => combine(variables.map((one) => [ofVariable(one), Exact.one]));
const range = (form: Affine): string[] => affineRange(form, wholeBox).map(String);

const [a, b, c] = [cell('a', '1', '2'), cell('b', '10', '20'), cell('c', '100', '200')];

describe('alikeVariablesAsOne', () => {
  test('cells of one total that nothing else reads are one number with the ends of their sum', () => {
    const [total] = alikeVariablesAsOne([sum(a, b, c)], () => false);
    expect([...total!.terms.keys()].map(({ id }) => id)).toEqual(['a and 2 more']);
    expect(range(total!)).toEqual(['111', '222']);
  });

  test('a cell that another statement reads stays a number of its own', () => {
    const [total, part] = alikeVariablesAsOne([sum(a, b, c), sum(b)], () => false);
    expect([...total!.terms.keys()].map(({ id }) => id)).toEqual(['a and 1 more', 'b']);
    expect([range(total!), range(part!)]).toEqual([
      ['111', '222'],
      ['10', '20'],
    ]);
  });

  test('numbers whose bounds are asked for stay apart', () => {
    const [total] = alikeVariablesAsOne([sum(a, b)], ({ id }) => id === 'a');
    expect([...total!.terms.keys()].map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
