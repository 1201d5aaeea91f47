import { Table } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { tableOf } from '../test/table-of.js';
import { checkRoles } from './check-roles.js';
import type { PlaceFinder } from './place-finder.js';
import type { Role, Roles } from './role.js';
import { rules } from './rules.js';
import type { SubjectFacts } from './subject.js';

/** What the rules find in a table, without the remark on decimals. */
function found(lines: readonly string[], roles: Roles, facts: SubjectFacts = {}): unknown[] {
  return checkRoles(tableOf(...lines), roles, facts)
    .problems.filter(({ rule }) => rule !== 'uneven-decimals')
    .map(({ rule, row, column }) => [rule, row, column]);
}

const unit = { role: 'unit' } as const;
const rank = { rank: { role: 'rank', of: 'score' } } as const;

describe('checkRoles', () => {
  test('applies only what the roles call for, and says where it looked', () => {
    expect(checkRoles(tableOf('city,a', 'x,1', 'y,2'), { city: unit }).checks).toEqual([
      { rule: 'missing-cell', columns: ['city'], problems: 0 },
      { rule: 'duplicate-key', columns: ['city'], problems: 0 },
      { rule: 'duplicate-row', columns: [], problems: 0 },
    ]);
  });

  test('counts the problems of each check', () => {
    const { checks } = checkRoles(tableOf('city,a', 'x,1', 'x,2', 'x,3'), { city: unit });
    expect(checks.find(({ rule }) => rule === 'duplicate-key')!.problems).toBe(2);
  });

  test('throws on a role of a column that is not there, and on numbers that are none', () => {
    expect(() => checkRoles(tableOf('a', '1'), { b: { role: 'value' } })).toThrow('no column "b"');
    expect(() => checkRoles(tableOf('a', 'x'), { a: { role: 'value' } })).toThrow('column of numbers');
  });

  test('has a rule of every name once, each saying what it finds', () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    expect(rules.filter(({ finds }) => finds.length < 10)).toEqual([]);
  });

  test('finds a table without rows, and nothing else in it', () => {
    expect(found(['a'], { a: unit }, { rowCount: 3 })).toEqual([['empty-table', null, null]]);
  });
});

describe('the rules about keys', () => {
  const panel = ['city,year,a', 'x,2015,1', 'x,2016,2', 'y,2015,3', 'x,2016,4'];

  test('take unit and time together for the key', () => {
    expect(found(panel, { city: unit, year: { role: 'time' } })).toEqual([
      ['duplicate-key', 4, 'city'],
      ['absent-in-some-times', null, 'city'],
    ]);
    expect(found(panel, { city: unit })).toEqual([
      ['duplicate-key', 2, 'city'],
      ['duplicate-key', 4, 'city'],
    ]);
  });

  test('take unit, time and group together for the key', () => {
    const lines = ['city,sector,a', 'x,p,1', 'x,q,2', 'x,p,3'];
    expect(found(lines, { city: unit, sector: { role: 'group' } })).toEqual([['duplicate-key', 3, 'city']]);
  });

  test('say which times a unit lacks, or the few that it has', () => {
    const lines = ['city,year', 'x,2015', 'x,2016', 'x,2017', 'y,2015', 'y,2017', 'z,2016'];
    const { problems } = checkRoles(tableOf(...lines), { city: unit, year: { role: 'time' } });
    expect(problems.map(({ severity, value, message }) => [severity, value, message])).toEqual([
      ['warning', 'y', 'y is absent in 2016 (year; 2 of 3 times).'],
      ['warning', 'z', 'z stands only in 2016 (year; 1 of 3 times).'],
    ]);
  });

  test('count units that stand at some times when they are more than ten', () => {
    const lines = Array.from({ length: 11 }, (_, at) => `u${at},${2015 + (at % 2)}`);
    const { problems } = checkRoles(tableOf('city,year', ...lines), { city: unit, year: { role: 'time' } });
    expect(problems.map(({ message }) => message.slice(0, 52))).toEqual([
      '11 of 11 units stand at some of the 2 times only: u0',
    ]);
  });

  test('find rows that repeat a row in every cell, missing ones too, and leave empty rows be', () => {
    expect(found(['a,b', '1,', '1,', '1,2', ',', ','], {})).toEqual([['duplicate-row', 2, null]]);
  });

  test('find empty cells of units, times, ranks and values, and texts among numbers', () => {
    const roles: Roles = { city: unit, year: { role: 'time' }, rank: { role: 'rank' }, score: { role: 'value' } };
    expect(found(['city,year,rank,score', ',2015,1,5', 'y,,2,x', 'z,2015,,'], roles).slice(0, 5)).toEqual([
      ['missing-cell', 1, 'city'],
      ['missing-cell', 2, 'year'],
      ['missing-cell', 3, 'rank'],
      ['missing-cell', 3, 'score'],
      ['text-cell', 2, 'score'],
    ]);
  });
});

