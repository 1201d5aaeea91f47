/**
 * Benchmarks of packages/readers and of the store: one JSON line per task, `{task, wallMs, firstMs, checksum}`, with the
 * median of repeated runs and the first run, which compiles.
 *
 *     npm run build && node tools/benchmarks/readers.mjs [part of a task's name]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, readParquet, writeParquet } from '../../packages/adapters/dist/index.js';
import { randomSource, Table } from '../../packages/core/dist/index.js';
import { readCsv, readJson, readXlsx, writeCsv, writeJson, writeXlsx } from '../../packages/readers/dist/index.js';

const random = randomSource(1);

/** Numbers as data files have them: a few digits before the point and up to six behind. */
function numbersCsv(rows, columns) {
  const lines = [Array.from({ length: columns }, (_, column) => `x${column}`).join(',')];
  for (let row = 0; row < rows; row += 1) {
    const cells = Array.from({ length: columns }, (_, column) =>
      (random.uniform() * 10 ** (1 + (column % 5))).toFixed(column % 7),
    );
    lines.push(cells.join(','));
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

function longTable(rows) {
  const place = Array.from({ length: rows }, (_, row) => `城市${row % 351}`);
  const indicator = Array.from({ length: rows }, (_, row) => `指标${Math.floor(row / 351) % 135}`);
  const year = Float64Array.from({ length: rows }, (_, row) => 2005 + Math.floor(row / (351 * 135)));
  const value = Float64Array.from({ length: rows }, () => Math.round(random.uniform() * 1e5) / 100);
  return new Table([
    { type: 'text', name: 'place', values: place },
    { type: 'number', name: 'year', values: year, decimals: new Int8Array(rows) },
    { type: 'text', name: 'indicator', values: indicator },
    { type: 'number', name: 'value', values: value, decimals: new Int8Array(rows).fill(2) },
  ]);
}

const folder = mkdtempSync(join(tmpdir(), 'indexlab-benchmark-'));
const parquet = join(folder, 'long.parquet');
const long = longTable(500_000);
const lazily = (make) => {
  let made;
  return () => (made ??= make());
};
const numbers = lazily(() => numbersCsv(100_000, 135));
const wide = lazily(() => readCsv(numbersCsv(351, 135)).table);
const longCsv = lazily(() => new TextEncoder().encode(writeCsv(long)));
const longJson = lazily(() => writeJson(long.rows(Array.from({ length: 100_000 }, (_, row) => row))));
const sheet = lazily(() => writeXlsx(wide()));
const large = lazily(() => writeXlsx(long.rows(Array.from({ length: 100_000 }, (_, row) => row))));

const tasks = {
  'CSV, 100,000 x 135 numbers': { prepare: numbers, run: (bytes) => readCsv(bytes).table.numbers('x3').values[99_999] },
  'CSV, 500,000 rows in the long form': { prepare: longCsv, run: (bytes) => readCsv(bytes).table.rowCount },
  'writing CSV, 500,000 rows in the long form': { prepare: () => long, run: (table) => writeCsv(table).length },
  'JSON, 100,000 rows in the long form': { prepare: longJson, run: (text) => readJson(text).table.rowCount },
  'XLSX, 351 x 135 numbers': { prepare: sheet, run: (bytes) => readXlsx(bytes).table.rowCount },
  'XLSX, 100,000 rows in the long form': { prepare: large, run: (bytes) => readXlsx(bytes).table.rowCount },
  'writing Parquet, 500,000 rows in the long form': {
    prepare: () => long,
    run: (table) => writeParquet(table, parquet).then(() => 0),
  },
  'Parquet, 500,000 rows in the long form': {
    prepare: () => writeParquet(long, parquet),
    run: async () => (await readParquet(parquet)).table.rowCount,
  },
  'store, 500,000 records in and the panel out': {
    prepare: () => long,
    async run(table) {
      const store = await openStore();
      await store.put(table);
      const { rowCount } = await store.matrix();
      store.close();
      return rowCount;
    },
  },
};

for (const [task, { prepare, run }] of Object.entries(tasks)) {
  if (!task.includes(process.argv[2] ?? '')) continue;
  const input = await prepare();
  const times = [];
  let checksum;
  for (let k = 0; k < 4; k += 1) {
    const start = performance.now();
    checksum = await run(input);
    times.push(performance.now() - start);
  }
  const [firstMs, ...others] = times;
  const wallMs = others.sort((a, b) => a - b)[1];
  process.stdout.write(
    `${JSON.stringify({ task, wallMs: Number(wallMs.toFixed(2)), firstMs: Number(firstMs.toFixed(2)), checksum })}\n`,
  );
}
rmSync(folder, { recursive: true });
