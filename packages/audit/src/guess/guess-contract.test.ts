import { describe, expect, test } from 'vitest';
import { tableOf } from '../../test/table-of.js';
import { guessKey, isTime } from './guess-key.js';
import { guessRoles } from './guess-roles.js';
import { places, provincesBeside } from './guess-places.js';
import { names } from './names.js';
import { numericColumns } from './numeric-columns.js';

const roles = (header: string, ...rows: string[]) => guessRoles(tableOf(header, ...rows));
const role = (column: string, header: string, ...rows: string[]) => roles(header, ...rows)[column];

describe('isTime', () => {
  const timed = (name: string, ...cells: string[]): boolean => isTime(tableOf(name, ...cells), name);

  test.each([
    ...[
      '2019',
      '2019年',
      '2019-01',
      '2019/3',
      '2019.10',
      '2019年3月',
      '2019-01-31',
      '2019Q1',
      '2019 Q4',
      '2019年一季度',
    ],
    ...['2019上半年', 'Q1 2019', 'Q4-2019', '1er trim. 2019', '2e trimestre 2019', '1. Quartal 2019', '4. Vj. 2019'],
  ])('%s is a time where the name nearly says so', (cell) => {
    expect(timed('base period', cell, cell)).toBe(true);
    expect(timed('base', cell, 'x')).toBe(false);
  });

  test.each([['Q5 2019'], ['5. Quartal 2019'], ['1219'], ['2119'], ['20190'], ['trim. 2019'], ['2019Q5'], ['Q1 19']])(
    '%s is none',
    (cell) => expect(timed('base period', cell, cell)).toBe(false),
  );

  test('years alone are times where at least half repeat, whatever the name', () => {
    expect(timed('x', '2019', '2019', '2020', '2020')).toBe(true);
    expect(timed('x', '2019', '2019', '2020', '2021')).toBe(false);
    expect(timed('x', '2019', '2019', '2020', '20.5')).toBe(false);
  });

  test('a name for times wants whole numbers or texts, and some cell', () => {
    expect([
      timed('wave', '1', '2'),
      timed('wave', '1', '2.5'),
      timed('wave', 'a', 'b'),
      timed('year', '', ''),
    ]).toEqual([true, false, true, false]);
  });
});

describe('names', () => {
  const hits = (kind: RegExp, ...cells: string[]): boolean[] => cells.map((cell) => kind.test(cell));

  test.each<[string, RegExp, string[], string[]]>([
    ['units', names.unit[0]!, ['city', '城市', '地区名称', 'Place'], ['city size', '城市化率', 'unity', 'renamed']],
    ['times', names.time, ['year', '年份', '季度', 'wave'], ['years of school', '年龄', 'daytime', 'waves']],
    ['values', names.value[0]!, ['score', '得分', 'Index'], ['score rank', 'indexed', '总得分']],
    [
      'ranks',
      names.rank,
      ['rank', 'gdp_rank', 'rank_2019', 'gdpRank', '排名', 'FinalRank2'],
      ['frank', 'ranked by', 'crankshaft'],
    ],
    [
      'changes of rank',
      names.rankChange,
      ['rank change', 'change in rank', '排名变化', 'ranks gained'],
      ['change', 'rank', 'rankings'],
    ],
    ['tiers', names.tier, ['tier', '梯队', 'class'], ['classes', 'tier 1', '等级数']],
    [
      'identifiers',
      names.identifier,
      ['id', 'zip', 'city code', 'userId', '代码', 'no'],
      ['idea', 'paid', 'notes', 'nobody', 'covid'],
    ],
    ['texts', names.texts, ['note', 'notes', '备注', 'a label'], ['notebook', 'texture', 'noted']],
    ['sums', names.sum, ['total', 'grand total', '合计', '总量', 'overall'], ['totally', 'small', 'assume', '平均']],
    ['means', names.mean, ['mean', 'avg v', '均值', 'overall score'], ['meaning', 'averaged', '合计']],
    ['shares', names.share, ['share', 'pct', '占比', '% of GDP'], ['shared', 'percentile', 'shareholder']],
    ['ratios', names.ratio, ['GDP per head', '人均GDP', 'a/b', 'birth rate'], ['operation', 'rated', 'percent']],
    ['growth', names.growth, ['growth', '增速', 'Change'], ['level', '规模']],
  ])('of %s are told from names that only look so', (_, kind, yes, no) => {
    expect(hits(kind, ...yes)).toEqual(yes.map(() => true));
    expect(hits(kind, ...no)).toEqual(no.map(() => false));
  });
});

describe('numericColumns', () => {
  const of = (header: string, ...rows: string[]) => numericColumns(tableOf(header, ...rows));

  test('numbers count unless they are called as identifiers are', () => {
    expect(of('v,code,id', '1,2,3').numbers).toEqual(['v']);
  });

  test('texts count where all but one of them are numbers, seven in ten at least', () => {
    expect(of('v', '1', '2', 'x').mixed).toEqual([]);
    expect(of('v', '1', '2', '3', 'x').mixed).toEqual(['v']);
    expect(of('v', '1', '2', '3', '4', '5', '6', 'x', 'y').mixed).toEqual([]);
    expect(of('note', '1', '2', '3', 'x').mixed).toEqual([]);
    expect(of('v', '01', '2', '3', '4', 'x').mixed).toEqual([]);
  });

  test('what is called as what is ranked counts where half are numbers', () => {
    expect([of('score', '1', 'x').mixed, of('score', '1', 'x', 'y').mixed]).toEqual([['score'], []]);
  });
});

