import { describe, expect, test } from 'vitest';
import { tableOf } from '../../test/table-of.js';
import { bounded, evidence } from './evidence.js';
import { guessKey, isTime } from './guess-key.js';
import { guessRoles } from './guess-roles.js';
import { numericColumns } from './numeric-columns.js';

const lines = (count: number, line: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => line(at));
const key = (header: string, ...rows: string[]) => guessKey(tableOf(header, ...rows), {}, undefined);

describe('evidence', () => {
  const column = (values: readonly number[], decimals = 0) =>
    bounded({
      type: 'number',
      name: 'v',
      values: Float64Array.from(values),
      decimals: Int8Array.from(values, () => decimals),
    });
  /** Evidence for values of which so many are as expected. */
  const of = (count: number, holding: number) =>
    evidence(column(lines(count, (at) => String(100 + at)).map(Number)), (row) => [row < holding ? 100 + row : 0, 0]);

  test.each([
    [2, 2, undefined],
    [3, 3, { rows: 3, holding: 3 }],
    [20, 13, { rows: 20, holding: 13 }],
    [20, 12, undefined],
  ])('of %i rows of which %i hold', (count, holding, expected) => {
    const found = of(count, holding);
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(expected);
  });

  test('looks at no row without a value or without bounds', () => {
    const found = evidence(column([1, NaN, 2, 3, 4]), (row) => (row === 4 ? undefined : [[1, 0, 2, 3][row]!, 0]));
    expect(found).toMatchObject({ rows: 3, holding: 3 });
  });

  test('counts rows that repeat a value once, and at most four digits of a row', () => {
    const same = evidence(column([5000, 5000, 5000, 1000]), (row) => [[5000, 5000, 5000, 1000][row]!, 0.5])!;
    // Widths of two over the spread of 4,000 and over the size of 1,000.
    expect(same.digits).toBeCloseTo(Math.log10(4000 / 2) + Math.log10(1000 / 2), 3);
    const sharp = evidence(column([1, 500_000, 900_000], 6), (row) => [[1, 500_000, 900_000][row]!, 0])!;
    expect(sharp.digits).toBeCloseTo(4 + 4 + 4, 3);
  });

  test('takes half a unit of the last place for room, none for exact numbers', () => {
    expect([...column([1, 2], 1).half]).toEqual([0.05, 0.05]);
    expect([...column([1, 2], -1).half]).toEqual([0, 0]);
    expect(column([3, NaN, -2]).spread).toBe(5);
  });

  test('of a long table holds for what holds in most of its rows, and for nothing else', () => {
    const values = lines(1000, (at) => String(1000 + at)).map(Number);
    expect(evidence(column(values), (row) => [1000 + row, 0])).toMatchObject({ rows: 1000, holding: 1000 });
    expect(evidence(column(values), (row) => [row % 20 === 0 ? 1 : 1000 + row, 0])).toBeUndefined();
  });
});

describe('numericColumns', () => {
  test.each([
    ['v', ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'x'], true],
    ['v', ['1', '2', '3', '4', '5', '6', '7', '8', 'y', 'x'], false],
    ['v', ['1', '2', '3', 'x'], true],
    ['v', ['1', '2', 'x'], false],
    ['score', ['1', '2', 'x', 'y'], true],
    ['score', ['1', 'z', 'x', 'y'], false],
    ['v', ['01', '2', '3', '4', '5', 'x'], false],
    ['code', ['1', '2', '3', '4', '5', 'x'], false],
    ['remark', ['1', '2', '3', '4', '5', 'x'], false],
  ])('takes %s of %j for numbers with a text among them: %s', (name, cells, expected) => {
    const table = tableOf(`k,${name}`, ...cells.map((cell, at) => `k${at},${cell}`));
    expect(numericColumns(table).mixed).toEqual(expected ? [name] : []);
  });
});

describe('guessKey', () => {
  test.each([
    // In a table of at most five rows half of the units may stand twice, in a longer one every fifth.
    [['a', 'a', 'b', 'b'], 'firm'],
    [['a', 'a', 'b', 'b', 'b'], undefined],
    [['a', 'a', 'b', 'b', 'c', 'c'], undefined],
    [[...'abcdefgh', 'a', 'b'], 'firm'],
    [[...'abcdefg', 'a', 'b', 'c'], undefined],
  ])('keeps units that repeat rarely: %j', (units, expected) => {
    expect(key('firm,v', ...units.map((unit, at) => `${unit},${at}.5`)).unit).toBe(expected);
  });

  test('takes answers by city for rows without a unit', () => {
    expect(key('city,v', ...lines(20, (at) => `${'abcd'[at % 4]},${at}.5`)).unit).toBeUndefined();
    expect(key('firm,v', ...lines(20, (at) => `${'abcd'[at % 4]},${at}.5`)).unit).toBeUndefined();
  });

  test('keeps a column that is named for units where half of its rows repeat, and no other', () => {
    const half = (name: string) => key(`${name},v`, ...lines(20, (at) => `u${at % 10},${at}.5`)).unit;
    expect([half('city'), half('firm'), half('thing')]).toEqual(['city', undefined, undefined]);
  });

  test('takes the surest name first, texts before numbers, and columns that are filled', () => {
    expect(key('region,city,v', 'r,a,1', 'r,b,2').unit).toBe('city');
    expect(key('place,name,v', '1,a,1.5', '2,b,2.5').unit).toBe('name');
    expect(key('city,firm,v', 'a,f1,1', ',f2,2', ',f3,3').unit).toBe('firm');
    expect(key('note,label,v', 'x,a,1', 'x,b,2').unit).toBe('label');
  });

  test('takes a group only where it tells nearly all rows apart', () => {
    const group = (count: number, clash: number) =>
      key('city,sex,v', ...lines(2 * count, (at) => `u${at >> 1},${at < clash ? 'f' : at % 2 ? 'f' : 'm'},${at}.5`))
        .groups;
    expect(group(50, 2)).toEqual(['sex']);
    expect(group(50, 6)).toEqual([]);
  });

  test.each([
    ['year', ['2015', '2016'], true],
    ['year', ['1', '2'], true],
    ['year', ['1.5', '2.5'], false],
    ['x', ['2015', '2015', '2016', '2016'], true],
    ['x', ['2015', '2016', '2017', '2018'], false],
    ['report year', ['2015', '2016', '2017'], true],
    ['report year', ['2015', '2016', 'x'], false],
    ['quarter', ['2015 Q1', '2015 Q2'], true],
    ['期末日期', ['2015年1月', '2015年2月'], true],
    ['x', ['3000', '3000', '3001', '3001'], false],
  ])('takes %s of %j for times: %s', (name, cells, expected) => {
    expect(isTime(tableOf(`k,${name}`, ...cells.map((cell, at) => `k${at},${cell}`)), name)).toBe(expected);
  });
});

