// Draws cells of a report to be keyed a second time from its text:
//   node tools/rekeying/sample.mjs <report> [count] [seed]
// writes table,row,column,beside to standard output, without what the cell prints; `beside` says where to look.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomSource } from '@indexlab/core';
import { readCsv } from '@indexlab/readers';

const [report, count = '400', seed = '2016'] = process.argv.slice(2);
const folder = join(import.meta.dirname, '../../data/reports', report);
const { resources } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
/** A word of ours that names a block or a line of a table in English; the report does not print it. */
const ours = /^[a-z]+(-[a-z]+)*$/u;
/** What a report without tables prints: the numbers of its sentences, its headings, its lists of names. */
const ofText = { 'text-sections': 'heading', 'text-figures': 'printed', 'text-lists': 'names' };

const tables = resources.filter(({ path }) => path.startsWith('tables/'));
const cells = (tables.length > 0 ? tables : resources.filter(({ name }) => name in ofText)).flatMap(cellsOf);

function cellsOf({ name, path }) {
  const { table } = readCsv(readFileSync(join(folder, path)), { layout: 'plain', types: 'text' });
  const values = (column) => table.texts(column).values.map((text) => text ?? '');
  const printed = table.columns.filter((column) =>
    name in ofText ? column === ofText[name] : !values(column).every((text) => ours.test(text)),
  );
  const keys = name in ofText ? ['section', 'offset'] : printed.filter((one) => /name|rank|label|indicator/i.test(one));
  return Array.from({ length: table.rowCount }, (_, at) => at).flatMap((at) =>
    printed
      .filter((column) => values(column)[at] !== '')
      .map((column) => {
        const besides = keys.filter((key) => key !== column && table.has(key)).map((key) => values(key)[at]);
        return { table: name, row: at + 1, column, beside: besides.join(' ') };
      }),
  );
}

const random = randomSource(Number(seed));
const drawn = new Set();
while (drawn.size < Math.min(Number(count), cells.length)) drawn.add(random.integer(cells.length));
console.log('table,row,column,beside');
for (const at of [...drawn].sort((a, b) => a - b)) {
  const { table, row, column, beside } = cells[at];
  console.log([table, row, column, beside].join(','));
}
