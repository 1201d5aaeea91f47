import { IndexlabError } from '@indexlab/core';
import { expect, test } from 'vitest';
import * as engine from './index.js';

test.each([
  [() => engine.buildIndex({} as never, { a: [1] }), 'compileIndex requires an object with tree'],
  [() => engine.readSpecification(5 as never), 'readSpecification requires a text, got 5 (text)'],
  [() => engine.profile({} as never, 'a'), 'profile requires an object with specification, stages, unitNames'],
  [() => engine.normalise(Float64Array.of(1), 'min-mix'), 'A method requires one of the stage\'s, got "min-mix"'],
  [() => engine.compareRankings({} as never, {} as never), 'compareRankings requires an object with unitNames, rank'],
  [() => engine.ahpWeights([1] as never), 'ahpWeights requires an array, got 1 (row 1)'],
])('specifications, built indices, methods and tables of a wrong kind are refused by name', (call, message) => {
  expect(call).toThrow(IndexlabError);
  expect(call).toThrow(message);
});

test.each([true, '2', Infinity, {}])('no aggregation and no weighting reads %s as a number', (cell) => {
  const columns = [[1, cell, 3, 4] as never, [2, 1, 4, 3] as never];
  for (const aggregate of [engine.arithmeticMean, engine.geometricMean, engine.copeland, engine.topsis])
    expect(() => aggregate(columns, [1, 1])).toThrow('finite numbers');
  for (const weigh of [engine.entropyWeights, engine.criticWeights, engine.standardDeviationWeights])
    expect(() => weigh(columns)).toThrow('finite numbers');
  expect(() => engine.boxCox(columns[0]!, 1)).toThrow('finite numbers');
  expect(() => engine.denominate(columns[0]!, columns[1]!)).toThrow('finite numbers');
});

test('a missing cell of an array is missing, not zero', () => {
  expect(engine.arithmeticMean([[1, null] as never, [3, 4] as never], [1, 1])).toEqual(Float64Array.of(2, NaN));
});
