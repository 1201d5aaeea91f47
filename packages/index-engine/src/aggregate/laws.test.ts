import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as aggregate from './index.js';

type Method = (columns: readonly Float64Array[], weights: readonly number[]) => Float64Array;

/** Means give back a value that all columns share. */
const means: Record<string, Method> = {
  arithmeticMean: aggregate.arithmeticMean,
  geometricMean: aggregate.geometricMean,
  harmonicMean: aggregate.harmonicMean,
  powerMean: (columns, weights) => aggregate.powerMean(columns, weights, { power: -2.5 }),
  minimumValue: aggregate.minimumValue,
  medianValue: aggregate.medianValue,
  orderedWeightedAverage: (columns, weights) =>
    aggregate.orderedWeightedAverage(columns, weights, { orderWeights: [1, 2, 4] }),
  meanMin: aggregate.meanMin,
  mazziottaPareto: aggregate.mazziottaPareto,
};
const all: Record<string, Method> = {
  ...means,
  product: aggregate.product,
  borda: aggregate.borda,
  copeland: aggregate.copeland,
  topsis: aggregate.topsis,
  kemeny: aggregate.kemeny,
};
/** A better value never lowers these scores; the penalty of Mazziotta and Pareto can outgrow what a single value adds. */
const monotone = Object.entries(all).filter(([name]) => !['mazziottaPareto', 'kemeny', 'topsis'].includes(name));

const rows = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 7 })).chain(([width, height]) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: width, maxLength: width }), {
    minLength: height,
    maxLength: height,
  }),
);
const columnsOf = (table: readonly (readonly number[])[]): Float64Array[] =>
  table[0]!.map((_, column) => Float64Array.from(table, (row) => row[column]!));
const weightsOf = (columns: readonly unknown[]): number[] => columns.map((_, index) => 1 + (index % 3));
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b));

describe('laws of aggregation', () => {
  test.each(Object.entries(means))('%s of equal values is that value', (_, method) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 6 }), (value, width) => {
        const columns = Array.from({ length: width }, () => new Float64Array([value]));
        expect(near(method(columns, weightsOf(columns))[0]!, value)).toBe(true);
      }),
    );
  });

  test.each(Object.entries(all))('%s permutes with the units', (_, method) => {
    fc.assert(
      fc.property(rows, (table) => {
        const columns = columnsOf(table);
        const backwards = method(columnsOf([...table].reverse()), weightsOf(columns)).reverse();
        method(columns, weightsOf(columns)).forEach((score, row) => expect(near(score, backwards[row]!)).toBe(true));
      }),
    );
  });

  test.each(Object.entries(all))('%s takes weights on any scale and columns in any order', (_, method) => {
    fc.assert(
      fc.property(rows, (table) => {
        const columns = columnsOf(table);
        const weights = weightsOf(columns);
        const other = method([...columns].reverse(), weights.map((weight) => 7 * weight).reverse());
        method(columns, weights).forEach((score, row) => expect(near(score, other[row]!)).toBe(true));
      }),
    );
  });

  test.each(monotone)('%s never falls when a value rises', (_, method) => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.nat(), (table, unit, column) => {
        const [row, place] = [unit % table.length, column % table[0]!.length];
        const raised = table.map((values, index) => (index === row ? values.with(place, values[place]! + 2) : values));
        const weights = weightsOf(table[0]!);
        const [before, after] = [method(columnsOf(table), weights)[row]!, method(columnsOf(raised), weights)[row]!];
        expect(after > before || near(after, before)).toBe(true);
      }),
    );
  });

  test('the power mean grows with its power, through the geometric mean at zero', () => {
    fc.assert(
      fc.property(rows, (table) => {
        const columns = columnsOf(table);
        const weights = weightsOf(columns);
        const scores = [-30, -2, -1e-9, 0, 1e-9, 0.5, 3, 200].map(
          (power) => aggregate.powerMean(columns, weights, { power })[0]!,
        );
        scores.forEach((score, index) => {
          expect(index === 0 || score > scores[index - 1]! || near(score, scores[index - 1]!)).toBe(true);
        });
      }),
    );
  });

  test('the Kemeny order puts a unit first that wins against every other', () => {
    fc.assert(
      fc.property(rows, (table) => {
        const columns = columnsOf(table);
        const wins = aggregate.copeland(columns, weightsOf(columns));
        const winner = wins.indexOf(table.length - 1);
        const scores = aggregate.kemeny(columns, weightsOf(columns));
        if (winner >= 0) expect(scores[winner]).toBe(table.length - 1);
        expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo((table.length * (table.length - 1)) / 2, 9);
      }),
    );
  });
});
