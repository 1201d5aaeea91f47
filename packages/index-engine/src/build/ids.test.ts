import { describe, expect, test } from 'vitest';
import { fromCoinr } from '../interchange/from-coinr.js';
import type { Specification, SpecificationNode } from '../specification/schema.js';
import { buildDocument, resultRows } from './build-document.js';
import { buildIndex } from './build-index.js';

const specificationOf = (...children: SpecificationNode[]): Specification => ({
  id: 'd',
  title: 'D',
  tree: { id: 't', title: 'T', children },
});
const leaf = (id: string): SpecificationNode => ({ id, title: id });
const built = (...ids: string[]) =>
  buildIndex(
    specificationOf(...ids.map(leaf)),
    Object.fromEntries([['place', ['x', 'y']], ...ids.map((id, place) => [id, [place + 1, place + 3]])]),
  );

describe('the id of a node', () => {
  test.each(['rank', 'unit', 'year', 'tier', '__proto__', 'place'])(
    '%s is refused: it would stand for two things',
    (id) => {
      expect(() => built('a', id)).toThrow(`node ids other than the columns beside the scores`);
      expect(() => built('a', id)).toThrow(`got ${id}`);
    },
  );

  test('is refused for an inner node and through the tables of COINr too', () => {
    const inner = specificationOf({ id: 'rank', title: 'R', children: [leaf('a')] });
    expect(() => buildIndex(inner, { place: ['x'], a: [1] })).toThrow('got rank');
    const iData = { uCode: ['x', 'y'], year: [1, 2] };
    const iMeta = { iCode: ['year', 'top'], Parent: ['top', null], Type: ['Indicator', 'Aggregate'] };
    expect(() => buildIndex(fromCoinr(iData, iMeta, { id: 'd', title: 'D' }), iData)).toThrow('got year');
  });

  test('of the column of years is refused', () => {
    const specification = {
      ...specificationOf(leaf('a'), leaf('time')),
      data: { unit: 'place', time: 'time', groups: [], denominators: [] },
    };
    expect(() => buildIndex(specification, { place: ['x'], time: [2015], a: [1] })).toThrow('got time');
  });

  test('may occur once', () => {
    expect(() => built('a', 'a')).toThrow('distinct node ids, got a more than once');
    const twice = specificationOf({ id: 'g', title: 'G', children: [leaf('a')] }, leaf('g'));
    expect(() => buildIndex(twice, { place: ['x'], a: [1], g: [1] })).toThrow('got g more than once');
  });

  test.each([
    ['constructor', 'hasOwnProperty'],
    ['Rank', 'RANK'],
    ['a, b', 'a'],
    ['用云量', 'A b'],
  ])('%s and %s are kept apart', (first, second) => {
    const index = built(first, second);
    expect(resultRows(index)).toEqual([
      { unit: 'x', rank: 2, t: 1.5, [first]: 1, [second]: 2 },
      { unit: 'y', rank: 1, t: 3.5, [first]: 3, [second]: 4 },
    ]);
    expect(buildDocument(index).units[1]!.scores).toEqual({ t: 3.5, [first]: 3, [second]: 4 });
    expect(Object.keys(resultRows(index, 'normalised')[0]!)).toEqual(['unit', 'rank', first, second]);
  });
});
