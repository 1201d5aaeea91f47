import { describe, expect, test } from 'vitest';
import { buildIndex } from '../build/build-index.js';
import { parseSpecification, readSpecification } from './read-specification.js';

const specification = (children: string, more = ''): ReturnType<typeof readSpecification> =>
  readSpecification(
    `id: d\ntitle: D\n${more}\ntree:\n  id: total\n  title: T\n  weigh: undisclosed\n  children:\n${children}`,
  );
const two = '    - { id: a, title: A, column: GDP per head }\n    - { id: b, title: B }';

describe('a column of the data', () => {
  test('stands under the id of the node that names it', () => {
    const named = readSpecification(
      'id: d\ntitle: D\ntree: { id: t, title: T, children: [{ id: a, title: A, column: b }, { id: b, title: B, column: a }] }',
    );
    const { stages } = buildIndex(named, { place: ['x'], a: [1], b: [2] });
    expect([stages.indicators.a![0], stages.indicators.b![0]]).toEqual([2, 1]);
  });

  test('is not hidden by a node of its name', () => {
    const hiding = readSpecification(
      'id: d\ntitle: D\ndata: { groups: [region] }\nrank: { peers: region }\ntree: { id: t, title: T, children: [{ id: region, title: A, column: a }] }',
    );
    expect(() => buildIndex(hiding, { place: ['x'], a: [1], region: ['n'] })).toThrow('columns beside the indicators');
  });

  test('for the index itself is its score where weights are undisclosed', () => {
    const built = buildIndex(specification(two), {
      place: ['x', 'y'],
      'GDP per head': [1, 2],
      b: [2, 1],
      total: [7, 9],
    });
    expect([built.rank, built.nodes.map(({ id }) => id)]).toEqual([new Float64Array([2, 1]), ['total']]);
    const alone = buildIndex(specification(two, 'tier: { method: cut-offs, cuts: [8] }'), {
      place: ['x', 'y'],
      total: [7, 9],
    });
    expect([...alone.tier!]).toEqual([2, 1]);
  });

  test('for the index itself counts for nothing where it can be built', () => {
    const built = buildIndex(
      readSpecification('id: d\ntitle: D\ntree: { id: total, title: T, children: [{ id: a, title: A }] }'),
      { place: ['x'], a: [1], total: [7] },
    );
    expect(built.stages.scores.total![0]).toBe(1);
  });
});

test('columns that the data lack are told at once, with what the data have instead', () => {
  const lacking = (): unknown =>
    buildIndex(specification(two, 'data: { unit: city, time: year }'), { City: ['x'], gdp: [1], b: [2], other: [3] });
  expect(lacking).toThrow(
    'buildIndex requires a column for each indicator, got none for a, and the columns that the specification names, got none for city, year',
  );
  try {
    lacking();
  } catch (error) {
    expect((error as { remedy: string }).remedy).toContain('a: Did you mean gdp?');
  }
});

test('without a column place the remedy says how to name the column of the units', () => {
  const remedyFor = (data: Record<string, unknown[]>): string => {
    try {
      buildIndex(specification(two), data);
    } catch (error) {
      return (error as { remedy: string }).remedy;
    }
    return '';
  };
  expect(remedyFor({ 城市: ['x'], 'GDP per head': [1], b: [2] })).toBe(
    'place: Did you mean 城市? Say which column names the units: add data: { unit: "城市" }.',
  );
  expect(remedyFor({ what: ['x'], 'GDP per head': [1], b: [2] })).toContain('add data: { unit: … }. The columns are:');
});

test('a text with other mistakes is told of the columns that the data lack in the same round', () => {
  const text =
    'id: d\ntitle: D\ncolour: red\ndata: { unit: cty }\ntree:\n  id: t\n  title: T\n  children:\n    - { id: a, title: A, column: gpd }\n    - { id: b }';
  const told = (): unknown => parseSpecification(text, 's.yaml', { columns: ['city', 'gdp', 'b'] });
  expect(told).toThrow(/s\.yaml:3: [^]*s\.yaml:4: the data have no column "cty"[^]*Did you mean city[^]*s\.yaml:9: a: the data have no column "gpd"[^]*s\.yaml:10: /); // prettier-ignore
  expect(() => parseSpecification(text, 's.yaml')).toThrow(/^(?![^]*the data have)/);
  expect(() => parseSpecification('id: d\ntitle: D\ncolour: red\ntree: { id: t, title: T }', 's.yaml', { columns: ['city', 't'] })).toThrow(/s\.yaml:1: the data have no column "place"[^]*add data: \{ unit: "city" \}/); // prettier-ignore
});