describe('places', () => {
  const known = (name: string) => ({
    code: null,
    labels: /^city/.test(name) ? [name] : [],
    near: () => (/^sity/.test(name) ? [name] : []),
  });
  const cityOnly = (name: string, hints: { level?: string | undefined } = {}) =>
    hints.level === 'city' ? known(name) : { code: null, labels: [] };
  const level = (units: string[], column?: string) => places(units, cityOnly, column);

  test('are of a level where four names in five mean places of it', () => {
    expect(level(['city1', 'city2', 'city3', 'city4', 'x'])).toBe('city');
    expect(level(['city1', 'city2', 'city3', 'x'])).toBeUndefined();
    expect(level(['city1', 'city1', 'city1', 'city1', 'x'])).toBeUndefined();
  });

  test('take near names for places where the column is called as places are: four in five, in Chinese half', () => {
    expect(level(['city1', 'sity2', 'sity3', 'x'], '城市')).toBe('city');
    expect(level(['city1', 'x', 'y'], '城市')).toBeUndefined();
    expect(level(['city1', 'city2', 'sity3', 'sity4', 'x'], 'city')).toBe('city');
    expect(level(['city1', 'city2', 'sity3', 'x'], 'city')).toBeUndefined();
    expect(level(['city1', 'city2', 'sity3', 'sity4', 'x'], 'firm')).toBeUndefined();
  });

  test('are none without a gazetteer or a name', () => {
    expect([places(['city1'], undefined), level([])]).toEqual([undefined, undefined]);
  });

  test('lie in the provinces of a column of texts that is called so', () => {
    expect(provincesBeside(tableOf('city,province', 'a,x'))).toBe('province');
    expect(provincesBeside(tableOf('城市,省份', 'a,x'))).toBe('省份');
    expect([provincesBeside(tableOf('city,province', 'a,1')), provincesBeside(tableOf('city,prov', 'a,x'))]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('relations', () => {
  const rows = ['a,12.1,15.3,27.4', 'b,10.7,11.9,22.6', 'c,31.9,14.2,46.1', 'd,17.3,25.8,43.1'];

  test('a sum is found under any name with enough digits, and one row in three may fail', () => {
    expect(role('x', 'unit,p,q,x', ...rows)).toEqual({ role: 'sum', of: ['p', 'q'] });
    expect(role('x', 'unit,p,q,x', ...rows.slice(0, 3), 'd,17.3,25.8,50.0')).toEqual({ role: 'sum', of: ['p', 'q'] });
    expect(role('x', 'unit,p,q,x', ...rows.slice(0, 2), 'c,31.9,14.2,90.1', 'd,17.3,25.8,50.0')).toBeUndefined();
  });

  test('two rows prove no sum, and neither do small whole numbers without a name that says so', () => {
    expect(role('x', 'unit,p,q,x', ...rows.slice(0, 2))).toBeUndefined();
    const small = ['a,1,2,3', 'b,2,2,4', 'c,1,1,2'];
    expect(role('x', 'unit,p,q,x', ...small)).toBeUndefined();
  });

  test('a ratio, a share and a growth are told from one another by their scale', () => {
    const pairs = [
      [1234, 567],
      [2345, 678],
      [3456, 890],
      [4567, 991],
      [5678, 1290],
    ] as const;
    const table = (of: (a: number, b: number) => string) => pairs.map(([a, b], row) => `u${row},${a},${b},${of(a, b)}`);
    expect(role('x', 'unit,p,q,x', ...table((a, b) => (a / b).toFixed(4)))).toEqual({ role: 'ratio', of: ['p', 'q'] });
    expect(role('x', 'unit,p,q,x', ...table((a, b) => ((100 * b) / a).toFixed(3)))).toEqual({
      role: 'share',
      of: ['q', 'p'],
    });
    expect(role('growth', 'unit,p,q,growth', ...table((a, b) => (100 * (a / b - 1)).toFixed(2)))).toEqual({
      role: 'growth',
      of: ['q', 'p'],
    });
    expect(role('x', 'unit,p,q,x', ...table((a) => (a * 1.7 + 3).toFixed(3)))).toBeUndefined();
  });

  test('shares that a name calls so add up to 100 down the rows, or come near and are supposed to', () => {
    const shares = (...cells: string[]) => role('share', 'unit,share', ...cells.map((cell, row) => `u${row},${cell}`));
    expect(shares('20.0', '30.0', '50.0')).toEqual({ role: 'shares' });
    expect(shares('20.0', '30.0', '47.0')).toEqual({ role: 'shares', supposed: true });
    expect(shares('20.0', '30.0', '40.0')).toBeUndefined();
    expect(role('v', 'unit,v', 'a,20.0', 'b,30.0', 'c,50.0')).toBeUndefined();
  });
});

describe('guessKey', () => {
  const key = (header: string, ...lines: string[]) => guessKey(tableOf(header, ...lines), {}, undefined);

  test('a panel in quarters as offices write them has unit and time', () => {
    const rows = ['a', 'b', 'c'].flatMap((unit) =>
      ['Q1 2019', 'Q2 2019', 'Q3 2019'].map((time, at) => `${unit},${time},${at}`),
    );
    expect(key('region,reference period,v', ...rows)).toEqual({ unit: 'region', time: 'reference period', groups: [] });
  });

  test('a time is looked for only where units repeat', () => {
    expect(key('city,year,v', 'a,2019,1', 'b,2019,2')).toEqual({ unit: 'city', time: undefined, groups: [] });
  });
});