describe('guessRoles', () => {
  const roles = (header: string, ...rows: string[]) => guessRoles(tableOf(header, ...rows));

  test.each([
    // Eleven is more than twice five; ten is not, and four are too few to tell.
    [[1, 3, 5, 7, 11], true],
    [[1, 3, 5, 7, 10], false],
    [[1, 5, 10, 20], false],
  ])('takes the ranks %j for a selection: %s', (ranks, expected) => {
    const { rank } = roles('name,score,rank', ...ranks.map((each, at) => `n${at},${90 - at}.5,${each}`));
    expect(rank).toEqual({ role: 'rank', of: 'score', ...(expected && { selection: true }) });
  });

  test('takes no column for ranks of which most are none', () => {
    expect(roles('name,rank', 'a,1', 'b,2.5', 'c,0.5', 'd,2')).toHaveProperty('rank');
    expect(roles('name,rank', 'a,1', 'b,2.5', 'c,0.5', 'd,2.5')).not.toHaveProperty('rank');
  });

  test('ranks what has the name of a value in most pairs, and another column in four of five', () => {
    const of = (name: string, values: readonly number[]) =>
      roles(`name,${name},rank`, ...values.map((each, at) => `n${at},${each},${at + 1}`)).rank;
    expect(of('score', [9, 8, 7, 8.5, 6, 7.5])).toMatchObject({ of: 'score' });
    expect(of('size', [9, 8, 7, 8.5, 6, 7.5])).not.toHaveProperty('of');
    expect(of('size', [9, 8, 7, 6, 5, 5.5])).toMatchObject({ of: 'size' });
    expect(of('size', [9, 8, 7, 6])).not.toHaveProperty('of');
    expect(of('size', [9, 8, 7, 6, 5])).toMatchObject({ of: 'size' });
    expect(of('size', [5, 6, 7, 8, 9])).toMatchObject({ of: 'size', ascending: true });
  });

  test('prefers the value with the words of the rank, then the better fit', () => {
    const rows = lines(6, (at) => `n${at},${9 - at},${90 - at},${at + 1}`);
    expect(roles('name,score_2018,score_2019,rank_2019', ...rows).rank_2019).toMatchObject({ of: 'score_2019' });
    expect(roles('name,total,score,rank', ...rows).rank).toMatchObject({ of: 'score' });
  });

  test('takes tiers for those of a value whose order they follow but for one row, in five rows and more', () => {
    const tier = (...tiers: string[]) =>
      roles('name,score,tier', ...tiers.map((each, at) => `n${at},${90 - at}.5,${each}`)).tier;
    expect(tier('1', '1', '2', '2', '3')).toEqual({ role: 'tier', of: 'score' });
    expect(tier('1', '1', '2', '3')).not.toEqual({ role: 'tier', of: 'score' });
    expect(tier('3', '1', '2', '1', '3', '2', '1')).not.toEqual({ role: 'tier', of: 'score' });
  });

  test('takes a change of rank where it is possible, with its sign, in five rows and more', () => {
    const change = (...changes: number[]) =>
      roles('name,score,rank,rank change', ...changes.map((each, at) => `n${at},${90 - at}.5,${at + 1},${each}`))[
        'rank change'
      ];
    expect(change(1, -1, 0, 1, -1, 0)).toMatchObject({ role: 'rank change', of: 'rank' });
    expect(change(0, 0, 0, 0)).toBeUndefined();
    expect(change(9, -9, 9, -9, 9, -9)).toBeUndefined();
  });
});

test('three rows of many digits suffice for a relation that no name tells, two do not', () => {
  const rows = ['x,1234.56,2345.67,3580.23', 'y,4321.09,5432.98,9754.07', 'z,7654.32,1357.91,9012.23'];
  const sums = (count: number) =>
    Object.values(guessRoles(tableOf('city,a,b,c', ...rows.slice(0, count))))
      .flat()
      .filter(({ role }) => role === 'sum');
  expect(sums(3)).toEqual([{ role: 'sum', of: ['a', 'b'] }]);
  expect(sums(2)).toEqual([]);
});
