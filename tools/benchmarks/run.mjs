/**
 * Measures whole calls beside the fastest peers that are installed, all in one run:
 *
 *     npm run bench [word of a task's or a file's name, …]
 *
 * JSON lines go to standard output, one per task; the table and the peers that were absent to standard error. The status is 1
 * where results disagree. See README.md for what cold and warm mean and how a task is written.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { measure } from './harness/measure.mjs';
import { absentLine, tableOf } from './harness/report.mjs';

const folder = fileURLToPath(new URL('tasks/', import.meta.url));
const words = process.argv.slice(2);
const results = [];
for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.mjs'))) {
  const file = `${folder}${name}`;
  for (const task of (await import(file)).tasks) {
    const wanted = words.length === 0 || words.some((word) => name.includes(word) || task.name.includes(word));
    if (!wanted) continue;
    const result = await measure(task, file);
    results.push(result);
    process.stdout.write(`${JSON.stringify(result)}\n`);
  }
}
process.stderr.write(`\n${tableOf(results)}\n${absentLine(results)}`);
const wrong = results.flatMap((result) => result.wrong);
for (const text of wrong) process.stderr.write(`${text}\n`);
if (wrong.length > 0) process.exitCode = 1;
