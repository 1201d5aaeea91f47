import { describe, expect, test } from 'vitest';
import { tableOf } from '../test/table-of.js';
import { audit } from './audit.js';
import { guessRoles } from './guess/guess-roles.js';
import type { Roles } from './role.js';

const roles = (...lines: string[]) => guessRoles(tableOf(...lines));
const errors = (...lines: string[]) =>
  audit(tableOf(...lines))
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ rule, row, column }) => [rule, row, column]);

/** Numbers that look like any, the same each time. */
const value = (row: number, column: number): number => {
  const wave = Math.abs(Math.sin((row + 1) * 12.9898 + (column + 1) * 78.233) * 43758.5453);
  return Math.round(10 * (5 + 995 * (wave % 1))) / 10;
};
const rows = (count: number, line: (row: number) => readonly (string | number)[]): string[] =>
  Array.from({ length: count }, (_, row) => [`u${row}`, ...line(row)].join(','));

describe('guessRoles', () => {
  test('finds unit and time of a panel, and no time in a table whose units stand once', () => {
    const panel = ['city,year,gdp', 'x,2015,1.5', 'x,2016,1.6', 'y,2015,2.5', 'y,2016,2.6'];
    expect(roles(...panel)).toEqual({ city: { role: 'unit' }, year: { role: 'time' } });
    expect(roles('firm,year,x', 'a,1990,1', 'b,1995,2')).toEqual({ firm: { role: 'unit' } });
  });

  test('finds times by their cells where the name says little', () => {
    const lines = [
      'firm,t0,x',
      ...['a', 'b', 'c'].flatMap((firm, at) => [2015, 2016].map((t) => `${firm},${t},${at}`)),
    ];
    expect(roles(...lines)).toMatchObject({ firm: { role: 'unit' }, t0: { role: 'time' } });
  });

  test('finds what tells rows of one unit and time apart', () => {
    const lines = ['x', 'y', 'z'].flatMap((city) =>
      [2015, 2016].flatMap((year) => ['A', 'B'].map((s) => `${city},${year},${s}`)),
    );
    expect(roles('city,year,sector', ...lines)).toEqual({
      city: { role: 'unit' },
      year: { role: 'time' },
      sector: { role: 'group' },
    });
  });

  test('takes no column for the unit that does not come near to telling rows apart', () => {
    expect(
      roles('gender,answer', ...Array.from({ length: 20 }, (_, at) => `${at % 2 ? 'f' : 'm'},${(at * 7) % 5}`)),
    ).toEqual({});
  });

  test('takes the times of a series for its units', () => {
    expect(roles('year,gdp', '2015,1.5', '2016,1.7')).toEqual({ year: { role: 'unit' } });
  });

  test('finds what a column of ranks ranks, and in which direction', () => {
    const lines = ['name,size,rate,rank', ...rows(6, (at) => [value(at, 1), 9 - at, at + 1])];
    expect(roles(...lines)).toMatchObject({ rank: { role: 'rank', of: 'rate' } });
    const rising = ['name,size,rate,rank', ...rows(6, (at) => [value(at, 1), 1 + at, at + 1])];
    expect(roles(...rising)).toMatchObject({ rank: { role: 'rank', of: 'rate', ascending: true } });
  });

  test('gives each column of ranks the value of its own name', () => {
    const lines = ['name,score_a,score_b,rank_a,rank_b', ...rows(8, (at) => [90 - at, 80 - 2 * at, at + 1, at + 1])];
    expect(roles(...lines)).toMatchObject({
      rank_a: { role: 'rank', of: 'score_a' },
      rank_b: { role: 'rank', of: 'score_b' },
    });
  });

  test('takes ranks with more gaps than ranks for a selection', () => {
    const lines = ['name,rank', ...[2, 9, 17, 30, 41].map((rank) => `u${rank},${rank}`)];
    expect(roles(...lines)).toMatchObject({ rank: { role: 'rank', selection: true } });
  });

  test('finds ranks that start anew in each value of a column, and none in answers that rank something', () => {
    const lines = ['a', 'b', 'c'].flatMap((area) =>
      [1, 2, 3, 4].map((rank) => `${area}${rank},${area},${90 - 7 * rank},${rank}`),
    );
    expect(roles('name,area,score,rank', ...lines)).toMatchObject({
      rank: { role: 'rank', of: 'score', within: 'area' },
    });
    expect(errors('name,area,score,rank', ...lines)).toEqual([]);
    expect(errors('name,area,score,rank', ...lines.slice(0, 5), ...lines.slice(6))).toEqual([
      ['missing-rank', 6, 'rank'],
    ]);
    expect(roles('id,rank', ...Array.from({ length: 12 }, (_, at) => `r${at},${1 + ((at * 7) % 3)}`))).toEqual({
      id: { role: 'unit' },
    });
  });

  test('finds tiers of a value', () => {
    const tiers = (third: number) =>
      rows(9, (at) => [at === 2 ? third : 90 - 9 * at, ['A', 'B', 'C'][Math.floor(at / 3)]!]);
    expect(roles('city,score,tier', ...tiers(72))).toMatchObject({ tier: { role: 'tier', of: 'score' } });
    expect(errors('city,score,tier', ...tiers(72))).toEqual([]);
    expect(errors('city,score,tier', ...tiers(60))).toEqual([['tier-overlap', 4, 'score']]);
  });

  test('finds changes of rank and their sign', () => {
    const changes = (sign: number) => [
      'name,rank,rankChange',
      ...[2, -1, -1, 2, -1, -1].map((gain, at) => `u${at},${at + 1},${sign * gain}`),
    ];
    expect(roles(...changes(1))).toMatchObject({ rankChange: { role: 'rank change', of: 'rank' } });
    expect(roles(...changes(-1))).toMatchObject({ rankChange: { role: 'rank change', of: 'rank', lost: true } });
  });

  const one = (number: number): string => number.toFixed(1);

  test('finds sums and means behind, before, and apart from their parts', () => {
    const parts = (at: number) => [value(at, 1), value(at, 2), value(at, 3)] as const;
    const sum = (at: number) => one(parts(at).reduce((a, b) => a + b));
    const lines = (header: string, line: (at: number) => readonly (string | number)[]) =>
      roles(header, ...rows(8, line));
    const of = ['a', 'b', 'c'];
    expect(lines('unit,a,b,c,t', (at) => [...parts(at).map(one), sum(at)])).toMatchObject({ t: { role: 'sum', of } });
    expect(lines('unit,t,a,b,c', (at) => [sum(at), ...parts(at).map(one)])).toMatchObject({ t: { role: 'sum', of } });
    expect(
      lines('unit,a,b,c,t', (at) => [...parts(at).map(one), (parts(at).reduce((a, b) => a + b) / 3).toFixed(2)]),
    ).toMatchObject({ t: { role: 'mean', of } });
    expect(
      lines('unit,a,other,t,b', (at) => [
        one(value(at, 1)),
        one(value(at, 4)),
        one(value(at, 1) + value(at, 2)),
        one(value(at, 2)),
      ]),
    ).toMatchObject({ t: { role: 'sum', of: ['a', 'b'] } });
  });

  test('finds a sum before its parts and other columns', () => {
    const lines = rows(8, (at) => [
      one(value(at, 1) + value(at, 2)),
      one(value(at, 1)),
      one(value(at, 2)),
      one(value(at, 9)),
    ]);
    expect(roles('unit,t,a,b,extra', ...lines)).toMatchObject({ t: { role: 'sum', of: ['a', 'b'] } });
    const behind = rows(8, (at) => [
      one(value(at, 9)),
      one(value(at, 1)),
      one(value(at, 2)),
      one(value(at, 1) + value(at, 2)),
    ]);
    expect(roles('unit,extra,a,b,t', ...behind)).toMatchObject({ t: { role: 'sum', of: ['a', 'b'] } });
  });

  test('takes names for those of places when four in five are', () => {
    const placeOf = (name: string) =>
      name.startsWith('p') ? { code: name, labels: [name] } : { code: null, labels: [] };
    const unresolved = (...names: string[]) =>
      audit(tableOf('city', ...names), { placeOf }).problems.map(({ rule, severity, row }) => [rule, severity, row]);
    expect(unresolved('p1', 'p2', 'p3', 'p4', 'x')).toEqual([['unresolved-place', 'warning', 5]]);
    expect(unresolved('p1', 'p2', 'p3', 'y', 'x')).toEqual([]);
  });

  test('finds shares side by side, down a column, and of a whole that is not printed', () => {
    const side = rows(8, (at) => {
      const [a, b] = [20 + at * 3.7, 10 + at * 1.3];
      return [one(a), one(b), one(100 - a - b)];
    });
    expect(roles('unit,p,q,r', ...side)).toMatchObject({ p: { role: 'shares', across: ['q', 'r'] } });
    expect(roles('unit,share', 'a,50.0', 'b,30.0', 'c,20.0')).toMatchObject({ share: { role: 'shares' } });
    expect(roles('unit,v,share', ...rows(8, (at) => [value(at, 1), one(value(at, 1) / 90)]))).toMatchObject({
      share: { role: 'share of total', of: 'v', selection: true },
    });
  });

  test('finds ratios with their power of ten, and growth between columns and over time', () => {
    const ratio = rows(8, (at) => [value(at, 1), value(at, 2), ((1000 * value(at, 1)) / value(at, 2)).toFixed(1)]);
    expect(roles('unit,a,b,r', ...ratio)).toMatchObject({ r: { role: 'ratio', of: ['a', 'b'], scale: 1000 } });
    const growth = rows(8, (at) => [value(at, 1), value(at, 2), one(100 * (value(at, 2) / value(at, 1) - 1))]);
    expect(roles('unit,a,b,g', ...growth)).toMatchObject({ g: { role: 'growth', of: ['a', 'b'] } });
    const time = ['x', 'y', 'z'].flatMap((city, at) =>
      [0, 1, 2, 3].map((t) => {
        const v = (year: number) => value(at * 4 + year, 1);
        return `${city},${2010 + t},${v(t)},${t === 0 ? '' : one(100 * (v(t) / v(t - 1) - 1))}`;
      }),
    );
    expect(roles('city,year,v,g', ...time)).toMatchObject({ g: { role: 'growth', of: 'v' } });
  });

  test('finds no relation when most rows do not hold, or when so few digits are chance', () => {
    const wrong = rows(8, (at) => [
      value(at, 1),
      value(at, 2),
      at < 4 ? one(value(at, 1) + value(at, 2)) : value(at, 3),
    ]);
    expect(roles('unit,a,b,total', ...wrong)).toEqual({ unit: { role: 'unit' } });
    expect(roles('unit,a,b,t', ...rows(8, (at) => [at % 3, at % 2, (at % 3) + (at % 2)]))).toEqual({
      unit: { role: 'unit' },
    });
  });

  test('finds no relation among numbers that have none', () => {
    const lines = rows(31, (at) => Array.from({ length: 12 }, (_, column) => one(value(at, column))));
    const header = ['unit', ...Array.from({ length: 12 }, (_, column) => `c${column}`)].join(',');
    expect(roles(header, ...lines)).toEqual({ unit: { role: 'unit' } });
  });
});

