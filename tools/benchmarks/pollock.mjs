/**
 * Reads the polluted files of the Pollock benchmark (PVLDB 16, 2023) without any option and scores what comes out: one JSON
 * line, `{task, files, simple, weighted}`, each score of 10. The corpus is not part of this repository:
 *
 *     npm run build && node tools/benchmarks/pollock.mjs <checkout of HPI-Information-Systems/Pollock>
 *
 * The measures are those of the benchmark: success, and precision, recall and F1 of the header's cells, of the records and
 * of all cells, as multisets against the clean file; `simple` adds up their means over the files, `weighted` weighs the
 * files by how often their pollution was found in a survey. Cells are compared as texts; the benchmark normalises dates and
 * prices first, which changes the third digit. Columns are read as texts, because the clean files hold the cells as they stand.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '../../packages/readers/dist/index.js';

const [folder] = process.argv.slice(2);
if (folder && existsSync(join(folder, 'polluted_files'))) {
  const corpus = join(folder, 'polluted_files');
  const weights = JSON.parse(readFileSync(join(folder, 'pollock_weights.json'), 'utf8'));
  const names = readdirSync(join(corpus, 'csv')).filter((name) => name.endsWith('.csv'));
  const scores = names.map((name) =>
    score(readFileSync(join(corpus, 'clean', name)), readFileSync(join(corpus, 'csv', name))),
  );
  const total = names.reduce((sum, name) => sum + weights[name], 0);
  const simple = scores.reduce((sum, value) => sum + value, 0) / names.length;
  const weighted = scores.reduce((sum, value, index) => sum + (value * weights[names[index]]) / total, 0);
  process.stdout.write(
    `${JSON.stringify({ task: 'polluted CSV files', files: names.length, simple: Number(simple.toFixed(3)), weighted: Number(weighted.toFixed(3)) })}\n`,
  );
}

function score(cleanBytes, pollutedBytes) {
  const clean = rowsOf(readCsv(cleanBytes, { layout: 'plain', types: 'text', header: false }).table);
  let found;
  try {
    const { table, report } = readCsv(pollutedBytes, { types: 'text' });
    const hasHeader = !report.notes.some(({ rule, message }) => rule === 'header' && message.startsWith('no header'));
    found = [...(hasHeader && table.columns.length > 0 ? [table.columns] : []), ...rowsOf(table)];
  } catch {
    return 0;
  }
  if (clean.length === 0) return 10;
  const parts = [
    [clean[0], found[0] ?? []],
    [clean.slice(1).map((row) => row.join('')), found.slice(1).map((row) => row.join(''))],
    [clean.flat(), found.flat()],
  ];
  return 1 + parts.reduce((sum, [expected, given]) => sum + agreement(expected, given), 0);
}

/** Precision, recall and F1 of two multisets, added up. */
function agreement(expected, given) {
  if (expected.length === 0) return 3;
  const left = new Map();
  for (const item of expected) left.set(item, (left.get(item) ?? 0) + 1);
  let common = 0;
  for (const item of given) {
    if (!left.get(item)) continue;
    left.set(item, left.get(item) - 1);
    common += 1;
  }
  if (common === 0) return 0;
  const precision = common / expected.length;
  const recall = common / given.length;
  return precision + recall + (2 * precision * recall) / (precision + recall);
}

function rowsOf(table) {
  const columns = table.columns.map((name) => table.texts(name).values);
  return Array.from({ length: table.rowCount }, (_, row) => columns.map((values) => values[row] ?? ''));
}
