/**
 * Benchmarks of packages/stats: one JSON line per task, `{task, wallMs, firstMs, checksum}`, with the median of repeated runs and
 * the first run, which compiles.
 *
 *     npm run build && node tools/benchmarks/regression.mjs [part of a task's name]
 */
import { randomSource } from '../../packages/core/dist/index.js';
import * as stats from '../../packages/stats/dist/index.js';

/** Columns of normal deviates x0, x1, …, and an outcome y made of them with errors that grow with x0. */
function sample(rows, terms, seed = 1) {
  const random = randomSource(seed);
  const data = {};
  for (let k = 0; k < terms; k++) data[`x${k}`] = Float64Array.from({ length: rows }, () => random.normal());
  data.y = data.x0.map(
    (value, row) => 1 + value + 0.5 * (data.x1?.[row] ?? 0) + (1 + Math.abs(value)) * random.normal(),
  );
  return data;
}
const names = (terms) => Array.from({ length: terms }, (_, k) => `x${k}`).join(' + ');

const small = sample(351, 10);
const large = sample(100_000, 5);
const checksumOf = (model) => model.terms.reduce((sum, row) => sum + row.estimate + row.standardError, 0);

const tasks = {
  'regression HC3, 351 rows, 10 terms': () => checksumOf(stats.regress(`y ~ ${names(10)}`, small, { se: 'HC3' })),
  'regression HC3, 100,000 rows, 5 terms': () => checksumOf(stats.regress(`y ~ ${names(5)}`, large, { se: 'HC3' })),
  'moderation HC3, 351 rows': () =>
    checksumOf(stats.moderate(small, { y: 'y', x: 'x0', by: 'x1', controls: ['x2', 'x3'], se: 'HC3' })),
  'mediation, 351 rows, 5,000 draws': () =>
    stats.mediate(small, { y: 'y', x: 'x0', by: 'x1', seed: 1 }).effects.reduce((sum, row) => sum + row.upper, 0),
  '9,045 p-values of t': () => {
    let sum = 0;
    for (let k = 0; k < 9045; k++) sum += stats.tTwoSided(-4 + (8 * k) / 9045, 349);
    return sum;
  },
};

for (const [task, run] of Object.entries(tasks)) {
  if (!task.includes(process.argv[2] ?? '')) continue;
  const times = [];
  let checksum;
  for (let k = 0; k < 8; k++) {
    const start = performance.now();
    checksum = run();
    times.push(performance.now() - start);
  }
  const [firstMs, ...others] = times;
  const wallMs = others.sort((a, b) => a - b)[3];
  process.stdout.write(
    `${JSON.stringify({ task, wallMs: Number(wallMs.toFixed(2)), firstMs: Number(firstMs.toFixed(2)), checksum })}\n`,
  );
}