describe('audit', () => {
  test('reports the rows that do not follow a relation of most rows', () => {
    const lines = rows(8, (at) => [
      value(at, 1),
      value(at, 2),
      at === 5 ? 1 : (value(at, 1) + value(at, 2)).toFixed(1),
    ]);
    expect(errors('unit,a,b,t', ...lines)).toEqual([['sum-mismatch', 6, 't']]);
    expect(errors('unit,men,women,total', 'x,120,130,250', 'y,100,90,190', 'z,80,85,170')).toEqual([
      ['sum-mismatch', 3, 'total'],
    ]);
  });

  test('reports a text among numbers, and audits the rest', () => {
    expect(errors('geo,value', 'AT,1.5', 'BE,:', 'BG,3.1')).toEqual([['text-cell', 2, 'value']]);
    expect(errors('city,gdp', 'a,1.5', 'b,12.5 p', 'c,3.1', 'd,4.1', 'a,5.1')).toEqual([
      ['text-cell', 2, 'gdp'],
      ['duplicate-key', 5, 'city'],
    ]);
  });

  test('takes columns of codes and of mixed texts for what they are', () => {
    expect(errors('name,code', 'a,01', 'b,02', 'c,x')).toEqual([]);
    expect(errors('name,answer', 'a,1', 'b,yes', 'c,no', 'd,4')).toEqual([]);
  });

  test('puts errors first, then the order of the rows, and names the unit and the time', () => {
    const lines = ['city,year,v,rank', 'x,2015,3.1,1', 'y,2015,2.1,2', 'x,2016,3.3,3', 'x,2016,1.0,2', 'z,2016,0.5,3'];
    const { problems } = audit(tableOf(...lines));
    expect(problems.map(({ severity }) => severity)).toEqual([...problems.map(({ severity }) => severity)].sort());
    expect(problems.find(({ rule }) => rule === 'duplicate-key')).toMatchObject({ row: 4, unit: 'x 2016' });
  });

  test('leaves rows of totals out of everything but the check of their sums', () => {
    const lines = ['city,gdp,rate,rank', 'x,30.5,1.5,1', 'y,20.5,2.5,2', 'z,10.5,2.0,3'];
    expect(errors(...lines, '合计,61.5,2.0,')).toEqual([]);
    expect(errors(...lines, '合计,65.5,2.0,')).toEqual([['sum-mismatch', 4, 'gdp']]);
    expect(errors(lines[0]!, 'Total,65.5,2.0,', ...lines.slice(1))).toEqual([['sum-mismatch', 1, 'gdp']]);
    expect(errors(...lines, '平均,20.5,2.0,')).toEqual([]);
    // A rate does not add up: neither far from the sum, nor below a part, nor with parts of both signs.
    expect(errors('city,rate', 'x,1.5', 'y,2.5', '合计,5.5')).toEqual([]);
    expect(errors('city,rate', 'x,9.5', 'y,0.5', '合计,9.0')).toEqual([]);
    expect(errors('city,rate', 'x,9.5', 'y,-0.5', '合计,9.6')).toEqual([]);
  });

  test('applies stated relations, and guesses none for their columns', () => {
    const table = tableOf('city,a,b,t', 'x,1.0,2.0,9.0', 'y,2.0,2.0,4.0');
    const found = audit(table, { roles: { t: { role: 'sum', of: ['a', 'b'] } } });
    expect(found.problems.map(({ rule, row }) => [rule, row])).toEqual([['sum-mismatch', 1]]);
    expect(found.checks).toContainEqual({ rule: 'sum-mismatch', columns: ['t', 'a', 'b'], problems: 1 });
  });

  test('takes a key and a time that are stated', () => {
    const table = tableOf('name,id,wave', 'x,1,1', 'x,2,1', 'x,1,2');
    expect(audit(table, { unit: 'id', time: 'wave' }).problems.map(({ rule }) => rule)).toEqual([
      'absent-in-some-times',
    ]);
    expect(audit(table, { unit: 'id' }).roles).toMatchObject({ id: [{ role: 'unit' }] });
  });

  test('gives the empty table its one problem', () => {
    expect(audit(tableOf('a')).problems.map(({ rule }) => rule)).toEqual(['empty-table']);
  });
});

