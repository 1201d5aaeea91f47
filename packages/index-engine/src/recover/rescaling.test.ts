import { Exact, Interval, randomSource, roundedInterval } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { recoverWeights } from './recover-weights.js';

type Rescale = (values: readonly number[]) => number[];

const minMaxOnto =
  (lower: number, upper: number): Rescale =>
  (values) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return values.map((value) => lower + ((value - least) / (most - least)) * (upper - lower));
  };
const affine =
  (slope: number, shift: number): Rescale =>
  (values) =>
    values.map((value) => slope * value + shift);

/** Three parts printed with four decimals, weights 0.2, 0.3 and 0.5; the named parts are rescaled before weighting. */
function published(
  rescales: Readonly<Record<string, Rescale>>,
  rows = 40,
): { total: Interval[]; parts: Record<string, Interval[]> } {
  const random = randomSource(5);
  const shown: Record<string, number[]> = Object.fromEntries(
    ['a', 'b', 'c'].map((name) => [
      name,
      Array.from({ length: rows }, () => Number((10 + 80 * random.uniform()).toFixed(4))),
    ]),
  );
  const weights: Record<string, number> = { a: 0.2, b: 0.3, c: 0.5 };
  const used = Object.entries(shown).map(([name, values]) =>
    (rescales[name] ?? affine(1, 0))(values).map((value) => value * weights[name]!),
  );
  const print = (values: readonly number[]): Interval[] => values.map((value) => roundedInterval(value.toFixed(4)));
  return {
    total: print(Array.from({ length: rows }, (_, row) => used.reduce((sum, values) => sum + values[row]!, 0))),
    parts: Object.fromEntries(Object.entries(shown).map(([name, values]) => [name, print(values)])),
  };
}

