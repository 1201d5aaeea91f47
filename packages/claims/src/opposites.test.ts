import { describe, expect, test } from 'vitest';
import { judge, ports, world } from '../test/harbour.js';
import { claimTable } from './index.js';

/** A claim that holds, and its opposite: each kind of check can fail. */
const pairs: readonly (readonly [
  kind: string,
  holds: readonly [string | null, string],
  fails: readonly [string | null, string],
])[] = [
  ['a sum', ['391.5', 'sum(ports.score)'], ['319.5', 'sum(ports.score)']],
  ['a mean', ['65.25', 'mean(ports.score)'], ['65.52', 'mean(ports.score)']],
  ['a share', ['21.05 %', 'ports[Arn].score / sum(ports.score)'], ['20.15 %', 'ports[Arn].score / sum(ports.score)']],
  [
    'a growth',
    ['27.9 %', 'growth(ports[Belm].score, ports[Belm].before)'],
    ['29.7 %', 'growth(ports[Belm].score, ports[Belm].before)'],
  ],
  [
    'a compound growth',
    ['13.1 %', 'cagr(ports[Belm].score, ports[Belm].before, 2)'],
    ['31.1 %', 'cagr(ports[Belm].score, ports[Belm].before, 2)'],
  ],
  ['a count', ['3 ports', 'count(ports[where score > 70])'], ['4 ports', 'count(ports[where score > 70])']],
  ['a printed rank', ['rank 2', 'rank(Belm, ports)'], ['rank 3', 'rank(Belm, ports)']],
  ['a rank by value', ['rank 2', 'rank(Belm, ports.score)'], ['rank 1', 'rank(Belm, ports.score)']],
  ['a quantile', ['68.05', 'median(ports.score)'], ['61.2', 'median(ports.score)']],
  ['a largest value', ['82.4', 'max(ports.score)'], ['77.0', 'max(ports.score)']],
  ['a smallest value', ['48.0', 'min(ports.score)'], ['48.2', 'min(ports.score)']],
  ['a lower bound', ['over 3 ports', 'count(ports)'], ['over 6 ports', 'count(ports)']],
  ['an upper bound', ['less than 7 ports', 'count(ports)'], ['less than 6 ports', 'count(ports)']],
  ['a correlation', ['0.96', 'pearson(ports.score, ports.before)'], ['0.69', 'pearson(ports.score, ports.before)']],
  ['a p-value', ['0.004', 'pvalue(0.95, count(ports))'], ['0.04', 'pvalue(0.95, count(ports))']],
  ['an inequality', ['0.12', 'gini(ports.score)'], ['0.21', 'gini(ports.score)']],
  ['a number of groups', ['2', 'distinct(ports.coast)'], ['3', 'distinct(ports.coast)']],
  ['a comparison', [null, 'ports[Arn].score > ports[Belm].score'], [null, 'ports[Arn].score < ports[Belm].score']],
  [
    'a comparison of means',
    [null, 'mean(ports[where south].score) > mean(ports[where north].score)'],
    [null, 'mean(ports[where north].score) > mean(ports[where south].score)'],
  ],
  ['an order', [null, 'ports[1 to 3] = {Arn, Belm, Corve}'], [null, 'ports[1 to 3] = {Arn, Corve, Belm}']],
  [
    'an order by value',
    [null, 'top(3, ports.before) = {Arn, Corve, Belm}'],
    [null, 'top(3, ports.before) = {Arn, Belm, Corve}'],
  ],
  [
    'members',
    [null, 'members(ports[where north]) = {Eske, Dunn, Arn}'],
    [null, 'members(ports[where north]) = {Eske, Dunn, Belm}'],
  ],
  ['a membership', [null, 'ports[1] in {Arn, Belm}'], [null, 'ports[1] in {Corve, Belm}']],
  ['a class', [null, 'ports[1] in north'], [null, 'ports[1] in south']],
  ['a fall', [null, 'falling(ports[1 to 5].score)'], [null, 'rising(ports[1 to 5].score)']],
  ['a numbering', [null, 'numbered(ports.rank)'], [null, 'numbered(ports[2 to 6].rank)']],
  ['all', [null, 'all(ports, score > before)'], [null, 'all(ports, score > 50)']],
  ['any', [null, 'any(ports.score > 80)'], [null, 'any(ports.score > 90)']],
  ['not', [null, 'not ports[1] in south'], [null, 'not ports[1] in north']],
  ['and', [null, 'ports[1] in north and ports[2] in south'], [null, 'ports[1] in north and ports[2] in north']],
  ['or', [null, 'ports[1] in south or ports[2] in south'], [null, 'ports[1] in south or ports[2] in north']],
  ['a chain', [null, '70 < ports[Corve].score < 77'], [null, '75 < ports[Corve].score < 77']],
  ['which', [null, 'which(ports.score > 75) = {Belm, Arn}'], [null, 'which(ports.score > 75) = {Belm, Corve}']],
  [
    'equality of repeats',
    [null, 'equal(ports[Eske].score, ports[Farl].score)'],
    [null, 'equal(ports[Eske].score, ports[Dunn].score)'],
  ],
  ['counts by group', ['3', 'max(count(ports by coast))'], ['4', 'max(count(ports by coast))']],
];

