/**
 * Benchmarks of clusters, correlation, inequality and tests in packages/stats: one JSON line per task,
 * `{task, wallMs, firstMs, checksum}`, with the median of repeated runs and the first run, which compiles.
 *
 *     npm run build && node tools/benchmarks/clusters-and-tests.mjs [part of a task's name]
 */
import { readFileSync } from 'node:fs';
import { randomSource } from '../../packages/core/dist/index.js';
import * as stats from '../../packages/stats/dist/index.js';

const [cities, indicators] = [351, 135];

/**
 * Cities by indicators: each indicator a power of a city's lognormal size, two further factors and noise, as shares of its
 * sum or, `logs`, as standardised logarithms, whose clusters overlap far more.
 */
function cityShares(seed, logs) {
  const random = randomSource(seed);
  const size = Array.from({ length: cities }, () => [1.2 * random.normal(), random.normal(), random.normal()]);
  const columns = Array.from({ length: indicators }, () => {
    const [power, second, third] = [0.6 + 0.8 * random.uniform(), 0.3 * random.normal(), 0.3 * random.normal()];
    const noise = 0.2 + 0.6 * random.uniform();
    const log = size.map(([a, b, c]) => power * a + second * b + third * c + noise * random.normal());
    if (logs) return log.map((value) => (value - stats.mean(log)) / stats.standardDeviation(log));
    const total = log.reduce((sum, value) => sum + Math.exp(value), 0);
    return log.map((value) => Math.exp(value) / total);
  });
  return columns.map((column) => Float64Array.from(column));
}
const rowsOf = (columns) => Array.from({ length: cities }, (_, row) => columns.map((column) => column[row]));
const shares = cityShares(1, false);
const logs = cityShares(3, true);
const data = Object.fromEntries(logs.map((column, i) => [`x${i}`, column]));
const [sharePoints, logPoints] = [rowsOf(shares), rowsOf(logs)];
const largeSet = JSON.parse(
  readFileSync(new URL('../../packages/stats/references/nist/anova_SmLs09.json', import.meta.url), 'utf8'),
);
const sumOfEstimates = ({ pairs }) => pairs.reduce((sum, { estimate, pValue }) => sum + estimate + pValue, 0);

let seed = 0;
const tasks = {
  'k-means 351 x 135, k 5, 50 restarts, shares': () => stats.kMeans(sharePoints, { k: 5, seed: (seed += 1) }).withinSS,
  'k-means 351 x 135, k 5, 50 restarts, logs': () => stats.kMeans(logPoints, { k: 5, seed: (seed += 1) }).withinSS,
  'hierarchical, Ward, 351 x 135': () => stats.hierarchical(logPoints).merges.at(-1).height,
  'Pearson 135 x 135 with p-values, n 351': () => sumOfEstimates(stats.correlate(data)),
  'Spearman 135 x 135 with p-values, n 351': () => sumOfEstimates(stats.correlate(data, { method: 'spearman' })),
  'Gini bootstrap, 10,000 resamples of 351': () => stats.giniBootstrap(shares[0]).upper,
  'Jenks, 351 values, 5 classes': () => stats.jenksBreaks(shares[0], 5).withinSS,
  'analysis of variance, 18,009 values (SmLs09)': () => stats.anova(largeSet.data.groups).rows[0].statistic,
};

for (const [task, run] of Object.entries(tasks)) {
  if (!task.includes(process.argv[2] ?? '')) continue;
  const times = [];
  let checksum;
  for (let k = 0; k < 16; k += 1) {
    const start = performance.now();
    checksum = run();
    times.push(performance.now() - start);
  }
  const [firstMs, ...others] = times;
  const wallMs = others.sort((a, b) => a - b)[7];
  process.stdout.write(
    `${JSON.stringify({ task, wallMs: Number(wallMs.toFixed(2)), firstMs: Number(firstMs.toFixed(2)), checksum })}\n`,
  );
}

/** How many of 100 seeds reach the best solution known: that of 2,000 restarts and of all seeds. */
for (const [name, points] of [
  ['shares', sharePoints],
  ['logs', logPoints],
]) {
  const task = `k-means seeds of 100 at the best known, ${name}`;
  if (!task.includes(process.argv[2] ?? '')) continue;
  const found = Array.from({ length: 100 }, (_, i) => stats.kMeans(points, { k: 5, seed: i + 1 }).withinSS);
  const best = Math.min(...found, stats.kMeans(points, { k: 5, seed: 12345, restarts: 2000 }).withinSS);
  const checksum = found.filter((value) => value <= best * (1 + 1e-9)).length;
  process.stdout.write(`${JSON.stringify({ task, checksum })}\n`);
}