describe('audit of what few tables show', () => {
  const series = [
    'year,gdp,growth',
    '2015,100.0,',
    '2016,105.3,5.3',
    '2017,110.2,4.7',
    '2018,121.9,11.3',
    '2019,118.0,-3.2',
  ];

  test('takes a table with times and no unit for one series, named as time or not', () => {
    for (const time of ['year', undefined]) {
      const { problems, unchecked } = audit(tableOf(...series), {
        time,
        roles: { growth: { role: 'growth', of: 'gdp' } },
      });
      expect(problems.map(({ rule, row }) => [rule, row])).toEqual([['percentage-mismatch', 4]]);
      expect(unchecked).toEqual([]);
    }
  });

  test('warns of empty cells in columns of numbers, and of what is not checked for them', () => {
    const found = (roles: Roles, ...lines: string[]) =>
      audit(tableOf(...lines), { roles }).problems.map(({ rule, severity, row, column }) => [
        rule,
        severity,
        row,
        column,
      ]);
    expect(found({}, 'city,gdp,pop', 'A,1.5,10', 'B,,20', 'C,2.5,')).toEqual([
      ['missing-cell', 'warning', 2, 'gdp'],
      ['missing-cell', 'warning', 3, 'pop'],
    ]);
    const sum: Roles = { t: { role: 'sum', of: ['a', 'b'] } };
    expect(found(sum, 'city,a,b,t', 'x,1,2,3', 'y,,2,3', 'z,2,3,5')).toEqual([['missing-cell', 'warning', 2, 'a']]);
    const message = audit(tableOf('city,a,b,t', 'x,1,2,3', 'y,,2,3', 'z,2,3,5'), { roles: sum }).problems[0]!.message;
    expect(message).toBe('The cell is empty (column "a"). What follows for t is not checked there.');
    const many = Array.from({ length: 12 }, (_, at) => `c${at},1.${at},`);
    expect(found({}, 'city,a,b', ...many, 'z,1.5,2')).toEqual([['missing-cell', 'warning', null, 'b']]);
  });

  test('lists a check that no row let judge as unchecked', () => {
    const roles = { growth: { role: 'growth', of: 'gdp' }, d: { role: 'sum', of: ['gdp', 'e'] } } as const;
    const { checks, unchecked } = audit(tableOf('city,gdp,growth,d,e', 'x,1,2,3,', 'y,2,3,,4'), { roles });
    expect(unchecked.map(({ rule }) => rule)).toEqual(['sum-mismatch', 'percentage-mismatch']);
    expect(checks.map(({ rule }) => rule)).not.toContain('percentage-mismatch');
  });

  test('finds no order of rows in a panel whose units keep theirs', () => {
    const ranks = [[3, 1, 2], [2, 3, 1], [1, 3, 2], [1, 2, 3]]; // prettier-ignore
    const lines = ranks.flatMap((year, at) =>
      year.map((rank, city) => `${'xyz'[city]},${2015 + at},${40 - 10 * rank + at},${rank}`),
    );
    expect(audit(tableOf('city,year,gdp,rank', ...lines)).problems).toEqual([]);
  });

  test('warns where a column named share comes near to 100 and does not add up to it', () => {
    const { problems } = audit(tableOf('sector,share (%)', 'a,23.4', 'b,12.1', 'c,31.5', 'd,14.0', 'e,20.0'));
    expect(problems.map(({ rule, severity }) => [rule, severity])).toEqual([['shares-over-whole', 'warning']]);
  });

  test('names the places near a name of none', () => {
    const placeOf = (name: string) =>
      name === 'q' ? { code: null, labels: [], near: () => ['Q city'] } : { code: name, labels: [name] };
    const { problems } = audit(tableOf('city,gdp', 'a,1', 'b,2', 'c,3', 'd,4', 'q,5'), { placeOf });
    expect(problems.map(({ message }) => message)).toEqual(['The gazetteer has no unit q. Did you mean Q city?']);
  });
});

