import { describe, expect, test } from 'vitest';
import { indexTree } from './index-tree.js';
import { readSpecification } from './read-specification.js';
import { SpecificationError, type SpecificationMistake } from './specification-error.js';

const tree = (children: string): string =>
  `id: demo\ntitle: Demo\ntree:\n  id: total\n  title: Total\n  children:\n${children}`;

describe('readSpecification', () => {
  test('a weight keeps its printed digits', () => {
    const specification = readSpecification(
      tree('    - { id: a, title: A, weight: "27.70" }\n    - { id: b, title: B, weight: "72.30" }'),
    );
    expect(specification.tree.children![0]!.weight).toBe('27.70');
    expect(indexTree(specification)[1]!.weight).toBe(0.277);
  });

  test.each(['27.70', '"27.70"', "'27.70'"])('a weight written as %s keeps its printed digits', (written) => {
    const { tree: root } = readSpecification(tree(`    - { id: a, title: A, weight: ${written} }`));
    expect(root.children![0]!.weight).toBe('27.70');
  });

  test.each(['many', '-1', '25%', '.inf', '0x1F', '1e9999', '[2]', ''])(
    'a weight written as %s is refused with file and line',
    (written) => {
      expect(() => readSpecification(tree(`    - { id: a, title: A, weight: ${written} }`), 'demo.yaml')).toThrow(
        /^demo\.yaml:7: .*tree\.children\.0\.weight/,
      );
    },
  );

  test('a text that looks like a number stays a text', () => {
    const { tree: root } = readSpecification('id: d\ntitle: 2015\ntree: { id: 010000, title: 1.50 }');
    expect([root.id, root.title]).toEqual(['010000', '1.50']);
  });

  test('an unknown key is refused with file and line', () => {
    expect(() =>
      readSpecification(tree('    - { id: a, title: A }\n    - { id: b, title: B, colour: red }'), 'demo.yaml'),
    ).toThrow(/^demo\.yaml:8: /);
  });

  test('broken YAML is refused with file and line', () => {
    expect(() => readSpecification('id: demo\ntree: [', 'demo.yaml')).toThrow(/^demo\.yaml:2: not valid YAML/);
  });

  test('a weight for some siblings only is refused', () => {
    expect(() => readSpecification(tree('    - { id: a, title: A, weight: "1" }\n    - { id: b, title: B }'))).toThrow(
      'got none for b',
    );
  });

  test('a node id that occurs twice is refused', () => {
    expect(() => readSpecification(tree('    - { id: a, title: A }\n    - { id: a, title: B }'))).toThrow(
      'got a more than once',
    );
  });

  test('all mistakes are told at once, in the order of the text, with line, column and the nearest names', () => {
    const text = `id: demo
title: Demo
normalisation: min-max
aggregate: geometrc
weigh: expert-scores
treat: { method: outliers, mst: 3 }
data: { groups: region }
screen: { availability: 3 }
tier: { method: jenks, k: "3", on: [totl] }
levels: { "9": { aggregate: sum } }
tree:
  id: total
  title: Total
  aggregate: { method: power }
  children:
    - { id: a, title: A, weight: x, direction: postive }
    - { id: a, title: , weight: 2 }
`;
    const mistakes = mistakesOf(text);
    expect(mistakes.map(({ line, column }) => [line, column])).toEqual([
      [3, 1],
      [4, 12],
      [5, 8],
      [6, 28],
      [7, 17],
      [8, 25],
      [9, 27],
      [9, 37],
      [10, 11],
      [14, 14],
      [16, 34],
      [16, 48],
      [17, 13],
      [17, 16],
    ]);
    expect(mistakes.map(({ remedy }) => remedy)).toEqual([
      'Did you mean normalise?',
      'Did you mean geometric?',
      'Write { method: expert-scores, scores: … }.',
      'Did you mean most?',
      'Write [region].',
      undefined,
      'Take off the quotes.',
      'Did you mean total?',
      undefined,
      undefined,
      undefined,
      'Did you mean positive?',
      undefined,
      undefined,
    ]);
  });

  test('options that do not go together are a mistake with a line', () => {
    const text = tree('    - { id: a, title: A, normalise: { method: categorical, cuts: [2, 1], scores: [1, 2, 3] } }');
    expect(mistakesOf(text)).toMatchObject([{ line: 7, message: expect.stringContaining('ascending cuts') as string }]);
  });

  test('points are one per child', () => {
    const rows = 'weigh: { method: budget-allocation, allocations: [[50, 30, 20]] }';
    const text = tree('    - { id: a, title: A }\n    - { id: b, title: B }').replace(
      '  children',
      `  ${rows}\n  children`,
    );
    expect(mistakesOf(text)).toMatchObject([{ line: 6, column: 53 }]);
  });

  test('a node called like a column of the result is a mistake', () => {
    expect(mistakesOf(tree('    - { id: rank, title: A }'))).toMatchObject([{ line: 7, column: 13 }]);
  });

  test('weights that are all zero are a mistake', () => {
    expect(mistakesOf(tree('    - { id: a, title: A, weight: 0.0 }'))).toMatchObject([{ line: 7, column: 34 }]);
  });
});

function mistakesOf(text: string): readonly SpecificationMistake[] {
  try {
    readSpecification(text);
  } catch (error) {
    if (error instanceof SpecificationError) return error.mistakes;
    throw error;
  }
  return [];
}
