import { describe, expect, test } from 'vitest';
import { lintSpecification } from './lint-specification.js';

const head = 'id: demo\ntitle: Demo\n';
const tree = (leaves: string, root = ''): string => `tree:\n  id: total\n  title: Total\n${root}  children:\n${leaves}`;
const plain = tree('    - { id: a, title: A }\n    - { id: b, title: B }');
const found = (text: string, columns?: string[]): [string, number][] =>
  lintSpecification(text, columns ? { columns } : {}).map(({ rule, line }) => [rule, line]);

describe('lintSpecification', () => {
  test.each(['亿元', '%', 'persons', '2016'])(
    'the unit %s beside a column "GDP (亿元)" is no power of ten apart',
    (unit) => {
      const text = `${head}${tree(`    - { id: a, title: A, column: "GDP (亿元)", unit: "${unit}" }\n    - { id: b, title: B }`)}`;
      expect(found(text)).toEqual([]);
    },
  );

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
    [
      'a unit that is a power of ten away from the one in the name of the column',
      `${head}${tree('    - { id: a, title: A, column: "GDP (亿元)", unit: 万元 }\n    - { id: b, title: B }')}`,
      ['other-unit', 7],
    ],
    [
      'the same in English, in full-width brackets',
      `${head}${tree('    - { id: a, title: A, column: "Trade（million yuan）", unit: yuan }\n    - { id: b, title: B }')}`,
      ['other-unit', 7],
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
      `${head}normalise: { method: goalposts, lower: 0, upper: 5, factor: 0 }\n${tree('    - { id: a, title: A }')}`,
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
    const remedyWith = (columns: string[]) => lintSpecification(text, { columns }).map(({ remedy }) => remedy)[0];
    expect(remedyWith(['g', 'a', 'b'])).toContain('Rename the column');
    expect(remedyWith(['g', 'b'])).toContain('Nothing below it has a column');
  });

  test('columns that the data lack are found all at once, each with what the data have instead', () => {
    const text = `${head}data: { unit: city, groups: [region] }\nimpute: { method: group-mean, by: region }\n${tree(
      '    - { id: gdp, title: GDP }\n    - { id: b, title: 用户数 }\n    - { id: c, title: C, column: cars }',
    )}`;
    const columns = ['City', 'Region', 'GDP per head', '用户数', 'cars'];
    expect(lintSpecification(text, { columns }).map(({ line, remedy }) => [line, remedy])).toEqual([
      [3, 'Did you mean City? The columns are: City, GDP per head, Region, cars, 用户数.'],
      [3, 'Did you mean Region? The columns are: City, GDP per head, Region, cars, 用户数.'],
      [9, 'Did you mean GDP per head? Then write column: "GDP per head" there.'],
      [10, 'Did you mean 用户数? Then write column: "用户数" there.'],
    ]);
  });

  test('a misspelt column is told its like also where another part of the specification takes it', () => {
    const text = `${head}data: { unit: citi, groups: [regoin], denominators: [popp] }
impute: { method: group-mean, by: region }
${tree('    - { id: gdp, title: GDP, denominate: { by: pop } }\n    - { id: city, title: City }')}`;
    const found = lintSpecification(text, { columns: ['city', 'region', 'pop', 'gdp'] });
    expect(
      found.filter(({ rule }) => rule === 'missing-column').map(({ remedy }) => /Did you mean (\w+)/.exec(remedy)?.[1]),
    ).toEqual(['city', 'region', 'pop']);
  });

  test('a declared column is used by whatever names it, and a text that happens to be alike does not use it', () => {
    const used = (more: string): [string, number][] => found(`${head}data: { groups: [region] }\n${more}\n${plain}`);
    expect(used('report: region')).toEqual([['unused-input', 3]]);
    expect(used('rank: { peers: region }')).toEqual([]);
    expect(used('normalise: { method: min-max, peers: region }')).toEqual([]);
    expect(used('levels: { "1": { impute: { method: group-median, by: region } } }')).toEqual([]);
  });

  test('one column that two indicators take is found', () => {
    expect(found(`${head}${tree('    - { id: a, title: A }\n    - { id: b, title: B, column: a }')}`)).toEqual([
      ['same-column', 8],
    ]);
  });

  test('each problem has a reason and a remedy', () => {
    const [problem] = lintSpecification(`${head}data: { time: year }\nnormalise: min-max\n${plain}`);
    expect(problem).toMatchObject({ severity: 'warning', node: 'a' });
    expect(problem!.reason).toContain('year by year');
    expect(problem!.remedy).toContain('over: pooled');
  });
});