describe('each kind of claim holds, and its opposite is contradicted', () => {
  test.each(pairs)('%s', (_, [printed, compute], [wrong, opposite]) => {
    expect(judge(printed, compute).verdict).toBe('reproduced');
    expect(judge(wrong, opposite).verdict).toBe('contradicted');
  });

  test('a number that holds has power, and one that is contradicted a smallest change', () => {
    expect(judge('391.5', 'sum(ports.score)').power).toBeGreaterThan(0.8);
    expect(judge('319.5', 'sum(ports.score)').smallestChange).toEqual({
      digits: 2,
      changes: [{ ref: 'one', printed: '319.5', nearest: '391.5' }],
    });
    expect(judge('over 1', 'ports[Arn].score').power).toBeLessThan(0.1);
  });
});

describe('rival readings', () => {
  const names = (printed: string, compute: string) =>
    judge(printed, compute).readings.map(({ name, result }) => [name, result.verdict]);

  test('times as large, or times more', () => {
    expect(names('1.3 times', 'ports[Belm].score / ports[Belm].before')).toEqual([['times more', 'contradicted']]);
  });

  test('the growth of a total, or the mean of growths', () => {
    expect(names('17 %', 'growth(sum(ports.score), sum(ports.before))')).toEqual([
      ["mean of the units' growths", 'reproduced'],
    ]);
    expect(names('17 %', 'mean(growth(ports.score, ports.before))')).toEqual([['growth of the total', 'reproduced']]);
  });

  test('per cent, or percentage points, where both are shares', () => {
    expect(names('2.3 %', 'ports[Arn].growth - ports[Corve].growth')[0]![0]).toBe('in per cent');
    expect(names('2.3 %', 'ports[Arn].score - ports[Corve].score')).toEqual([]);
  });

  test('the members at the base year, or at the end year', () => {
    const growth = (rows: string) => `growth(sum(ports[${rows}].score), sum(ports[${rows}].before))`;
    const reading = (rows: string) =>
      names('23.7 %', growth(rows)).filter(([name]) => String(name).startsWith('members'));
    expect(reading('where score > 70')).toEqual([['members at the base year', 'contradicted']]);
    expect(reading('where before > 70')).toEqual([['members at the end year', 'contradicted']]);
    expect(reading('1 to 2')).toEqual([['members at the base year', 'contradicted']]);
    expect(reading('where coast = north')).toEqual([]);
    expect(names('14.6 %', growth('1 to 2'))).toContainEqual(['members at the base year', 'reproduced']);
    expect(names('16.1 %', growth('where score > 70'))).toContainEqual(['members at the base year', 'reproduced']);
  });

  test('a region as the sum of its places, or as printed at its own level', () => {
    const coasts = claimTable(
      'coasts',
      [{ name: 'side', role: 'unit' }, { name: 'score' }],
      [
        ['north', '191.6'],
        ['south', '119.9'],
      ],
    );
    const of = world(ports, coasts);
    const readings = (printed: string, compute: string) =>
      judge(printed, compute, of).readings.map(({ name, result }) => [name, result.verdict]);
    const own = 'the region as printed at its own level';
    expect(readings('191.6', 'sum(ports[where coast = north].score)')).toEqual([[own, 'reproduced']]);
    expect(readings('199.9', 'sum(ports[where south].score)')).toEqual([[own, 'contradicted']]);
    expect(readings('199.9', 'coasts[south].score')).toEqual([['the region as the sum of its places', 'reproduced']]);
    expect(readings('119.9', 'coasts[south].score')).toEqual([['the region as the sum of its places', 'contradicted']]);
    expect(readings('391.5', 'sum(ports.score)')).toEqual([]);
  });

  test('at current prices, or at constant ones', () => {
    const trade = claimTable(
      'trade',
      [{ name: 'port', role: 'unit' }, { name: 'sales' }, { name: 'realSales' }],
      [['Arn', '110', '100']],
    );
    const readings = (printed: string, column: string) =>
      judge(printed, `trade[Arn].${column} / 100`, world(trade)).readings.map(({ name, result }) => [
        name,
        result.verdict,
      ]);
    expect(readings('1.1', 'sales')).toEqual([['in real terms', 'contradicted']]);
    expect(readings('1.1', 'realSales')).toEqual([['in nominal terms', 'reproduced']]);
  });
});
