import { describe, expect, test } from 'vitest';
import * as weigh from './index.js';

const column = (...values: number[]): Float64Array => new Float64Array(values);

describe('statedShares and equalWeights', () => {
  test('shares are divided exactly', () => {
    expect(weigh.statedShares(['0.1', '0.2', '0.7'])).toEqual([0.1, 0.2, 0.7]);
    expect(weigh.statedShares([1, 2])).toEqual([1 / 3, 2 / 3]);
    expect(weigh.equalWeights(2)).toEqual([0.5, 0.5]);
  });

  test('bad weights are refused', () => {
    expect(() => weigh.statedShares([1, -1])).toThrow('zero or more, got -1 (weight 2)');
    expect(() => weigh.statedShares([0, 0])).toThrow('a positive sum');
    expect(() => weigh.statedShares([NaN])).toThrow('a decimal number');
    expect(() => weigh.equalWeights(0)).toThrow('got 0');
  });
});

describe('expertPanel', () => {
  const panel = weigh.expertPanel([
    [5, 1, 3],
    [5, 3, 1],
    [2, 2, 2],
  ]);

  test('an expert who gives everything the same score has no dispersion, and still pulls the weights together', () => {
    expect(panel.experts[2]!.dispersion).toBe(0);
    expect(panel.experts[2]!.weightsWithout).toEqual([10 / 18, 4 / 18, 4 / 18]);
    expect(panel.experts[2]!.shift).toBeCloseTo(10 / 18 - 12 / 24, 15);
  });

  test('compression is the ratio of the distances from equal weights', () => {
    const distance = (weights: readonly number[]): number => weights[0]! - 1 / 3;
    expect(distance(panel.weights) / distance(panel.weightsFromZero!)).toBeCloseTo(1 - panel.compression, 14);
    expect(panel.compression).toBe(9 / 24);
  });

  test('the reachable weights are those of the extreme scores', () => {
    expect(panel.reachable).toEqual([1 / (1 + 2 * 5), 5 / (5 + 2 * 1)]);
    expect(weigh.expertPanel([[1, 5, 5]]).weights[0]).toBe(panel.reachable[0]);
  });

  test('a single expert cannot be left out, and lowest scores throughout leave nothing above zero', () => {
    const single = weigh.expertPanel([[1, 1]]);
    expect([single.experts[0]!.weightsWithout, single.weightsFromZero, single.compression]).toEqual([[], null, 1]);
  });
});

describe('budgetAllocationWeights', () => {
  test('points that miss the budget are refused with the expert', () => {
    expect(() =>
      weigh.budgetAllocationWeights([
        [60, 40],
        [60, 39],
      ]),
    ).toThrow('100 points from each expert, got 99 (expert 2)');
    expect(weigh.budgetAllocationWeights([[33.3, 33.3, 33.4]])).toEqual([0.333, 0.333, 0.334]);
    expect(() => weigh.budgetAllocationWeights([[101, -1]])).toThrow('zero or more, got -1 (expert 1)');
  });
});

describe('ahpWeights', () => {
  test('two elements cannot be inconsistent, and one has all the weight', () => {
    expect(
      weigh.ahpWeights([
        [1, 3],
        [1 / 3, 1],
      ]),
    ).toMatchObject({ consistencyRatio: 0, consistent: true });
    expect(weigh.ahpWeights([[1]]).weights).toEqual([1]);
  });

  test('reciprocals may be rounded', () => {
    expect(
      weigh.ahpWeights([
        [1, 7],
        [0.14, 1],
      ]).weights,
    ).toEqual(
      weigh.ahpWeights([
        [1, 7],
        [1 / 7, 1],
      ]).weights,
    );
  });

  test('comparisons that are no comparisons are refused with their place', () => {
    expect(() =>
      weigh.ahpWeights([
        [1, 3],
        [3, 1],
      ]),
    ).toThrow('reciprocals, got 3 and 3 (row 1, column 2)');
    expect(() => weigh.ahpWeights([[1, 3]])).toThrow('a square matrix, got a row of 2');
    expect(() => weigh.ahpWeights([[2]])).toThrow('1 on the diagonal, got 2');
    expect(() =>
      weigh.ahpWeights([
        [1, 0],
        [0, 1],
      ]),
    ).toThrow('above zero, got 0');
    expect(() => weigh.ahpWeights(Array.from({ length: 16 }, () => Array<number>(16).fill(1)))).toThrow(
      'at most 15 elements, got 16',
    );
  });

  test('opposite members of a group cancel out', () => {
    expect(
      weigh.groupAhpWeights([
        [
          [1, 5],
          [1 / 5, 1],
        ],
        [
          [1, 1 / 5],
          [5, 1],
        ],
      ]).weights,
    ).toEqual([0.5, 0.5]);
    expect(() =>
      weigh.groupAhpWeights([
        [[1]],
        [
          [1, 1],
          [1, 1],
        ],
      ]),
    ).toThrow('got 2 and 1 (member 2)');
  });
});

