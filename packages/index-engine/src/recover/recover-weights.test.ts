import { Exact, Interval, roundedInterval } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { type RecoverOptions, recoverWeights } from './recover-weights.js';

const printed = (...tokens: string[]): Interval[] => tokens.map((token) => roundedInterval(token));
const exactly = (...tokens: string[]): Interval[] => tokens.map((token) => Interval.point(Exact.parse(token)));

describe('recoverWeights', () => {
  const parts = { market: printed('10.0', '20.0', '50.0'), technology: printed('40.0', '20.0', '10.0') };
  const total = printed('28.0', '20.0', '26.0');

  test('bounds are the exact ends over the printed intervals', () => {
    const { status, weights, intercept, sum, maxResidual } = recoverWeights({ total, parts });
    // The last row binds: 50.05 w + 10.05 (1 - w) >= 25.95 and 49.95 w + 9.95 (1 - w) <= 26.05; in hundredths:
    expect(weights).toEqual({
      market: { estimate: 0.4, lower: (2595 - 1005) / 4000, upper: (2605 - 995) / 4000, identified: true },
      technology: { estimate: 0.6, lower: (4995 - 2605) / 4000, upper: (5005 - 2595) / 4000, identified: true },
    });
    expect({ status, intercept, sum, maxResidual }).toEqual({
      status: 'feasible',
      intercept: 0,
      sum: 1,
      maxResidual: 0,
    });
  });

  test('is plain data: JSON keeps all of it', () => {
    for (const options of [
      { total, parts },
      { total: printed('28.0', '20.0', '90.0'), parts, stated: { market: '0.4' } },
    ]) {
      const recovery = recoverWeights(options);
      expect(JSON.parse(JSON.stringify(recovery))).toEqual(recovery);
    }
  });

  test('does not change what it is given', () => {
    const options = { total: [...total], parts: { ...parts }, unit: ['a', 'b', 'c'], stated: { market: '0.4' } };
    const before = structuredClone(options);
    recoverWeights(options);
    expect(structuredClone(options)).toEqual(before);
  });

  test('cells of different digits are each taken at their own', () => {
    const coarse = recoverWeights({ total: printed('28', '20', '26.0000'), parts }).weights.market!;
    const fine = recoverWeights({ total: printed('28.0000', '20.0000', '26.0000'), parts }).weights.market!;
    expect([coarse.lower, coarse.upper]).toEqual([(2599995 - 1005000) / 4000000, (2600005 - 995000) / 4000000]);
    expect(fine.lower).toBeGreaterThanOrEqual(coarse.lower!);
  });

  test('exact cells determine exact weights', () => {
    const { weights, simplest } = recoverWeights({
      total: exactly('2', '0.5'),
      parts: { a: exactly('3', '0'), b: exactly('0', '1.5') },
    });
    expect(weights.a).toEqual({ estimate: 2 / 3, lower: 2 / 3, upper: 2 / 3, identified: true });
    expect(simplest).toBeNull();
  });

  test('a total with one end only bounds from one side and has no residual', () => {
    const over = new Interval(Exact.parse('30'), null);
    const { weights, maxResidual } = recoverWeights({ total: [over], parts: { a: exactly('50'), b: exactly('10') } });
    expect([weights.a!.lower, weights.a!.upper, maxResidual]).toEqual([(30 - 10) / (50 - 10), 1, 0]);
  });

  test('rows with a missing cell are left out and said to be', () => {
    const { weights, assumptions } = recoverWeights({
      total: [...total, null, ...printed('99.0')],
      parts: {
        market: [...parts.market, ...printed('1.0'), null],
        technology: [...parts.technology, ...printed('1.0', '1.0')],
      },
      unit: ['a', 'b', 'c', 'd', 'e'],
    });
    expect(weights).toEqual(recoverWeights({ total, parts }).weights);
    expect(assumptions).toContain('rows with a missing cell are left out: d, e');
  });

  test('one part alone has weight one', () => {
    expect(recoverWeights({ total: printed('3.0'), parts: { a: printed('3.0') } }).weights.a).toEqual({
      estimate: 1,
      lower: 1,
      upper: 1,
      identified: true,
    });
  });

  describe('what is not identified', () => {
    test('the weights of two equal columns are not, while their sum bounds each and the third weight is', () => {
      const twice = printed('10.0', '20.0', '50.0');
      const { weights, sum } = recoverWeights({ total, parts: { a: twice, b: twice, c: parts.technology } });
      const known = recoverWeights({ total, parts }).weights.market!;
      expect(weights.a).toEqual({ estimate: null, lower: 0, upper: known.upper, identified: false });
      expect(weights.b).toEqual(weights.a);
      expect(weights.c!.identified).toBe(true);
      expect(sum).toBeNull();
    });

    test('a column of zeros has an unbounded weight when weights need not sum to one', () => {
      const { weights } = recoverWeights({ total, parts: { ...parts, zero: exactly('0', '0', '0') }, sumToOne: false });
      expect(weights.zero).toEqual({ estimate: null, lower: 0, upper: null, identified: false });
      expect(weights.market!.identified).toBe(true);
    });

    test('a column of zeros has the weight that the others leave when they sum to one', () => {
      const { weights } = recoverWeights({
        total: exactly('2', '3'),
        parts: { a: exactly('10', '0'), b: exactly('0', '10'), zero: exactly('0', '0') },
      });
      expect(weights.zero).toEqual({ estimate: 0.5, lower: 0.5, upper: 0.5, identified: true });
    });

    test('fewer rows than parts determine nothing, and bounds are given all the same', () => {
      const { weights } = recoverWeights({
        total: exactly('30'),
        parts: { a: exactly('60'), b: exactly('20'), c: exactly('10') },
      });
      expect(weights.a).toEqual({
        estimate: null,
        lower: (30 - 20) / (60 - 20),
        upper: (30 - 10) / (60 - 10),
        identified: false,
      });
    });

    test('digits too coarse to say anything do not identify', () => {
      const { weights } = recoverWeights({
        total: printed('1', '1'),
        parts: { a: printed('1', '1'), b: printed('1', '2') },
      });
      expect(weights.a).toEqual({ estimate: null, lower: 0, upper: 1, identified: false });
    });
  });

  test('weights that need not sum to one are recovered with their sum', () => {
    const { weights, sum, assumptions } = recoverWeights({
      total: printed('98.0', '86.0', '116.0'),
      parts: { a: printed('10.0', '20.0', '50.0'), b: printed('40.0', '30.0', '30.0') },
      sumToOne: false,
    });
    expect([weights.a!.lower! < 1, weights.a!.upper! > 1, weights.b!.lower! < 2.2, weights.b!.upper! > 2.2]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(sum).toBeCloseTo(weights.a!.estimate! + weights.b!.estimate!, 12);
    expect(assumptions).toContain('weights need not sum to one');
  });

  test('bad input is refused with what, where and how to mend it', () => {
    const refused = (options: RecoverOptions): string => {
      try {
        recoverWeights(options);
      } catch (error) {
        return String(error);
      }
      return 'accepted';
    };
    expect(refused({ total, parts: {} })).toMatch('requires at least one part, got none');
    expect(refused({ total, parts: { a: printed('1') } })).toMatch(
      'requires columns of one length, got 1 and 3 ("a" and the total)',
    );
    expect(refused({ total: [null], parts: { a: printed('1') } })).toMatch('requires at least one row');
    expect(refused({ total: [], parts: { a: [] } })).toMatch('requires at least one row');
    expect(refused({ total, parts, stated: { b: '1' } })).toMatch('requires stated weights of known parts, got b');
    expect(refused({ total, parts, stated: { market: '-0.5' } })).toMatch('not negative, got -0.5 (part "market")');
    expect(refused({ total, parts, stated: { market: 'half' } })).toMatch(
      'requires stated weights that are numbers, got "half" (part "market")',
    );
    expect(refused({ total, parts: { a: [new Interval(null, Exact.one), ...printed('1', '1')] } })).toMatch(
      'bounded interval',
    );
  });

  test('cells that are no intervals are refused by name', () => {
    const cells = [1, 2] as unknown as null[];
    expect(() => recoverWeights({ total: [null, null], parts: { a: cells } })).toThrow(
      expect.objectContaining({
        message: 'recoverWeights requires printed numbers as intervals, got 1 ("a", row 1)',
        remedy: "Write roundedInterval('50.0'), or take recoverFromColumns for a table.",
      }),
    );
  });
});
