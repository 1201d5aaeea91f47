import { randomSource, type RandomSource } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { buildIndex } from '../build/build-index.js';
import { readSpecification } from '../specification/read-specification.js';
import type { Specification } from '../specification/schema.js';
import { compareWithPrinted } from './compare-with-printed.js';
import type { PrintedScores, PublishedIndex } from './published-index.js';
import { simulateIndicators } from './simulate-indicators.js';

const specification = (text: string): Specification => readSpecification(`id: d\ntitle: D\n${text}`);
const children = (...ids: string[]) => ids.map((id) => `{ id: ${id}, title: ${id} }`).join(', ');
const two = (options: string) =>
  specification(`${options}\ntree: { id: t, title: T, children: [${children('a', 'b')}] }`);
const units = ['v', 'w', 'x', 'y', 'z'];

/** What is built of the simulated indicators, held against what is printed. */
function missed(index: Specification, published: PublishedIndex, seed = 1) {
  return simulateIndicators(index, published, { seed }).comparison.missed;
}

describe('simulateIndicators gives indicators from which the printed scores are built', () => {
  const printed = { t: { scores: ['91.6', '70.2', '70.2', '12.0', null], ranks: [1, 2, 3, 4, null] } };
  test.each([
    ['normalise: { method: min-max, upper: 100 }'],
    ['normalise: { method: distance-to-maximum }', 100],
    ['normalise: { method: share-of-maximum, factor: 100 }'],
    ['normalise: { method: log-share-of-maximum, factor: 100 }'],
    ['normalise: { method: goalposts, lower: 5, upper: 50, factor: 100 }'],
    ['treat: log-plus-one\nnormalise: { method: share-of-maximum, factor: 100 }'],
    ['treat: log\nnormalise: { method: min-max, upper: 100 }'],
    ['normalise: none'],
    ['normalise: none\naggregate: geometric'],
    ['normalise: { method: min-max, lower: 1, upper: 100 }\naggregate: harmonic'],
    ['normalise: none\naggregate: { method: power, power: 2 }'],
    ['normalise: none\naggregate: sum'],
  ])('%s', (options, factor = 1) => {
    expect(missed(two(options), { units, printed: { t: { ...printed.t, factor } } })).toEqual([]);
  });

  test('shares of a total sum to one with a unit for the rest', () => {
    const index = two('data: { groups: [kind] }\nrank: { peers: kind }\nnormalise: share-of-total');
    const kind = ['city', 'city', 'city', 'city', 'rest'];
    const shares = { scores: ['40.00', '20.15', '20.15', '3.20', null], ranks: [1, 2, 3, 4, null], factor: 100 };
    expect(missed(index, { units, printed: { t: shares }, columns: { kind } })).toEqual([]);
  });

  test('a negative direction, a denominator and an inner scaling within peers are undone', () => {
    const index = specification(`
data: { groups: [region], denominators: [people] }
rank: { peers: region }
levels: { "1": { normalise: { method: min-max, lower: 15, upper: 60, peers: region } } }
tree:
  id: t
  title: T
  children:
    - { id: p, title: P, children: [{ id: a, title: A, direction: negative, normalise: min-max }, { id: b, title: B, normalise: min-max }] }
    - { id: q, title: Q, children: [{ id: c, title: C, unit: count, treat: log-plus-one, denominate: { by: people, per: 1000 } }, { id: e, title: E }] }`);
    const columns = { region: ['n', 'n', 'n', 's', 's'], people: [1e6, 2e6, 3e6, 4e6, 5e6] };
    const printed = {
      t: { scores: ['57.2', '43.1', '15.0', '60.0', '15.0'], ranks: [1, 2, 3, 1, 2] },
      p: { scores: ['54.4', null, null, null, null] },
    };
    const { comparison, table } = simulateIndicators(index, { units, printed, columns }, { seed: 3 });
    expect(comparison.missed).toEqual([]);
    expect(table.columns).toEqual(['place', 'status', 'region', 'people', 'a', 'b', 'c', 'e']);
  });

  test('a list that is cut off leaves the others behind its last unit', () => {
    const printed = { a: { scores: ['9.1', '8.8', null, null, null], leading: true } };
    const { table } = simulateIndicators(two('normalise: none'), { units, printed }, { seed: 5 });
    expect(Math.max(...table.numbers('a').values.slice(2))).toBeLessThan(
      Math.min(...table.numbers('a').values.slice(0, 2)),
    );
  });

  test('printed means of a part, of all units or of groups, come back beside the totals', () => {
    const columns = { tier: ['one', 'one', 'two', 'two', 'two'] };
    const printed = {
      t: { scores: ['91.6', '70.2', '60.1', '50.0', '41.2'] },
      a: { summaries: [{ statistic: 'mean', values: { all: '63.5' } }] },
      b: { summaries: [{ statistic: 'sum', by: 'tier', values: { one: '155.0' } }] },
    } as const;
    const { comparison, table } = simulateIndicators(two('normalise: none'), { units, printed, columns }, { seed: 2 });
    const [a, b] = [table.numbers('a').values, table.numbers('b').values];
    expect(comparison).toMatchObject({ scores: 7, scoresReproduced: 7 });
    expect(a.reduce((sum, value) => sum + value, 0) / 5).toBeCloseTo(63.5, 4);
    expect(b[0]! + b[1]!).toBeCloseTo(155, 4);
  });

  test('ranks without scores are kept', () => {
    expect(
      missed(two('normalise: { method: min-max }'), { units, printed: { t: { ranks: [3, 1, 2, 5, 4] } } }),
    ).toEqual([]);
  });
});

