import { describe, expect, test } from 'vitest';
import * as aggregate from './index.js';

const column = (...values: number[]): Float64Array => new Float64Array(values);

describe('medianValue', () => {
  test('an even number of equal weights gives the mean of the middle two', () => {
    expect(aggregate.medianValue([column(1), column(10), column(4), column(2)], [0.1, 0.1, 0.1, 0.1])).toEqual(
      column((2 + 4) / 2),
    );
  });

  test('a column with more than half of the weight decides', () => {
    expect(aggregate.medianValue([column(1), column(10), column(4)], [3, 1, 1])).toEqual(column(1));
    expect(aggregate.medianValue([column(1), column(10), column(4)], [2, 1, 1])).toEqual(column((1 + 4) / 2));
  });
});

describe('minimumValue', () => {
  test('a column of weight zero does not set the minimum', () => {
    expect(aggregate.minimumValue([column(1), column(2)], [0, 1])).toEqual(column(2));
  });
});

describe('geometricMean, harmonicMean and powerMean', () => {
  test('zero is refused with its node and row, and a remedy', () => {
    const columns = [column(1, 0)];
    const options = { node: 'left' };
    expect(() => aggregate.geometricMean(columns, [1], options)).toThrow(
      'values above zero, got 0 (node "left", row 2)',
    );
    expect(() => aggregate.harmonicMean(columns, [1], options)).toThrow(
      'values above zero, got 0 (node "left", row 2)',
    );
    expect(() => aggregate.powerMean(columns, [1], { ...options, power: -1 })).toThrow(
      'values above zero, got 0 (node "left", row 2)',
    );
    expect(() => aggregate.powerMean([column(-1)], [1], { power: 2 })).toThrow('values of zero or more, got -1');
  });

  test('a power above zero takes a zero', () => {
    expect(aggregate.powerMean([column(0, 0), column(0, 4)], [1, 1], { power: 0.5 })[1]).toBeCloseTo(
      (0.5 * 2) ** 2,
      12,
    );
    expect(aggregate.powerMean([column(0), column(0)], [1, 1], { power: 0.5 })).toEqual(column(0));
  });

  test('a power that is not finite is refused', () => {
    expect(() => aggregate.powerMean([column(1)], [1], { power: -Infinity })).toThrow('a finite power');
  });
});

describe('orderedWeightedAverage', () => {
  test('all weight on a place gives the best, the worst or the middle', () => {
    const columns = [column(3), column(1), column(2)];
    const at = (orderWeights: number[]): Float64Array =>
      aggregate.orderedWeightedAverage(columns, [1, 1, 1], { orderWeights });
    expect([at([1, 0, 0]), at([0, 1, 0]), at([0, 0, 1])]).toEqual([column(3), column(2), column(1)]);
  });

  test('order weights without a sum are refused', () => {
    expect(() => aggregate.orderedWeightedAverage([column(1)], [1], { orderWeights: [0] })).toThrow('a positive sum');
    expect(() => aggregate.orderedWeightedAverage([column(1)], [1], { orderWeights: [-1, 2] })).toThrow('got -1');
  });
});

describe('meanMin', () => {
  test('the full penalty without beta gives the minimum, none the mean', () => {
    const columns = [column(2), column(8)];
    expect(aggregate.meanMin(columns, [1, 1])).toEqual(column(2));
    expect(aggregate.meanMin(columns, [1, 1], { alpha: 0 })).toEqual(column(5));
  });

  test('alpha and beta outside their range are refused', () => {
    expect(() => aggregate.meanMin([column(1)], [1], { alpha: 2 })).toThrow('alpha between 0 and 1, got 2');
    expect(() => aggregate.meanMin([column(1)], [1], { beta: -1 })).toThrow('beta of zero or more, got -1');
  });
});

describe('mazziottaPareto', () => {
  test('a mean of zero or less is refused: the coefficient of variation has no meaning', () => {
    expect(() => aggregate.mazziottaPareto([column(-1), column(1)], [1, 1])).toThrow('a mean above zero, got 0');
  });
});

describe('product', () => {
  test('equal weights give the plain product, exactly', () => {
    expect(aggregate.product([column(2), column(3), column(7)], [0.2, 0.2, 0.2])).toEqual(column(2 * 3 * 7));
  });
});

describe('copeland and borda', () => {
  test('a column in which two units are level takes no side', () => {
    expect(aggregate.copeland([column(1, 1), column(2, 1)], [9, 1])).toEqual(column(1, -1));
    expect(aggregate.borda([column(1, 1), column(2, 1)], [3, 1])).toEqual(column((3 * 0.5 + 1) / 4, (3 * 0.5) / 4));
  });

  test('a unit without a value takes no part', () => {
    expect(aggregate.copeland([column(1, NaN, 3)], [1])).toEqual(column(-1, NaN, 1));
    expect(aggregate.borda([column(1, NaN, 3)], [1])).toEqual(column(0, NaN, 1));
  });
});

describe('topsis', () => {
  test('units that are all alike stand halfway', () => {
    expect(aggregate.topsis([column(4, 4)], [1])).toEqual(column(0.5, 0.5));
  });
});