describe('the rules about places', () => {
  const codes: Record<string, string> = { Beijing: '11', 北京: '11', Shanghai: '31', 上海: '31' };
  const placeOf: PlaceFinder = (name) =>
    name === 'Suzhou'
      ? { code: null, labels: ['Suzhou (32)', 'Suzhou (34)'] }
      : { code: codes[name] ?? null, labels: codes[name] ? [`${name} (${codes[name]})`] : [] };

  test('find one place under two names, at one time only', () => {
    expect(found(['city', 'Beijing', '北京'], { city: unit }, { placeOf })).toEqual([['duplicate-place', 2, 'city']]);
    expect(found(['city', 'Beijing', '北京'], { city: unit })).toEqual([]);
  });

  test('find one place under several names over time, and take it for one unit', () => {
    const lines = ['city,year', 'Beijing,2015', '北京,2016', 'Shanghai,2015', 'Shanghai,2016'];
    const { problems } = checkRoles(tableOf(...lines), { city: unit, year: { role: 'time' } }, { placeOf });
    expect(problems.map(({ rule, value, message }) => [rule, value, message])).toEqual([
      ['place-spellings', '11', 'One place stands under 2 names, which count as 2 units: Beijing (2015), 北京 (2016).'],
    ]);
  });

  test('find names that no place has, or several, where names are those of places', () => {
    const lines = ['city', 'Beijing', 'Atlantis', 'Suzhou'];
    expect(found(lines, { city: unit }, { placeOf, places: 'city' })).toEqual([
      ['unresolved-place', 2, 'city'],
      ['ambiguous-place', 3, 'city'],
    ]);
    expect(found(lines, { city: unit }, { placeOf })).toEqual([]);
  });

  test('find units that are expected and absent, under any of their names', () => {
    expect(found(['city', 'Beijing'], { city: unit }, { placeOf, expected: ['北京', '上海'] })).toEqual([
      ['absent-unit', null, 'city'],
    ]);
  });
});

describe('the rules about ranks', () => {
  test('look at each time alone', () => {
    const roles: Roles = { city: unit, year: { role: 'time' }, ...rank };
    const lines = ['city,year,rank,score', 'x,2015,1,9', 'y,2015,2,8', 'x,2016,2,8.5', 'y,2016,1,9.5'];
    expect(found(lines, roles).map((problem) => (problem as unknown[])[0])).toEqual(['row-order']);
    expect(found([...lines.slice(0, 4), 'y,2016,3,9.5'], roles).slice(0, 1)).toEqual([['missing-rank', 3, 'rank']]);
  });

  test('find a value whose point has moved, whichever neighbour shows it', () => {
    const moved = (...scores: string[]) =>
      found(['rank,score', ...scores.map((score, at) => `${at + 1},${score}`)], rank).filter(
        (problem) => (problem as unknown[])[0] === 'magnitude',
      );
    expect(moved('9.5', '91.0', '8.7')).toEqual([['magnitude', 2, 'score']]);
    expect(moved('9.5', '0.91', '8.7')).toEqual([['magnitude', 2, 'score']]);
    expect(moved('9.5', '9.1', '8.7')).toEqual([]);
    expect(moved('9.5', '99.0', '8.7')).toEqual([]);
    expect(moved('95.0', '9.1', '8.7')).toEqual([]);
  });

  test('let a selection have gaps', () => {
    const lines = ['rank', '3', '7'];
    expect(found(lines, { rank: { role: 'rank', selection: true } })).toEqual([]);
    expect(found(lines, { rank: { role: 'rank' } })).toEqual([
      ['missing-rank', 1, 'rank'],
      ['missing-rank', 2, 'rank'],
    ]);
  });

  test('find values against ranks in either direction', () => {
    const lines = ['rank,score', '1,2.5', '2,3.5', '3,1.5'];
    expect(found(lines, rank)).toEqual([['rank-against-value', 2, 'score']]);
    expect(found(lines, { rank: { role: 'rank', of: 'score', ascending: true } })).toEqual([
      ['rank-against-value', 3, 'score'],
    ]);
  });

  test('find repeated ranks, and ties that printed values allow', () => {
    expect(found(['name,rank,score', 'x,1,2.5', 'y,1,2.5', 'z,1,2.4'], rank)).toEqual([['repeated-rank', 3, 'rank']]);
    expect(found(['name,rank', 'x,1', 'y,1'], { rank: { role: 'rank' } })).toEqual([['repeated-rank', 2, 'rank']]);
  });

  test('warn of rows behind a better rank, unless the table is in another order', () => {
    const roles: Roles = { rank: { role: 'rank' } };
    expect(found(['rank', '1', '3', '2', '4'], roles)).toEqual([['row-order', 3, 'rank']]);
    expect(found(['rank', '3', '1', '4', '2', '6', '5'], roles)).toEqual([]);
  });

  test('find changes of rank that are no permutation, whatever their sign', () => {
    const gained: Roles = { change: { role: 'rank change', of: 'rank' } };
    expect(found(['rank,change', '1,1', '2,-1', '3,4'], gained)).toEqual([]);
    expect(found(['rank,change', '1,0', '2,-1'], { change: { role: 'rank change', of: 'rank' } })).toEqual([
      ['impossible-rank-change', 2, 'change'],
    ]);
    expect(found(['rank,change', '1,0', '2,-1'], { change: { role: 'rank change', of: 'rank', lost: true } })).toEqual(
      [],
    );
  });
});

