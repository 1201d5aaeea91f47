// Our side of a task in a process of its own: `node ours.mjs <file of tasks> <name of the task> <folder>`. It says "ready",
// then answers each number on standard input with so many timed calls: `{"wall": [ms, …], "cpu": ms of all}`.
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readColumns } from './columns.mjs';

const [file, name, folder] = process.argv.slice(2);
const { tasks } = await import(pathToFileURL(file).href);
const task = tasks.find((one) => one.name === name);
const input = await (task.prepare ?? ((columns) => columns))(task.columns ? readColumns(folder) : null, folder);
process.stdout.write('ready\n');

for await (const line of createInterface({ input: process.stdin })) {
  const wall = [];
  let result;
  const before = process.cpuUsage();
  for (let call = 0; call < Number(line); call += 1) {
    const start = performance.now();
    result = await task.run(input);
    wall.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  writeFileSync(
    join(folder, 'ours.f64'),
    new Uint8Array(Float64Array.from(result.length === undefined ? [result] : result).buffer),
  );
  process.stdout.write(`${JSON.stringify({ wall, cpu: (user + system) / 1000 })}\n`);
}
