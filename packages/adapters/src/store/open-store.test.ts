import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cellToken } from '@indexlab/core';
import { readCsv } from '@indexlab/readers';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { writer } from './store-writer.testing.js';
import { openStore } from './open-store.js';

const folder = mkdtempSync(join(tmpdir(), 'indexlab-'));
afterAll(() => rmSync(folder, { recursive: true }));

const record = (place: string, year: number, indicator: string, value: number | null) => ({
  place,
  year,
  indicator,
  value,
});
const first = [
  record('b', 2019, 'gdp', 1),
  record('a', 2020, 'gdp', 2),
  record('a', 2019, 'gdp', 3),
  record('a', 2019, 'area', 4),
];

describe('openStore', () => {
  test('gives the matrix of a year, and the panel of all years, whatever the order of the records', async () => {
    const store = await openStore();
    await store.put(first);
    expect((await store.matrix({ year: 2019 })).toRows()).toEqual([
      { place: 'a', area: 4, gdp: 3 },
      { place: 'b', area: null, gdp: 1 },
    ]);
    expect((await store.matrix({ indicators: ['gdp', 'area'] })).toRows()).toEqual([
      { place: 'a', year: 2019, gdp: 3, area: 4 },
      { place: 'a', year: 2020, gdp: 2, area: null },
      { place: 'b', year: 2019, gdp: 1, area: null },
    ]);
    expect((await store.matrix({ places: ['b'] })).toRows()).toEqual([{ place: 'b', year: 2019, gdp: 1 }]);
    store.close();
  });

  test('keeps printed decimals and units', async () => {
    const store = await openStore();
    await store.put(readCsv('place,year,indicator,value,unit\n北京,2020,gdp,36102.60,亿元\n').table);
    const { table } = { table: await store.matrix() };
    expect([cellToken(table.numbers('gdp'), 0), table.numbers('gdp').unit]).toEqual(['36102.60', '亿元']);
    store.close();
  });

  test('keeps every snapshot: a later record takes the place of an earlier one, a missing value takes it out', async () => {
    const store = await openStore();
    await store.put(first, { note: 'first' });
    await store.put([record('a', 2019, 'gdp', 30), record('b', 2019, 'gdp', null)], { note: 'mended' });
    expect((await store.matrix({ year: 2019 })).toRows()).toEqual([{ place: 'a', area: 4, gdp: 30 }]);
    expect((await store.matrix({ year: 2019, snapshot: 1 })).toRows()).toEqual([
      { place: 'a', area: 4, gdp: 3 },
      { place: 'b', area: null, gdp: 1 },
    ]);
    expect(await store.snapshots()).toEqual([
      { id: 1, note: 'first', records: 4 },
      { id: 2, note: 'mended', records: 2 },
    ]);
    await expect(store.matrix({ snapshot: 9 })).rejects.toThrow('requires a snapshot of the store, got 9');
    store.close();
  });

  test('takes no part of records that do not hold together', async () => {
    const store = await openStore();
    await expect(store.put([record('a', 2019, 'x', 1), record('a', 2019, 'x', 2)])).rejects.toThrow(
      'put requires one record for each place, year and indicator, got two of a, 2019, x (rows 1 and 2)',
    );
    await expect(store.put([{ ...record('a', 2019, 'x', 1), place: null }])).rejects.toThrow(
      'put requires a place for each record, got none (row 1)',
    );
    await expect(store.put([record('a', 2019.5, 'x', 1)])).rejects.toThrow(
      'put requires years, got 2019.5 (column "year", row 1)',
    );
    await expect(store.put([record('a', 2019, 'x', Infinity)])).rejects.toThrow(
      'put requires finite numbers, got Infinity',
    );
    await expect(store.put([{ place: 'a' }])).rejects.toThrow('no column "indicator"');
    await expect(store.matrix({ indicators: ['y'] })).rejects.toThrow('matrix requires indicators of the store, got y');
    expect(await store.snapshots()).toEqual([]);
    store.close();
  });

  test('takes names for names, not for SQL', async () => {
    const store = await openStore();
    const name = `x'); drop table records; --"`;
    await store.put([record(name, 2019, name, 1)]);
    expect((await store.matrix({ indicators: [name], places: [name], year: 2019 })).toRows()).toEqual([
      { place: name, [name]: 1 },
    ]);
    store.close();
  });

  test('gives the same on one thread and on several, for records in any order', async () => {
    const records = Array.from({ length: 20_000 }, (_, index) =>
      record(
        `p${index % 351}`,
        2000 + (index % 7),
        `i${Math.floor(index / 2457)}`,
        Math.sin(index) * 10 ** (index % 9),
      ),
    );
    const results = [];
    for (const [threads, order] of [
      [1, records],
      [4, records],
      [4, [...records].reverse()],
    ] as const) {
      const store = await openStore(undefined, { threads });
      await store.put(order);
      const matrix = await store.matrix();
      results.push(JSON.stringify([matrix.columns, matrix.toRows()]));
      store.close();
    }
    expect(new Set(results).size).toBe(1);
  });

  test('agrees with a plain map of the last values', async () => {
    const any = fc.record({
      place: fc.constantFrom('a', 'b'),
      year: fc.constantFrom(1, 2),
      indicator: fc.constantFrom('x', 'y'),
      value: fc.option(fc.integer(), { nil: null }),
    });
    const key = ({ place, year, indicator }: { place: string; year: number; indicator: string }) =>
      `${place}|${year}|${indicator}`;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uniqueArray(any, { selector: key }), { maxLength: 4 }), async (snapshots) => {
        const store = await openStore();
        const last = new Map<string, number | null>();
        for (const records of snapshots) {
          await store.put(records.length > 0 ? records : { place: [], year: [], indicator: [], value: [] });
          for (const one of records) last.set(key(one), one.value);
        }
        const expected = [...last].filter(([, value]) => value !== null).sort(([a], [b]) => (a < b ? -1 : 1));
        const found = (await store.records()).toRows().map((row) => [key(row as never), row['value']]);
        store.close();
        expect(found).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  test('says when another process has the store open, and when a file is none', async () => {
    const path = join(folder, 'held.duckdb');
    const child = spawn(
      process.execPath,
      ['--input-type=module', '-e', writer(path, 'await new Promise(() => setInterval(() => {}, 1000));')],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await expect(openStore(path)).rejects.toThrow(/another process holds it/);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    (await openStore(path)).close();
  });
});