test('printed scores of random trees come back from simulated indicators, whatever the seed', () => {
  const start = Number(process.env.PROPERTY_SEED ?? 1);
  for (let draw = 0; draw < 12; draw += 1) {
    const random = randomSource(start, draw);
    const index = randomIndex(random);
    const published = printedOf(index, random);
    const { comparison, conflicts } = simulateIndicators(index, published, { seed: draw });
    expect({ draw, conflicts, missed: comparison.missed }).toEqual({ draw, conflicts: [], missed: [] });
  }
});

/** A tree of two levels, with scalings of one family, so that its scores can be built, printed and simulated. */
function randomIndex(random: RandomSource): Specification {
  const scaling = ['share-of-total', 'share-of-maximum', 'log-share-of-maximum', 'min-max', 'none'][random.integer(5)]!;
  const aggregate = scaling === 'none' ? ['arithmetic', 'geometric', 'harmonic'][random.integer(3)]! : 'arithmetic';
  const weight = () => `weight: ${1 + random.integer(9)}`;
  const group = (id: string) => {
    const leaves = Array.from(
      { length: 2 + random.integer(4) },
      (_, leaf) => `{ id: ${id}${leaf}, title: L, ${weight()} }`,
    );
    return `{ id: ${id}, title: G, ${weight()}, children: [${leaves.join(', ')}] }`;
  };
  const groups = ['p', 'q', 'r'].slice(0, 2 + random.integer(2)).map(group);
  return specification(
    `normalise: ${scaling}\naggregate: ${aggregate}\ntree: { id: t, title: T, children: [${groups.join(', ')}] }`,
  );
}

/** What a report would print of an index built from random data: all totals, and most scores of its groups. */
function printedOf(index: Specification, random: RandomSource): PublishedIndex {
  const names = Array.from({ length: 12 }, (_, unit) => `u${unit}`);
  const leaves = index.tree.children!.flatMap((group) => group.children!);
  const data = Object.fromEntries(leaves.map(({ id }) => [id, names.map(() => 50 * Math.exp(random.normal()))]));
  const built = buildIndex(index, { place: names, ...data });
  const token = (value: number) => (100 * value).toFixed(2);
  const printed: Record<string, PrintedScores> = {
    t: { scores: Array.from(built.stages.scores.t!, token), ranks: [...built.rank], factor: 100 },
  };
  for (const { id } of index.tree.children!) {
    const scores = Array.from(built.stages.scores[id]!, (value) => (random.uniform() < 0.7 ? token(value) : null));
    printed[id] = { scores, factor: 100 };
  }
  return { units: names, printed };
}