describe('rows of totals that the reader left out', () => {
  const table = tableOf('city,year,gdp', 'x,2015,30.5', 'y,2015,20.5', 'x,2016,31.5', 'y,2016,20.5');
  const audited = (...lines: string[]) =>
    audit(table, { totals: { table: tableOf('city,year,gdp', ...lines), lines: lines.map((_, row) => row + 9) } });
  const wrong = (...lines: string[]) =>
    audited(...lines).problems.map(({ rule, row, line, unit }) => [rule, row, line, unit]);

  test('are checked against the rows of the table, and have a line where others have a row', () => {
    expect(wrong('Insgesamt,2015,51.0', 'Insgesamt,2016,52.0')).toEqual([]);
    expect(wrong('Insgesamt,2015,51.0', 'Insgesamt,2016,54.0')).toEqual([['sum-mismatch', null, 10, 'Insgesamt 2016']]);
  });

  test('count in no other check', () => {
    expect(audited('Insgesamt,2015,51.0').checks.map(({ rule, columns }) => [rule, columns])).toEqual([
      ...audit(table)
        .checks.map(({ rule, columns }) => [rule, columns])
        .slice(0, -1),
      ['sum-mismatch', ['gdp']],
      ...audit(table)
        .checks.map(({ rule, columns }) => [rule, columns])
        .slice(-1),
    ]);
  });

  test('are no parts of one another: subtotals and parts of a part count once', () => {
    const region = tableOf('city,gdp', 'x,30.5', 'y,20.5', '其中：z,5.0');
    const totals = (total: string) => ({ table: tableOf('city,gdp', '小计,30.5', `合计,${total}`), lines: [3, 9] });
    const found = (total: string) =>
      audit(region, { totals: totals(total) }).problems.map(({ rule, line }) => [rule, line]);
    expect(found('51.0')).toEqual([]);
    expect(found('56.0')).toEqual([['sum-mismatch', 9]]);
  });

  test('are not checked where it is not told which rows are parts of others', () => {
    const region = tableOf('city,gdp', 'x,30.5', 'davon:,', 'a,3.0', 'y,20.5');
    const totals = { table: tableOf('city,gdp', '合计,51.0'), lines: [6] };
    expect(audit(region, { totals }).problems.map(({ rule }) => rule)).toEqual(['missing-cell']);
  });
});
