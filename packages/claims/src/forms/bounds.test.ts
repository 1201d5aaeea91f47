import { Exact } from '@indexlab/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { constant, ofVariable, type Variable } from './affine.js';
import { boundsOf } from './bounds.js';
import { type Form, linear, minus, operation, over, plus, times, variablesOf } from './form.js';
import { valueAt } from './value-at.js';

const exact = (value: number): Exact => Exact.fromNumber(value);
const variable = (id: string, lower: number, upper: number, choice = false): Variable => ({
  id,
  lower: exact(lower),
  upper: exact(upper),
  printed: exact(lower),
  ...(choice && { choice }),
});

/** Four cells whose intervals are positive, so that any sum of them can divide. */
const cells = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 5 })), { minLength: 4, maxLength: 4 })
  .map((ends) => ends.map(([lower, width], at) => variable(`c${at}`, lower, lower + width)));

type Shape = (cells: readonly Form[]) => Form;

/** Expressions over four cells, some of which occur twice. */
const shapes: Readonly<Record<string, Shape>> = {
  'a sum minus a cell of it': ([a, b, c]) => minus(plus(plus(a!, b!), c!), a!),
  'a share of a whole': ([a, b, c, d]) => over(plus(a!, b!), plus(plus(a!, b!), plus(c!, d!))),
  'a share with its part below alone': ([a, b, c]) => over(minus(a!, b!), plus(a!, c!)),
  'a growth': ([a, b]) => minus(over(a!, b!), constant(Exact.one)),
  'a difference of two shares': ([a, b, c, d]) => minus(over(a!, plus(a!, b!)), over(c!, plus(c!, d!))),
  'a product': ([a, b, c]) => times(minus(a!, b!), plus(b!, c!)),
  'a ratio of ratios': ([a, b, c]) => over(over(a!, b!), over(b!, c!)),
  'a square minus a product': ([a, b]) => minus(operation('power', a!, constant(exact(2))), times(a!, b!)),
  'the largest minus the smallest': (all) => minus(operation('maximum', ...all), operation('minimum', ...all)),
  'a distance': ([a, b, c]) => operation('absolute', minus(plus(a!, b!), times(constant(exact(2)), c!))),
  'a variance': ([a, b, c]) => {
    const mean = over(plus(plus(a!, b!), c!), constant(exact(3)));
    return linear(
      [a!, b!, c!].map((one) => [operation('power', minus(one, mean), constant(exact(2))), Exact.one] as const),
    );
  },
};

/** The hull of a form over the corners of its box and over points inside. */
function reached(form: Form, seeds: readonly number[]): [number, number] {
  const variables = [...variablesOf(form)];
  const values: number[] = [];
  const at = (place: (index: number) => number): void => {
    const corner = new Map(
      variables.map((one, index) => [one, one.lower.plus(one.upper.minus(one.lower).times(exact(place(index))))]),
    );
    const value = valueAt(form, (one) => [corner.get(one)!, corner.get(one)!]);
    if (value) values.push(value[0].toNumber());
  };
  for (let corner = 0; corner < 2 ** variables.length; corner += 1) at((index) => (corner >> index) & 1);
  seeds.forEach((seed, shift) => at((index) => ((Math.floor(seed / 9 ** index) + shift) % 9) / 8));
  return [Math.min(...values), Math.max(...values)];
}