describe('the rules about arithmetic', () => {
  const check = (header: string, line: string, roles: Roles) =>
    found([header, line], roles).map((each) => (each as unknown[])[0]);

  test('let sums and means differ by what rounding allows, and no more', () => {
    const sum: Roles = { t: { role: 'sum', of: ['a', 'b'] } };
    // 1.2 + 1.3 lies between 2.4 and 2.6, and 2.7 starts at 2.65
    expect(check('a,b,t', '1.2,1.3,2.6', sum)).toEqual([]);
    expect(check('a,b,t', '1.2,1.3,2.7', sum)).toEqual(['sum-mismatch']);
    const mean: Roles = { t: { role: 'mean', of: ['a', 'b'] } };
    // the mean lies between 1.20 and 1.30
    expect(check('a,b,t', '1.2,1.3,1.30', mean)).toEqual([]);
    expect(check('a,b,t', '1.2,1.3,1.31', mean)).toEqual(['mean-mismatch']);
  });

  test('check shares, ratios with a scale, growth and differences', () => {
    expect(check('a,b,r', '1.00,3.00,33.3', { r: { role: 'share', of: ['a', 'b'] } })).toEqual([]);
    expect(check('a,b,r', '1.00,3.00,34.3', { r: { role: 'share', of: ['a', 'b'] } })).toEqual(['percentage-mismatch']);
    expect(check('a,b,r', '1.00,4.00,2500', { r: { role: 'ratio', of: ['a', 'b'], scale: 10000 } })).toEqual([]);
    expect(check('a,b,r', '1.00,4.00,0.25', { r: { role: 'ratio', of: ['a', 'b'] } })).toEqual([]);
    expect(check('a,b,r', '2.00,3.00,50', { r: { role: 'growth', of: ['a', 'b'] } })).toEqual([]);
    expect(check('a,b,r', '2.00,3.00,0.50', { r: { role: 'growth', of: ['a', 'b'], scale: 1 } })).toEqual([]);
    expect(check('a,b,r', '2.00,3.00,33', { r: { role: 'growth', of: ['a', 'b'] } })).toEqual(['percentage-mismatch']);
    expect(check('a,b,r', '2.00,3.00,-1.00', { r: { role: 'difference', of: ['a', 'b'] } })).toEqual([
      'percentage-mismatch',
    ]);
  });

  test('check growth over time, not across a gap', () => {
    const roles: Roles = { city: unit, year: { role: 'time' }, g: { role: 'growth', of: 'v' } };
    const lines = ['city,year,v,g', 'x,2010,100.0,', 'x,2011,110.0,10.0', 'x,2012,121.0,20.0', 'x,2014,130.0,99.0'];
    expect(found(lines, roles)).toEqual([['percentage-mismatch', 3, 'g']]);
  });

  test('check shares of one whole, down a column and side by side', () => {
    expect(found(['s', '60.4', '39.8'], { s: { role: 'shares' } })).toEqual([['shares-over-whole', null, 's']]);
    const short = checkRoles(tableOf('s', '60.0', '30.0'), { s: { role: 'shares' } }).problems;
    expect(short.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
      ['shares-residual', 'warning', 'The shares add up to 90.1% at most: 9.9% at least stands in none of them.'],
    ]);
    const exact = (...values: number[]) =>
      checkRoles(
        new Table([
          { type: 'number', name: 's', values: Float64Array.from(values), decimals: new Int8Array(2).fill(-1) },
        ]),
        { s: { role: 'shares' } },
      ).problems.map(({ rule }) => rule);
    expect([exact(60, 40), exact(60, 41), exact(60, 39)]).toEqual([[], ['shares-over-whole'], ['shares-residual']]);
    expect(found(['s', '-0.6', '100.6'], { s: { role: 'shares' } })).toEqual([
      ['impossible-share', 1, 's'],
      ['impossible-share', 2, 's'],
    ]);
    const across: Roles = { a: { role: 'shares', across: ['b'] } };
    expect(found(['a,b', '60.0,40.0', '60.0,41.0', '60.0,39.0'], across)).toEqual([
      ['shares-over-whole', 2, 'a'],
      ['shares-residual', 3, 'a'],
    ]);
  });

  test('check shares of a whole that is not printed, and report what they leave out', () => {
    const lines = ['v,s', '100.0,10.0', '200.0,20.0', '300.0,30.0', '150.0,25.0'];
    const { problems } = checkRoles(tableOf(...lines), { s: { role: 'share of total', of: 'v' } });
    expect(problems.map(({ rule, row }) => [rule, row])).toEqual([
      ['share-mismatch', 4],
      ['shares-residual', null],
    ]);
    const selection: Roles = { s: { role: 'share of total', of: 'v', selection: true } };
    expect(found(lines, selection)).toEqual([['share-mismatch', 4, 's']]);
  });

  test('accuse no share that agrees with most others, and say where the whole comes from', () => {
    const lines = ['total,share', '75,25.0', '72,24.0', '66,22.0', '38,13.0', '38,12.7', '10,3.3'];
    const { problems } = checkRoles(tableOf(...lines), { share: { role: 'share of total', of: 'total' } });
    expect(problems.map(({ rule, row }) => [rule, row])).toEqual([['share-mismatch', 4]]);
    expect(problems[0]!.message).toContain(
      'estimated between 297.405 and 302.605, such as 300, from the 5 of 6 rows that agree with each other (rows 1, 2, 3, 5, 6)',
    );
  });

  test('accuse none of the shares of a whole, in whatever order, when one of them is changed', () => {
    const values = [75, 72, 66, 38, 38, 10, 1];
    values.forEach((_, wrong) => {
      const lines = values.map((value, at) => `${value},${(value / 3 + (at === wrong ? 3 : 0)).toFixed(1)}`);
      const rows = checkRoles(tableOf('v,s', ...lines), { s: { role: 'share of total', of: 'v' } }).problems;
      expect(rows.flatMap(({ rule, row }) => (rule === 'share-mismatch' ? [row] : []))).toEqual([wrong + 1]);
    });
  });

  test('say a growth, a ratio and a share in words that are true', () => {
    const message = (role: Role) => checkRoles(tableOf('a,b,c', '50,100,7'), { c: role }).problems[0]?.message;
    expect(message({ role: 'growth', of: ['a', 'b'] })).toMatch(
      /; the growth from a to b, in percent, is between 97\.\d+ and 103/,
    );
    expect(message({ role: 'growth', of: ['a', 'b'], scale: 1 })).toMatch(/; the growth from a to b is between 0\.97/);
    expect(message({ role: 'share', of: ['a', 'b'] })).toMatch(/; 100 × a \/ b is between 49\./);
    expect(message({ role: 'ratio', of: ['a', 'b'] })).toMatch(/; a \/ b is between 0\.49/);
    expect(message({ role: 'mean', of: ['a', 'b'] })).toMatch(/; the mean of a, b is between 74\.5 and 75\.5/);
  });

  test('say when a relation holds in every row with its two columns swapped', () => {
    const lines = ['a,b,g', '50,100,-50.0', '40,50,-20.0', '80,100,-20.0'];
    const { problems } = checkRoles(tableOf(...lines), { g: { role: 'growth', of: ['a', 'b'] } });
    expect(problems).toHaveLength(3);
    expect(problems[0]!.message).toContain('Every row fits the growth from b to a');
    const ratio = checkRoles(tableOf('a,b,r', '50,100,2.0', '40,50,1.25', '80,100,1.25'), {
      r: { role: 'ratio', of: ['a', 'b'] },
    });
    expect(ratio.problems[0]!.message).toContain('Every row fits b / a');
  });

  test('check parts, repeated columns, and columns of another table', () => {
    expect(check('a,b', '1.2,1.0', { a: { role: 'part', of: 'b' } })).toEqual(['part-over-whole']);
    expect(check('a,b', '1.25,1.3', { a: { role: 'repeats', of: 'b' } })).toEqual([]);
    expect(check('a,b', '1.23,1.3', { a: { role: 'repeats', of: 'b' } })).toEqual(['cells-differ']);
    const tables = { twin: { table: tableOf('name,b', 'y,2.0', 'x,1.0'), unit: 'name' } };
    const roles: Roles = { city: unit, a: { role: 'repeats', of: 'b', table: 'twin' } };
    expect(found(['city,a', 'x,1.0', 'y,2.5'], roles, { tables })).toEqual([['tables-differ', 2, 'a']]);
  });

  test('check tiers and their cut-offs', () => {
    const tier: Roles = { tier: { role: 'tier', of: 's' } };
    expect(found(['tier,s', 'A,9.0', 'A,7.0', 'B,6.0', 'B,5.0'], tier)).toEqual([]);
    expect(found(['tier,s', 'A,9.0', 'A,7.0', 'B,8.0', 'B,5.0'], tier)).toEqual([['tier-overlap', 3, 's']]);
    const cut: Roles = { tier: { role: 'tier', of: 's', cutOffs: { A: [7, null], B: [null, 7] } } };
    expect(found(['tier,s', 'A,9.0', 'A,6.8', 'B,6.5'], cut)).toEqual([['outside-cut-offs', 2, 's']]);
  });

  test('check a mean in a row, and columns that should not rise', () => {
    const mean: Roles = { city: unit, a: { role: 'row mean', unit: 'all' } };
    expect(found(['city,a', 'x,1.0', 'y,2.0', 'all,2.1'], mean)).toEqual([]);
    expect(found(['city,a', 'x,1.0', 'y,2.0', 'all,2.2'], mean)).toEqual([['mean-outside-parts', 3, 'a']]);
    expect(found(['city,a', 'x,2.5', 'y,2.5', 'z,2.6'], { a: { role: 'sorted' } })).toEqual([['value-order', 3, 'a']]);
  });

  test('say a bound in at most ten digits', () => {
    const { problems } = checkRoles(tableOf('a,b,r', '1.00,3.00,0.5'), { r: { role: 'ratio', of: ['a', 'b'] } });
    expect(problems[0]!.message).toBe('The cell prints 0.5; a / b is between 0.33111481 and 0.33555927.');
  });

  test('check the total in a row', () => {
    const roles: Roles = { city: unit, a: { role: 'row total', unit: 'all' } };
    expect(found(['city,a', 'x,1.0', 'y,2.0', 'all,3.1'], roles)).toEqual([]);
    expect(found(['city,a', 'x,1.0', 'y,2.0', 'all,3.2'], roles)).toEqual([['sum-mismatch', 3, 'a']]);
  });

  test('take the digits of stored numbers where none are printed', () => {
    const stored = (name: string, value: number) => ({ type: 'number', name, values: Float64Array.of(value) }) as const;
    const bare = new Table([stored('a', 0.1), stored('b', 0.2), stored('t', 0.1 + 0.2)]);
    expect(checkRoles(bare, { t: { role: 'sum', of: ['a', 'b'] } }).problems).toEqual([]);
  });
});

describe('ranks', () => {
  test('of zero, below it or between whole numbers are none', () => {
    expect(found(['score,rank', '9,1', '8,0', '7,-2', '6,2.5'], { rank: { role: 'rank' } })).toEqual(
      expect.arrayContaining([
        ['not-a-rank', 2, 'rank'],
        ['not-a-rank', 3, 'rank'],
        ['not-a-rank', 4, 'rank'],
      ]),
    );
  });

  test('that fall in more than a tenth of the rows are in another order, not in a wrong one', () => {
    const inOrder = Array.from({ length: 20 }, (_, at) => at + 1);
    const swapped = (...at: number[]): string[] => {
      const ranks = [...inOrder];
      for (const row of at) [ranks[row], ranks[row + 1]] = [ranks[row + 1]!, ranks[row]!];
      return ['rank', ...ranks.map(String)];
    };
    const falls = (lines: string[]): number =>
      found(lines, { rank: { role: 'rank' } }).filter((problem) => (problem as string[])[0] === 'row-order').length;
    expect(falls(swapped(2, 8))).toBe(2);
    expect(falls(swapped(2, 8, 14))).toBe(0);
  });
});
