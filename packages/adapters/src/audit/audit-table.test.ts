import { readCsv } from '@indexlab/readers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditTable } from './audit-table.js';

const table = (...lines: string[]) => readCsv(`rank,name,index\n${lines.join('\n')}\n`, { layout: 'plain' }).table;
const found = (...lines: string[]) => auditTable(table(...lines)).map(({ rule, row }) => [rule, row]);

describe('auditTable', () => {
  test('finds nothing in a ranking without mistakes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 30 }), (values) => {
        const ranked = values
          .sort((a, b) => b - a)
          .map((value, at) => `${at + 1},unit ${at},${(value / 1000).toFixed(3)}`);
        expect(found(...ranked)).toEqual([]);
      }),
    );
  });

  test('finds an empty table', () => {
    expect(found()).toEqual([['empty-table', null]]);
  });

  test('finds a key that stands twice', () => {
    expect(found('1,北京,0.5', '2,上海,0.4', '3,北京,0.3')).toEqual([['duplicate-key', 3]]);
  });

  test('finds one place under two spellings', () => {
    expect(found('1,南阳,0.5', '2,南阳市,0.4')).toEqual([['duplicate-place', 2]]);
  });

  test('finds a row that repeats another', () => {
    expect(found('1,北京,0.5', '1,北京,0.5')).toEqual([
      ['duplicate-key', 2],
      ['duplicate-row', 2],
    ]);
  });

  test('finds a gap in the ranks, also before the first', () => {
    expect(found('2,甲,0.5', '3,乙,0.4', '6,丙,0.3')).toEqual([
      ['missing-rank', 1],
      ['missing-rank', 3],
    ]);
  });

  test('takes one rank for equal printed values as a tie, whichever way the next rank counts', () => {
    expect(found('1,甲,0.5', '1,乙,0.5', '3,丙,0.3')).toEqual([]);
    expect(found('1,甲,0.5', '1,乙,0.5', '2,丙,0.3')).toEqual([]);
  });

  test('finds one rank for two values', () => {
    expect(found('1,甲,0.5', '1,乙,0.4', '2,丙,0.3')).toEqual([['repeated-rank', 2]]);
  });

  test('finds a smaller value with a better rank, down to the last digit', () => {
    expect(found('1,甲,0.223', '2,乙,0.224')).toEqual([['rank-against-value', 2]]);
  });

  test('leaves the order of rows free that print one value', () => {
    expect(found('1,甲,0.223', '2,乙,0.223')).toEqual([]);
  });

  test('contradicts ranks of different decimals only when their digits exclude the order', () => {
    expect(found('1,甲,0.22', '2,乙,0.224')).toEqual([['uneven-decimals', null]]);
    expect(found('1,甲,0.22', '2,乙,0.226')).toEqual([
      ['uneven-decimals', null],
      ['rank-against-value', 2],
    ]);
  });

  test('warns of rows that do not follow their ranks', () => {
    expect(found('1,甲,0.5', '3,丙,0.3', '2,乙,0.4')).toEqual([['row-order', 3]]);
  });

  test('finds ranks that are no whole number from 1 on', () => {
    expect(found('1,甲,0.5', '1.5,乙,0.4')).toEqual([['not-a-rank', 2]]);
  });

  test('finds empty cells', () => {
    expect(found('1,甲,0.5', '2,,0.4')).toEqual([['missing-cell', 2]]);
  });

  test('says which value stands against which rank', () => {
    const [problem] = auditTable(table('1,甲,0.3', '2,乙,0.4'));
    expect(problem).toMatchObject({
      severity: 'error',
      column: 'index',
      value: 0.4,
      message: '0.4 has rank 2, and the smaller 0.3 in row 1 has rank 1.',
    });
  });

  test('throws when a named column is missing or holds texts', () => {
    expect(() => auditTable(table('1,甲,0.5'), { rank: 'place' })).toThrow('Table has no column "place"');
    expect(() => auditTable(table('1,甲,0.5'), { value: 'name' })).toThrow('column of numbers');
  });
});

describe('auditTable with what else is known', () => {
  const options = { rankChange: 'change' };
  const changes = (...lines: string[]) =>
    auditTable(readCsv(`rank,name,change\n${lines.join('\n')}\n`, { layout: 'plain' }).table, options).map(
      ({ rule, row }) => [rule, row],
    );

  test('finds nothing in changes between two rankings', () => {
    const permutation = fc.integer({ min: 1, max: 20 }).chain((n) =>
      fc.shuffledSubarray(
        Array.from({ length: n }, (_, at) => at + 1),
        { minLength: n },
      ),
    );
    fc.assert(
      fc.property(permutation, (earlier) => {
        expect(changes(...earlier.map((rank, at) => `${at + 1},unit ${at},${rank - (at + 1)}`))).toEqual([]);
      }),
    );
  });

  test('finds two rows that come from one rank, and ranks before the first', () => {
    expect(changes('1,甲,0', '2,乙,1', '3,丙,0')).toEqual([['impossible-rank-change', 3]]);
    expect(changes('1,甲,-1', '2,乙,0')).toEqual([['impossible-rank-change', 1]]);
  });

  test('finds a list that is shorter than it says', () => {
    expect(auditTable(table('1,甲,0.5'), { rowCount: 1 })).toEqual([]);
    expect(auditTable(table('1,甲,0.5'), { rowCount: 2 }).map(({ rule, row }) => [rule, row])).toEqual([
      ['row-count', null],
    ]);
  });

  test('finds a value whose point has moved', () => {
    expect(found('1,甲,9.5', '2,乙,91', '3,丙,8.7')).toEqual([
      ['uneven-decimals', null],
      ['rank-against-value', 2],
      ['magnitude', 2],
    ]);
    expect(found('1,甲,9.5', '2,乙,9.9', '3,丙,8.7')).toEqual([['rank-against-value', 2]]);
  });
});
