import { describe, expect, test } from 'vitest';
import { listTables, loadTable, type TableInfo } from '../load-table.js';
import { loadCorrections } from '../load-corrections.js';
import type { Problem as AuditProblem } from '@indexlab/audit';
import { auditTable } from './audit-table.js';
import { compareTables } from './compare-tables.js';

/** Rankings: tables whose only texts are the names of places. */
const rankings = listTables().filter(({ columns }) => {
  const texts = columns.filter(({ type }) => type === 'string').map(({ name }) => name);
  return (
    texts.includes('name') &&
    texts.every((name) => ['name', 'province'].includes(name)) &&
    columns.every(({ name }) => name !== 'position')
  );
});

/** Provinces that stand out, with ranks among all. */
const selections = ['digital-china-2020/cloud-growth-provinces-2020'];

function errorsIn({ id, year, columns }: TableInfo, options = {}): AuditProblem[] {
  const { table } = loadTable(id);
  const value = ['index', 'size', 'growth', 'ranksGained', 'share'].find((name) => table.has(name));
  const rankChange = table.has('rankChange') ? 'rankChange' : undefined;
  const places = columns.find(({ name }) => name === 'name')!.places;
  return auditTable(table, { year, places, value, rankChange, ...options }).filter(
    ({ severity }) => severity === 'error',
  );
}

describe('the audit of the published tables', () => {
  test('has rankings of every report with tables', () => {
    expect([...new Set(rankings.map(({ report }) => report))].sort()).toEqual([
      'cisi-2015',
      'city-digital-economy-2021',
      'digital-china-2020',
      'internet-plus-2016',
    ]);
  });

  for (const ranking of rankings.filter(({ id }) => !selections.includes(id))) {
    test(`finds nothing in ${ranking.id} but what the corrections say`, () => {
      const corrected = loadCorrections(ranking.report)
        .filter(({ table }) => table === ranking.id)
        .map(({ row }) => row);
      // Of two cells that contradict each other the later is reported; a missing row is reported with the row behind it.
      const unexplained = errorsIn(ranking).filter(
        ({ row }) => !corrected.includes(row!) && !corrected.includes(row! - 1),
      );
      expect(unexplained).toEqual([]);
    });
  }

  test('finds what is wrong with the sizes of the 2021 report', () => {
    const cities = loadTable('city-digital-economy-2021/index').table.texts('place').values as string[];
    const sizes = rankings.find(({ id }) => id === 'city-digital-economy-2021/size')!;
    expect(
      errorsIn(sizes, { expected: cities, rowCount: 242 }).map(({ rule, row, value }) => [rule, row, value]),
    ).toEqual([
      ['absent-unit', null, '321300'],
      ['missing-rank', 81, 82],
      ['duplicate-key', 120, '兰州'],
      ['repeated-rank', 120, 120],
      ['rank-against-value', 121, 665],
    ]);
  });

  test('finds rank changes that belong to another ranking', () => {
    const growth = rankings.find(({ id }) => id === 'digital-china-2020/province-growth')!;
    expect(errorsIn(growth).map(({ rule, row }) => [rule, row])).toEqual(
      [4, 7, 9].map((row) => ['impossible-rank-change', row]),
    );
  });

  test('finds growth whose digits were cut off', () => {
    const relation = { kind: 'growth', growth: 'growth', before: 'before', after: 'after' } as const;
    const problems = auditTable(loadTable('digital-china-2020/first-half-2020').table, { relations: [relation] });
    expect(problems.filter(({ rule }) => rule !== 'uneven-decimals').map(({ rule, row }) => [rule, row])).toEqual([
      ['truncated-digits', 1],
    ]);
  });

  test('finds lists that are not as long as they say', () => {
    for (const id of ['digital-china-2020/industry-provinces', 'digital-china-2020/cloud-provinces']) {
      expect(auditTable(loadTable(id).table, { rowCount: 10 }).map(({ rule }) => rule)).toEqual(['row-count']);
    }
  });

  test('finds cells that two tables of the 2016 report print differently', () => {
    const table = (id: string) => loadTable(`internet-plus-2016/${id}`).table;
    const columns = { key: ['name', 'name'], value: ['index', 'index'] } as const;
    const differing = compareTables(table('base-50'), table('base'), columns).map(({ row }) => row);
    const corrected = loadCorrections('internet-plus-2016')
      .filter(({ table }) => table === 'internet-plus-2016/base-50')
      .map(({ row }) => row);
    expect(differing.length).toBeGreaterThan(10);
    expect(differing.filter((row) => !corrected.includes(row!))).toEqual([]);
  });
});
