// Draws cells of a report's tables to be keyed a second time from its text:
//   node tools/rekeying/sample.mjs <report> [count] [seed]
// writes table,row,column,beside to standard output, without what the cell prints; `beside` is the cell to look for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomSource } from '@indexlab/core';
import { readCsv } from '@indexlab/readers';

const [report, count = '400', seed = '2016'] = process.argv.slice(2);
const folder = join(import.meta.dirname, '../../data/reports', report);
const { resources } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
/** A word of ours that names a block or a line of a table in English; the report does not print it. */
const ours = /^[a-z]+(-[a-z]+)*$/u;

const cells = resources
  .filter(({ path }) => path?.startsWith('tables/'))
  .flatMap(({ name, path }) => {
    const { table } = readCsv(readFileSync(join(folder, path)), { layout: 'plain', types: 'text' });
    const columns = table.columns.filter((column) => !table.texts(column).values.every((text) => ours.test(text ?? '')));
    return Array.from({ length: table.rowCount }, (_, at) => at).flatMap((at) =>
      columns
        .filter((column) => (table.texts(column).values[at] ?? '') !== '')
        .map((column) => {
          const keys = columns.filter((other) => other !== column && /name|rank|label|indicator/i.test(other));
          const beside = keys.map((key) => table.texts(key).values[at]).join(' ');
          return { table: name, row: at + 1, column, beside };
        }),
    );
  });

const random = randomSource(Number(seed));
const drawn = new Set();
while (drawn.size < Math.min(Number(count), cells.length)) drawn.add(random.integer(cells.length));
console.log('table,row,column,beside');
for (const at of [...drawn].sort((a, b) => a - b)) {
  const { table, row, column, beside } = cells[at];
  console.log([table, row, column, beside].join(','));
}