describe('weights from data', () => {
  test('a column without any value stops them with a remedy', () => {
    expect(() => weigh.entropyWeights([column(1, NaN), column(NaN, 1)])).toThrow(
      'at least 2 units without a missing value, got 0',
    );
  });

  test('units that lack a value are left out', () => {
    const complete = [column(1, 2, 4), column(3, 1, 2)];
    const gaps = [column(1, 9, 2, 4), column(3, NaN, 1, 2)];
    expect(weigh.criticWeights(gaps)).toEqual(weigh.criticWeights(complete));
  });

  test('columns that a method cannot take are refused with their number', () => {
    expect(() => weigh.entropyWeights([column(1, -1)])).toThrow('zero or more, got -1 (column 1)');
    expect(() => weigh.entropyWeights([column(0, 0)])).toThrow('a positive total, got 0 (column 1)');
    expect(() => weigh.merecWeights([column(1, 2), column(1, 0)])).toThrow('above zero, got 0 (column 2)');
    expect(() => weigh.criticWeights([column(1, 2), column(3, 3)])).toThrow('columns that vary, got only 3 (column 2)');
    expect(() => weigh.merecWeights([column(2, 2)])).toThrow('at least one carries information');
  });

  test('an even column has no weight by entropy', () => {
    expect(weigh.entropyWeights([column(3, 3, 3), column(1, 2, 6)])).toEqual([0, 1]);
  });
});

describe('balancedWeights', () => {
  test('where no weights of zero or more balance correlations, the columns are named', () => {
    const data = [column(1, 2, 3, 4, 5), column(1, 2, 3, 5, 4), column(1.1, 2, 3, 4.6, 4.4)];
    expect(() => weigh.balancedWeights([...data, column(5, 1, 2, 1, 4)])).toThrow(/got a negative one for column \d/);
  });

  test('columns that make one another up, or cancel out, are refused', () => {
    const [a, b] = [column(1, 2, 3, 5), column(5, 3, 2, 1)];
    expect(() => weigh.balancedWeights([a, a])).toThrow('a column that others make up');
    expect(() => weigh.balancedWeights([a, a.map((value) => -value)], { balance: 'variance' })).toThrow(
      'cancel one another out',
    );
    expect(weigh.balancedWeights([a, b, b], { balance: 'variance' }).weights.every((weight) => weight > 0)).toBe(true);
  });

  test('targets must be above zero', () => {
    expect(() => weigh.balancedWeights([column(1, 2, 3), column(3, 1, 2)], { targets: [1, 0] })).toThrow(
      'targets above zero, got 0 (column 2)',
    );
  });
});

describe('benefitOfTheDoubt', () => {
  test('a unit that lacks a value has no score and no say', () => {
    const { scores } = weigh.benefitOfTheDoubt([column(1, 100, 2), column(2, NaN, 1)]);
    expect(scores).toEqual(column(1, NaN, 1));
  });

  test('shares of a third each leave one weight profile', () => {
    const { shares } = weigh.benefitOfTheDoubt([column(1, 3), column(5, 2)], { shares: [0.5, 0.5] });
    expect(shares).toEqual([column(0.5, 0.5), column(0.5, 0.5)]);
  });

  test('bounds that no weights satisfy are refused with the row', () => {
    expect(() => weigh.benefitOfTheDoubt([column(1, 2)], { weights: [1, 2] })).toThrow(
      'bounds that some weights satisfy, got none (row 1)',
    );
    expect(() =>
      weigh.benefitOfTheDoubt([column(1), column(2)], {
        shares: [
          [0, 0.3],
          [0, 0.3],
        ],
      }),
    ).toThrow('got sums of 0 and 0.6');
    expect(() => weigh.benefitOfTheDoubt([column(1)], { shares: [0.6, 0.4] })).toThrow(
      'the lower first, got 0.6 and 0.4',
    );
    expect(() => weigh.benefitOfTheDoubt([column(0)])).toThrow('a value above zero, got none (column 1)');
  });
});

describe('regressionWeights', () => {
  test('a negative coefficient and columns that make one another up are refused by name', () => {
    const x = column(1, 2, 3, 5);
    expect(() =>
      weigh.regressionWeights(
        [x],
        x.map((value) => 3 - value),
      ),
    ).toThrow('negative ones for column1');
    expect(() => weigh.regressionWeights([x, x.map((value) => 2 * value)], column(1, 3, 2, 6))).toThrow(
      'column2 made up by others',
    );
  });
});