describe('boundsOf', () => {
  const seeds = fc.array(fc.integer({ min: 0, max: 6560 }), { minLength: 20, maxLength: 20 });

  test.each(Object.entries(shapes))('holds every value of %s, and where it is exact reaches its ends', (_, shape) => {
    fc.assert(
      fc.property(cells, seeds, (variables, points) => {
        const form = shape(variables.map(ofVariable));
        const bounds = boundsOf(form);
        if (bounds === null) return;
        const [low, high] = reached(form, points);
        const [lower, upper] = [bounds.lower.toNumber(), bounds.upper.toNumber()];
        expect(lower).toBeLessThanOrEqual(low + 1e-9);
        expect(upper).toBeGreaterThanOrEqual(high - 1e-9);
        if (bounds.method === 'outer') return;
        expect(lower).toBeCloseTo(low, 9);
        expect(upper).toBeCloseTo(high, 9);
      }),
      { numRuns: 20 },
    );
  });

  test('a sum and a share are exact by themselves, a growth of shares at corners, a variance only from outside', () => {
    const [a, b, c] = [variable('a', 1, 2), variable('b', 3, 4), variable('c', 5, 6)].map(ofVariable);
    const method = (form: Form) => boundsOf(form)?.method;
    expect(method(minus(a!, b!))).toBe('affine');
    expect(method(over(a!, plus(a!, b!)))).toBe('fractional');
    expect(method(over(over(a!, b!), over(b!, c!)))).toBe('corners');
    const [x, y, z] = [variable('x', 1, 3), variable('y', 2, 4), variable('z', 1, 4)].map(ofVariable);
    expect(method(shapes['a variance']!([x!, y!, z!]))).toBe('outer');
  });

  test('a cell in a numerator and a denominator is one variable', () => {
    const [a, b] = [variable('a', 1, 3), variable('b', 1, 1)].map(ofVariable);
    const { lower, upper } = boundsOf(over(a!, plus(a!, b!)))!;
    expect([lower.toString(), upper.toString()]).toEqual(['0.5', '0.75']);
    expect(minus(a!, a!)).toEqual(constant(Exact.zero));
  });

  test('sums and differences of ratios over one denominator stay fractional', () => {
    const [a, b, c] = [variable('a', 1, 3), variable('b', 1, 2), variable('c', 4, 5)].map(ofVariable);
    expect(minus(over(a!, c!), over(b!, c!)).kind).toBe('ratio');
    expect(minus(over(a!, b!), constant(Exact.one)).kind).toBe('ratio');
    expect(over(over(a!, c!), over(b!, c!)).kind).toBe('ratio');
  });

  test('a denominator that may be zero has no bounds', () => {
    const [a, b] = [variable('a', 1, 2), variable('b', -1, 1)].map(ofVariable);
    expect(boundsOf(over(a!, b!))).toBeNull();
    expect(boundsOf(over(times(a!, a!), b!))).toBeNull();
  });

  test('undecided rows are tried in every combination, each branch by itself', () => {
    const [a, b, c] = [variable('a', 2, 2), variable('b', 8, 8), variable('c', 5, 5)].map(ofVariable);
    const [p, q] = [variable('p', 0, 1, true), variable('q', 0, 1, true)].map(ofVariable);
    const mean = over(plus(plus(times(p!, a!), times(q!, b!)), c!), plus(plus(p!, q!), constant(Exact.one)));
    const { lower, upper, method } = boundsOf(mean)!;
    // c alone 5, with a 3.5, with b 6.5, with both 5.
    expect([lower.toString(), upper.toString(), method]).toEqual(['3.5', '6.5', 'choices']);
  });

  test('a margin stands around roots and logarithms', () => {
    const form = operation('root', ofVariable(variable('a', 2, 2)));
    const { lower, upper } = boundsOf(form)!;
    expect(lower.compare(upper)).toBe(-1);
    expect(Math.abs(upper.toNumber() - Math.SQRT2)).toBeLessThan(1e-11);
  });

  test('the search for an outer bound ends after a fixed number of boxes', () => {
    const many = Array.from({ length: 30 }, (_, at) => ofVariable(variable(`v${at}`, at % 5, (at % 5) + 2)));
    const mean = over(linear(many.map((one) => [one, Exact.one] as const)), constant(exact(30)));
    const squares = many.map((one) => [operation('power', minus(one, mean), constant(exact(2))), Exact.one] as const);
    expect(boundsOf(linear(squares))!.method).toBe('outer');
  });
});
