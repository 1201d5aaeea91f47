import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Column, Table } from '@indexlab/core';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openDuckDb, sqlText } from '../store/open-duckdb.js';
import { readParquet } from './read-parquet.js';
import { writeParquet } from './write-parquet.js';

const folder = mkdtempSync(join(tmpdir(), 'indexlab-'));
const path = join(folder, "it's.parquet");
afterAll(() => rmSync(folder, { recursive: true }));

const copy = async (sql: string): Promise<void> => {
  const database = await openDuckDb({ files: [path] });
  await database.run(`copy (${sql}) to ${sqlText(path)} (format parquet, use_tmp_file false)`);
  database.close();
};
const content = (table: Table) =>
  table.columns.map((name) => {
    const column = table.column(name);
    return column.type === 'text'
      ? column
      : { ...column, values: [...column.values], decimals: column.decimals && [...column.decimals] };
  });

describe('writeParquet and readParquet', () => {
  test('give any table back as it was', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('', ' ', '北京', '010', '=1', '\0', 'a\r\nb', 'NULL', "'", '"'),
    );
    const column = (name: string, rows: number): fc.Arbitrary<Column> =>
      fc.oneof(
        fc
          .array(fc.option(text, { nil: null }), { minLength: rows, maxLength: rows })
          .map((values): Column => ({ type: 'text', name, values })),
        fc
          .tuple(
            fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: NaN }), {
              minLength: rows,
              maxLength: rows,
            }),
            fc.constantFrom({}, { unit: '亿元' }),
            fc.option(fc.int8Array({ minLength: rows, maxLength: rows, min: -1 }), { nil: undefined }),
          )
          .map(
            ([values, unit, decimals]): Column => ({
              type: 'number',
              name,
              values: Float64Array.from(values),
              ...unit,
              ...(decimals && { decimals }),
            }),
          ),
      );
    const anyTable = fc
      .tuple(fc.uniqueArray(text, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 5 }))
      .chain(([names, rows]) => fc.tuple(...names.map((name) => column(name, rows))))
      .map((columns) => new Table(columns));
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        await writeParquet(table, path);
        expect(content((await readParquet(path)).table)).toEqual(content(table));
      }),
      { numRuns: 15 },
    );
  });

  test('take numbers of every type, those of decimal types with their decimals', async () => {
    await copy(
      "select 1::tinyint a, 2::bigint b, 0.1::float c, 25.80::decimal(10,2) d, 9007199254740993::bigint e, date '2019-01-31' f, [1, 2] g, true h, null::integer i",
    );
    const { table, report } = await readParquet(path);
    expect(table.toRows()).toEqual([
      { a: 1, b: 2, c: 0.1, d: 25.8, e: '9007199254740993', f: '2019-01-31', g: '[1, 2]', h: 'true', i: null },
    ]);
    expect([table.numbers('d').decimals, table.numbers('a').decimals]).toEqual([new Int8Array([2]), undefined]);
    expect(report.notes.map(({ rule, column }) => [rule, column])).toEqual([
      ['code', 'e'],
      ['date', 'f'],
      ['nested', 'g'],
      ['nested', 'h'],
    ]);
    expect((await readParquet(path, { decimals: { a: 1 }, exact: ['b'] })).table.numbers('a').decimals).toEqual(
      new Int8Array([1]),
    );
  });

  test('keep the order of rows, half a million of them', async () => {
    await copy("select i as n, 'city' || (i % 351) as place from range(500000) t(i)");
    const { table } = await readParquet(path);
    expect([table.rowCount, table.numbers('n').values[499_999], table.texts('place').values[351]]).toEqual([
      500_000,
      499_999,
      'city0',
    ]);
  });

  test('give texts that repeat, missing ones among them, and missing numbers, over many pieces', async () => {
    await copy(
      "select case when i % 7 = 0 then null else 'city' || (i % 5) end as place, case when i % 3 = 0 then null else i end as n, (i / 8)::decimal(9,3) as d, case when i % 2 = 0 then 0.1::float end as f from range(10000) t(i)",
    );
    const { table } = await readParquet(path);
    const rows = Array.from({ length: 10_000 }, (_, i) => i);
    expect(table.texts('place').values).toEqual(rows.map((i) => (i % 7 === 0 ? null : `city${i % 5}`)));
    expect(table.numbers('n').values).toEqual(Float64Array.from(rows, (i) => (i % 3 === 0 ? NaN : i)));
    expect(table.numbers('d').values).toEqual(Float64Array.from(rows, (i) => i / 8));
    expect(table.numbers('f').values).toEqual(Float64Array.from(rows, (i) => (i % 2 === 0 ? 0.1 : NaN)));
  });
});