describe('simulateIndicators', () => {
  const published = { units, printed: { t: { scores: ['0.9', '0.7', '0.5', '0.2', null] } } };
  const index = two('normalise: min-max');

  test('gives the same indicators for the same seed and others for another', () => {
    const rows = (seed: number) => simulateIndicators(index, published, { seed }).table.toRows();
    expect(rows(1)).toEqual(rows(1));
    expect(rows(1)).not.toEqual(rows(2));
  });

  test('says in title and table that they are simulated, and which weights were assumed', () => {
    const undisclosed = two('normalise: min-max\nweigh: undisclosed');
    const simulated = simulateIndicators(undisclosed, published, { seed: 7 });
    expect(simulated.title).toBe('D: simulated indicators (seed 7)');
    expect(new Set(simulated.table.texts('status').values)).toEqual(new Set(['simulated']));
    expect(simulated.assumptions).toEqual(['t: equal weights, as none are printed']);
    expect(compareWithPrinted(buildIndex(simulated.specification, simulated.table), published).missed).toEqual([]);
  });

  test('takes weights in place of undisclosed ones', () => {
    const undisclosed = two('normalise: none\nweigh: undisclosed');
    const simulated = simulateIndicators(undisclosed, published, {
      seed: 7,
      weights: { t: { a: '27.70', b: '72.30' } },
    });
    expect(simulated.specification.tree.children!.map(({ weight }) => weight)).toEqual(['27.70', '72.30']);
    expect(simulated.comparison.missed).toEqual([]);
  });

  test('names a printed cell that the others rule out, and holds the others', () => {
    const printed = {
      t: { scores: ['9.0', null, null, null, null] },
      a: { scores: ['1.0', null, null, null, null] },
      b: { scores: ['2.0', null, null, null, null] },
    };
    const { conflicts, comparison } = simulateIndicators(two('normalise: none'), { units, printed }, { seed: 1 });
    expect(conflicts).toEqual([
      { unit: 'v', node: 't', printed: '9.0', reason: 'the other printed scores of the unit rule it out' },
    ]);
    expect(comparison.scoresReproduced).toBe(2);
  });

  test('names a printed place that the printed scores rule out', () => {
    const printed = { t: { scores: ['0.9', '0.2', '0.3', '0.1', '0.05'], ranks: [1, 2, 3, 4, 5] } };
    const { conflicts } = simulateIndicators(two('normalise: none'), { units, printed }, { seed: 1 });
    expect(conflicts.map(({ unit, printed: cell }) => [unit, cell])).toEqual([['w', 'rank 2']]);
  });

  test.each([
    ['normalise: rank', 'a scaling that can be undone, got rank (node "b")'],
    ['normalise: z-score', 'a scaling that can be undone, got z-score (node "b")'],
    ['normalise: share-of-total\ntreat: winsorise', 'a treatment that can be undone, got winsorise (node "a")'],
    ['aggregate: minimum', 'an aggregation that is a mean of changed values, got minimum (node "t")'],
    ['weigh: entropy', 'weights that do not follow from the indicators, got entropy'],
  ])('refuses %s and says why', (options, message) => {
    const shares = { units, printed: {} };
    expect(() => simulateIndicators(two(options), shares, { seed: 1 })).toThrow(message);
  });

  test('refuses printed shares that leave nothing for the total, and asks for a unit of the rest', () => {
    const printed = { t: { scores: ['0.20', '0.20', '0.20', '0.10', '0.10'] } };
    expect(() => simulateIndicators(two('normalise: share-of-total'), { units, printed }, { seed: 1 })).toThrow(
      'leave room for their total',
    );
  });

  test('refuses a best unit that the printed scores rule out', () => {
    const printed = { a: { scores: ['0.9', '0.7', '0.5', '0.2', '0.1'] } };
    expect(() => simulateIndicators(two('normalise: share-of-maximum'), { units, printed }, { seed: 1 })).toThrow(
      'a unit whose score of "a" can be 1',
    );
  });

  test('refuses printed scores of a node that the specification lacks', () => {
    expect(() => simulateIndicators(index, { units, printed: { u: {} } }, { seed: 1 })).toThrow('got "u"');
  });
});
