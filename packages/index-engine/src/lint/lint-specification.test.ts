import { describe, expect, test } from 'vitest';
import { lintSpecification } from './lint-specification.js';

const head = 'id: demo\ntitle: Demo\n';
const tree = (leaves: string, root = ''): string => `tree:\n  id: total\n  title: Total\n${root}  children:\n${leaves}`;
const plain = tree('    - { id: a, title: A }\n    - { id: b, title: B }');
const found = (text: string, columns?: string[]): [string, number][] =>
  lintSpecification(text, columns ? { columns } : {}).map(({ rule, line }) => [rule, line]);

describe('lintSpecification', () => {
  test('a sound specification has no problem', () => {
    expect(found(`${head}normalise: min-max\n${plain}`)).toEqual([]);
  });

  test.each([
    [
      'a stage that is stated but never runs',
      `${head}stages: [normalise]\nnormalise: min-max\ntreat: outliers\n${plain}`,
      ['unused-stage', 3],
    ],
    [
      'a stage that runs without a method',
      `${head}stages: [impute, normalise]\nnormalise: min-max\n${plain}`,
      ['unused-stage', 3],
    ],
    [
      'a denominator that is not declared',
      `${head}${tree('    - { id: a, title: A, denominate: people }\n    - { id: b, title: B }')}`,
      ['undeclared-input', 7],
    ],
    ['a column that is declared and never used', `${head}data: { groups: [region] }\n${plain}`, ['unused-input', 3]],
    [
      'a direction that some do not state',
      `${head}normalise: rank\n${tree('    - { id: a, title: A, direction: negative }\n    - { id: b, title: B }')}`,
      ['missing-direction', 9],
    ],
    [
      'a direction that the method cannot turn',
      `${head}normalise: share-of-total\n${tree('    - { id: a, title: A, direction: negative }\n    - { id: b, title: B, direction: positive }')}`,
      ['unturned-direction', 8],
    ],
    [
      'an indicator counted twice',
      `${head}${tree('    - { id: a, title: A, definition: Same. }\n    - { id: b, title: A, definition: Same. }')}`,
      ['double-counting', 8],
    ],
    [
      'a zero in a geometric mean',
      `${head}normalise: min-max\naggregate: geometric\n${plain}`,
      ['zero-in-geometric', 6],
    ],
    [
      'ranks before the next sum',
      `${head}${tree('    - { id: g, title: G, normalise: rank, children: [{ id: a, title: A }] }\n    - { id: b, title: B }')}`,
      ['scaled-ranks', 7],
    ],
    [
      'a rate over its national total',
      `${head}normalise: share-of-total\n${tree('    - { id: a, title: A, unit: rate }\n    - { id: b, title: B }')}`,
      ['rate-over-total', 8],
    ],
    [
      'a scale that no expert can leave',
      `${head}${tree('    - { id: a, title: A }\n    - { id: b, title: B }', '  weigh: { method: expert-scores, scores: [[5, 3]] }\n')}`,
      ['immovable-range', 6],
    ],
    [
      'a range without width',
      `${head}normalise: { method: min-max, lower: 5, upper: 5 }\n${tree('    - { id: a, title: A }')}`,
      ['immovable-range', 8],
    ],
    [
      'a panel by year without saying so',
      `${head}data: { time: year }\nnormalise: min-max\n${plain}`,
      ['panel-by-year', 4],
    ],
    [
      'undisclosed weights',
      `${head}${tree('    - { id: a, title: A }', '  weigh: undisclosed\n')}`,
      ['undisclosed-weights', 6],
    ],
  ])('finds %s, with its line', (_, text, problem) => {
    expect(found(text)).toEqual([problem]);
  });

  test("shares of each year's total cannot grow", () => {
    expect(found(`${head}data: { time: year }\nnormalise: { method: share-of-total, over: year }\n${plain}`)).toEqual([
      ['constant-total', 4],
    ]);
    expect(found(`${head}data: { time: year }\nnormalise: { method: share-of-total, base: 2015 }\n${plain}`)).toEqual(
      [],
    );
  });

  test('with the columns of the data it sees a node that they overshadow', () => {
    const text = `${head}${tree('    - { id: g, title: G, children: [{ id: a, title: A }] }\n    - { id: b, title: B }')}`;
    expect(found(text, ['g', 'b'])).toEqual([['overshadowed-node', 7]]);
  });

  test('each problem has a reason and a remedy', () => {
    const [problem] = lintSpecification(`${head}data: { time: year }\nnormalise: min-max\n${plain}`);
    expect(problem).toMatchObject({ severity: 'warning', node: 'a' });
    expect(problem!.reason).toContain('year by year');
    expect(problem!.remedy).toContain('over: pooled');
  });
});
