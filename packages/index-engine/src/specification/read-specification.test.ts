import { describe, expect, test } from 'vitest';
import { indexTree } from './index-tree.js';
import { readSpecification } from './read-specification.js';

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

  test('a weight without quotes is refused with file and line', () => {
    expect(() => readSpecification(tree('    - { id: a, title: A, weight: 27.70 }'), 'demo.yaml')).toThrow(
      /^demo\.yaml:7: .*tree\.children\.0\.weight/,
    );
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
});
