// The readers and writers of packages/readers, and the store.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, readParquet, writeParquet } from '../../../packages/adapters/dist/index.js';
import { randomSource, Table } from '../../../packages/core/dist/index.js';
import { readCsv, readJson, readXlsx, writeCsv, writeJson, writeXlsx } from '../../../packages/readers/dist/index.js';

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

const shorter = () => {
  const table = longTable(500_000);
  return table.rows(Array.from({ length: 100_000 }, (_, row) => row));
};

/** A task that reads a file, which is made once and read into memory before the clock starts. */
const reads = (name, make, run) => ({
  name,
  write: async (folder) => writeFileSync(join(folder, 'input'), await make()),
  prepare: (_, folder) => readFileSync(join(folder, 'input')),
  run,
});
/** A task on the long table. */
const works = (name, run) => ({ name, prepare: (_, folder) => ({ table: longTable(500_000), folder }), run });

export const tasks = [
  reads(
    'CSV, 100,000 x 135 numbers',
    () => numbersCsv(100_000, 135),
    (bytes) => readCsv(bytes).table.numbers('x3').values[99_999],
  ),
  reads(
    'CSV, 500,000 rows in the long form',
    () => writeCsv(longTable(500_000)),
    (bytes) => readCsv(bytes).table.rowCount,
  ),
  works('writing CSV, 500,000 rows in the long form', ({ table }) => writeCsv(table).length),
  reads(
    'JSON, 100,000 rows in the long form',
    () => writeJson(shorter()),
    (bytes) => readJson(bytes).table.rowCount,
  ),
  reads(
    'XLSX, 351 x 135 numbers',
    () => writeXlsx(readCsv(numbersCsv(351, 135)).table),
    (bytes) => readXlsx(bytes).table.rowCount,
  ),
  reads(
    'XLSX, 100,000 rows in the long form',
    () => writeXlsx(shorter()),
    (bytes) => readXlsx(bytes).table.rowCount,
  ),
  works('writing Parquet, 500,000 rows in the long form', async ({ table, folder }) => {
    await writeParquet(table, join(folder, 'written.parquet'));
    return 0;
  }),
  {
    name: 'Parquet, 500,000 rows in the long form',
    write: (folder) => writeParquet(longTable(500_000), join(folder, 'long.parquet')),
    prepare: (_, folder) => join(folder, 'long.parquet'),
    run: async (path) => (await readParquet(path)).table.rowCount,
  },
  works('store, 500,000 records in and the panel out', async ({ table }) => {
    const store = await openStore();
    await store.put(table);
    const { rowCount } = await store.matrix();
    store.close();
    return rowCount;
  }),
];
