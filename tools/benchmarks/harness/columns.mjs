// The columns of a task as one file of doubles that JavaScript, Python and R read alike, column after column.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes `columns.f64` and `columns.txt`, which holds the number of rows and then the names. */
export function writeColumns(folder, columns) {
  const values = Object.values(columns);
  const rows = values[0]?.length ?? 0;
  const all = new Float64Array(rows * values.length);
  values.forEach((column, i) => all.set(column, i * rows));
  writeFileSync(join(folder, 'columns.f64'), new Uint8Array(all.buffer));
  writeFileSync(join(folder, 'columns.txt'), `${[rows, ...Object.keys(columns)].join('\n')}\n`);
}

/** The columns written, each with memory of its own. */
export function readColumns(folder) {
  const [rows, ...names] = readFileSync(join(folder, 'columns.txt'), 'utf8').trim().split('\n');
  const bytes = readFileSync(join(folder, 'columns.f64'));
  const all = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
  return Object.fromEntries(names.map((name, i) => [name, all.slice(i * Number(rows), (i + 1) * Number(rows))]));
}
