import { describe, expect, test } from 'vitest';
import { buildIndex } from '../build/build-index.js';
import { lintSpecification } from '../lint/lint-specification.js';
import { readSpecification } from '../specification/read-specification.js';
import { draftSpecification } from './draft-specification.js';
import { groupNames } from './group-names.js';

const tables: Record<string, Record<string, unknown[]>> = {
  'plain columns': { city: ['x', 'y', 'z'], phones: [1, 2, 4], cars: [3, 5, 4] },
  'a panel with a group': {
    region: ['n', 'n', 'n', 'n'],
    city: ['x', 'x', 'y', 'y'],
    year: [2015, 2016, 2015, 2016],
    phones: [1, 2, 3, 4],
    cars: [3, 5, 4, 1],
  },
  'names of two levels': {
    城市: ['x', 'y'],
    'base / phones (万部)': [1, 2],
    'base / cars': [3, 5],
    'use / hours': [1, 3],
    'use / share [%]': [9, 4],
  },
  'names that YAML or a result would take otherwise': {
    city: ['x', 'y'],
    rank: [2, 1],
    yes: [1, 2],
    '2015': [1, 2],
    'a: b': [1, 2],
    '# c': [1, 2],
    'd\'e "f"': [1, 2],
    index: [1, 2],
    ' g ': [1, 2],
    null: [1, 2],
    '': [1, 2],
    'line\nbreak': [1, 2],
  },
  'codes instead of names': { code: [110000, 120000], phones: [1, 2] },
  'gaps and a constant column': { city: ['x', 'y', 'z'], phones: [1, null, 4], same: [1, 1, 1], cars: [1, 2, 3] },
};

describe('draftSpecification', () => {
  test.each(Object.entries(tables))('builds at once, without a word of the lint, from %s', (_, table) => {
    const text = draftSpecification(table, { title: 'Draft 1' });
    const specification = readSpecification(text);
    expect(lintSpecification(text, { columns: Object.keys(table) })).toEqual([]);
    const built = buildIndex(specification, table);
    expect(built.rank.some((rank) => rank === 1)).toBe(true);
    const numbers = Object.keys(table).filter(
      (name) =>
        name !== '' &&
        name !== 'year' &&
        name !== 'rank' &&
        name !== 'same' &&
        name !== 'code' &&
        typeof table[name]![0] === 'number',
    );
    expect(built.nodes.filter(({ specification: node }) => !node.children).length).toBe(numbers.length);
  });

  test('says what it took for what', () => {
    const { data, tree } = readSpecification(draftSpecification(tables['a panel with a group']!));
    expect(data).toMatchObject({ unit: 'city', time: 'year' });
    expect(tree.children!.map(({ id, direction }) => [id, direction])).toEqual([
      ['phones', 'positive'],
      ['cars', 'positive'],
    ]);
    expect(draftSpecification(tables['gaps and a constant column']!)).toContain('# left out: same (does not vary)');
  });

  test('takes units from the names, and groups from their levels', () => {
    const { tree } = readSpecification(draftSpecification(tables['names of two levels']!));
    expect(tree.children!.map(({ id, children }) => [id, children!.map(({ title, unit }) => [title, unit])])).toEqual([
      [
        'base',
        [
          ['phones', '万部'],
          ['cars', undefined],
        ],
      ],
      [
        'use',
        [
          ['hours', undefined],
          ['share', '%'],
        ],
      ],
    ]);
  });

  test('a table without numbers is refused', () => {
    expect(() => draftSpecification({ city: ['x', 'y'] })).toThrow(
      'a column of numbers that vary, got none among city',
    );
  });
});

test('groupNames sees no levels where names merely share a word', () => {
  expect(groupNames(['GDP per head', 'GDP growth', 'phones', 'cars'])).toBeNull();
  expect(groupNames(['base phones', 'base cars', 'use hours', 'use share'])?.map(({ group }) => group)).toEqual([
    'base',
    'use',
  ]);
});
