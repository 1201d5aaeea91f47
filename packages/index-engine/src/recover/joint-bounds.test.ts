import { Exact, Interval } from '@indexlab/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jointBounds, type Relation } from './joint-bounds.js';

const relation = (name: string, terms: Record<string, number>, lower: string, upper: string): Relation => ({
  name,
  terms: Object.fromEntries(Object.entries(terms).map(([key, value]) => [key, Exact.fromNumber(value)])),
  interval: Interval.parse(lower, upper),
});

describe('jointBounds', () => {
  test('relations narrow one another', () => {
    const result = jointBounds([
      relation('sum', { a: 1, b: 1 }, '10', '10'),
      relation('order', { a: 1, b: -1 }, '0', '100'),
      relation('b', { b: 1 }, '4', '9'),
    ]);
    expect(result).toMatchObject({ status: 'feasible' });
    if (result.status === 'feasible')
      expect([`${result.bounds.a}`, `${result.bounds.b}`]).toEqual(['[5, 6]', '[4, 5]']);
  });

  test('relations that are fine one by one can be impossible together, and are named', () => {
    const parts = [
      relation('a', { a: 1 }, '3', '4'),
      relation('b', { b: 1 }, '3', '4'),
      relation('c', { c: 1 }, '0', '1'),
      relation('whole', { a: 1, b: 1 }, '5', '5.9'),
    ];
    expect(jointBounds(parts)).toEqual({
      status: 'infeasible',
      conflict: expect.arrayContaining(['a', 'b', 'whole']) as string[],
    });
  });

  test('a quantity that nothing bounds from above is unbounded', () => {
    const result = jointBounds([relation('difference', { a: 1, b: -1 }, '1', '2')]);
    if (result.status === 'feasible') expect(`${result.bounds.a}`).toBe('[1, inf]');
    expect(result.status).toBe('feasible');
  });

  test('a quantity with an unknown variable is refused', () => {
    const relations = [relation('a', { a: 1 }, '0', '1')];
    expect(() => jointBounds(relations, { q: { z: Exact.one } })).toThrow('got z');
  });

  test('law: any point that made the relations lies within the bounds', () => {
    const value = fc.integer({ min: 0, max: 50 });
    const coefficient = fc.integer({ min: -3, max: 3 });
    const rows = fc.array(fc.tuple(coefficient, coefficient, coefficient), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(value, value, value, rows, (a, b, c, list) => {
        const relations = list.map(([p, q, r], index) => {
          const total = p * a + q * b + r * c;
          return relation(`r${index}`, { a: p, b: q, c: r }, `${total - 1}`, `${total + 1}`);
        });
        const result = jointBounds(relations);
        expect(result.status).toBe('feasible');
        if (result.status === 'feasible') expect(result.bounds.a!.contains(Exact.fromNumber(a))).toBe(true);
      }),
    );
  });
});