describe('scaling', () => {
  test('no rescaling is looked for when the plain sum fits', () => {
    const { scaling, alternatives, assumptions } = recoverWeights(published({}));
    expect(Object.values(scaling)).toEqual([1, 2, 3].map(() => ({ method: 'none', parameters: {} })));
    expect(alternatives).toEqual([]);
    expect(assumptions).toContain('no part was rescaled');
  });

  test('a part rescaled by min-max onto a round range is found with its weight, slope and range', () => {
    const { weights, scaling, simplest, intercept } = recoverWeights(published({ b: minMaxOnto(0, 100) }));
    expect(scaling.a!.method).toBe('none');
    expect(scaling.b!.method).toBe('min-max');
    const { minimum, maximum, rangeLower, rangeUpper, slope, slopeLower, slopeUpper, shift } = scaling.b!.parameters;
    expect([rangeLower, rangeUpper]).toEqual([0, 100]);
    const trueSlope = 100 / (maximum! - minimum!);
    expect(slopeLower! <= trueSlope && trueSlope <= slopeUpper!).toBe(true);
    expect(slope).toBeCloseTo(trueSlope, 3);
    expect(shift).toBeCloseTo(-trueSlope * minimum!, 1);
    expect(intercept).toBeCloseTo(0.3 * -trueSlope * minimum!, 2);
    expect(simplest).toEqual({ a: 0.2, b: 0.3, c: 0.5 });
    expect(weights.b!.identified).toBe(true);
  });

  test('a part rescaled onto no round range is affine, with exact bounds of slope and shift', () => {
    const { scaling, simplest } = recoverWeights(published({ c: affine(3.7, -41.3) }));
    const { slopeLower, slopeUpper, shiftLower, shiftUpper, coefficientLower, coefficientUpper } =
      scaling.c!.parameters;
    expect(scaling.c!.method).toBe('affine');
    expect([slopeLower! < 3.7, slopeUpper! > 3.7, shiftLower! < -41.3, shiftUpper! > -41.3]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([coefficientLower! < 0.5 * 3.7, coefficientUpper! > 0.5 * 3.7]).toEqual([true, true]);
    expect(simplest).toEqual({ a: 0.2, b: 0.3, c: 0.5 });
  });

  test('when the digits cannot tell which part was rescaled, bounds hold whichever it was and the others are listed', () => {
    const recovery = recoverWeights(published({ a: affine(0.51, 7.7) }));
    const equal = recovery.alternatives.filter(({ fits }) => fits);
    expect(equal.length).toBe(2);
    for (const [part, weight] of Object.entries({ a: 0.2, b: 0.3, c: 0.5 })) {
      const all = [recovery.weights[part]!, ...equal.map(({ weights }) => weights![part]!)];
      expect(recovery.weights[part]!.lower).toBe(Math.min(...all.map(({ lower }) => lower!)));
      expect(recovery.weights[part]!.upper).toBe(Math.max(...all.map(({ upper }) => upper!)));
      expect(recovery.weights[part]!.estimate).toBeCloseTo(weight, 3);
    }
    expect(recovery.assumptions.join()).toMatch('which part was rescaled cannot be told, it may also have been b, c');
  });

  test('what was tried and does not fit is listed with its residual, largest for the plain sum', () => {
    const { alternatives, maxResidual } = recoverWeights(published({ b: minMaxOnto(0, 1000) }));
    const misfits = alternatives.filter(({ fits }) => !fits);
    expect(misfits.length).toBeGreaterThan(0);
    expect(Object.values(misfits[0]!.scaling).every(({ method }) => method === 'none')).toBe(true);
    for (const misfit of misfits) {
      expect(misfit.maxResidual).toBeGreaterThan(maxResidual);
      expect(misfit.maxResidual).toBeLessThanOrEqual(misfits[0]!.maxResidual);
    }
  });

  test('of two rescaled parts only the sum of the weights is identified', () => {
    const { weights, scaling, assumptions, sum, simplest } = recoverWeights(
      published({ a: affine(9, 4), b: affine(8, 5) }),
    );
    expect([scaling.a!.method, scaling.b!.method, scaling.c!.method]).toEqual(['affine', 'affine', 'none']);
    expect(weights.a).toMatchObject({ estimate: null, lower: 0, identified: false });
    expect(weights.a!.upper).toBeCloseTo(0.2 + 0.3, 4);
    expect(weights.c).toMatchObject({ identified: true });
    expect(weights.c!.lower! < 0.5 && weights.c!.upper! > 0.5).toBe(true);
    expect([sum, simplest]).toEqual([null, null]);
    expect(assumptions).toContain('of the weights of a, b only the sum is identified');
  });

  test('is not looked for when it is switched off', () => {
    const { status, wrongRowsProven, alternatives, assumptions } = recoverWeights({
      ...published({ b: minMaxOnto(0, 100) }),
      scaling: 'none',
    });
    expect([status, wrongRowsProven, alternatives]).toEqual(['infeasible', false, []]);
    expect(assumptions).toContain(
      'most rows would have to be wrong: rather the total does not come from these parts in this way',
    );
  });

  test('is not looked for with as many free numbers as rows, where it would fit whatever is printed', () => {
    const few = { total: ['1.0', '9.0', '4.0'], a: ['1.0', '2.0', '3.0'], b: ['2.0', '1.0', '3.0'] };
    const print = (tokens: readonly string[]): Interval[] => tokens.map((token) => roundedInterval(token));
    const { status, assumptions } = recoverWeights({
      total: print(few.total),
      parts: { a: print(few.a), b: print(few.b) },
    });
    expect(status).toBe('infeasible');
    expect(assumptions).toContain('rescaled parts were not looked for: there are as many free numbers as rows');
  });

  test('without a fixed sum a rescaled part shows as a constant, and weights count per printed unit', () => {
    const { status, weights, scaling, intercept, assumptions } = recoverWeights({
      ...published({ b: affine(2, 20) }),
      sumToOne: false,
    });
    expect(status).toBe('feasible');
    expect(weights.b!.lower! < 0.3 * 2 && weights.b!.upper! > 0.3 * 2).toBe(true);
    expect(intercept).toBeCloseTo(0.3 * 20, 2);
    expect(scaling.b!.method).toBe('none');
    expect(assumptions.join()).toMatch('the total has a constant');
  });

  test('wrong rows are looked for with one part rescaled where that saves more rows than it could fit anyway', () => {
    const { total, parts } = published({ b: minMaxOnto(0, 1000) });
    const wrong = total.map((cell, row) => (row === 4 || row === 11 ? cell.plus(Interval.point(Exact.one)) : cell));
    const { wrongRows, wrongRowsProven, assumptions, withoutWrongRows } = recoverWeights({ total: wrong, parts });
    expect([wrongRows, wrongRowsProven]).toEqual([[['5', '12']], true]);
    expect(assumptions.join()).toMatch('rescaled before weighting, with a positive slope: b');
    expect(withoutWrongRows!.simplest).toEqual({ a: 0.2, b: 0.3, c: 0.5 });
  });
});
