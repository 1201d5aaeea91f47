/**
 * Benchmarks of packages/index-engine: one JSON line per task,
 * `{task, wallMs, kernelMs, peakMemory, checksum}`: the first run with everything around it, the median of the runs behind it,
 * the process's peak memory in MB, the sum of the scores.
 *
 *     npm run build && node tools/benchmarks/index-engine.mjs [part of a task's name]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomSource } from '../../packages/core/dist/index.js';
import { readDataFile } from '../../packages/adapters/dist/index.js';
import { buildIndex, prepareIndex } from '../../packages/index-engine/dist/index.js';

/** Three levels: sub-indices of 15 groups, groups of nine indicators (or what is left). */
function specificationOf(indicators, options) {
  const groups = Math.ceil(indicators / 9);
  const children = Array.from({ length: groups }, (_, g) => ({
    id: `g${g}`,
    title: `g${g}`,
    weight: '1',
    children: Array.from({ length: Math.min(9, indicators - 9 * g) }, (_, i) => ({
      id: `x${9 * g + i}`,
      title: `x${9 * g + i}`,
      weight: '1',
    })),
  }));
  const half = Math.ceil(groups / 2);
  const tree = {
    id: 'total',
    title: 'Total',
    children: [children.slice(0, half), children.slice(half)].map((part, s) => ({
      id: `s${s}`,
      title: `s${s}`,
      weight: '1',
      children: part,
    })),
  };
  return { id: 'bench', title: 'Bench', ...options, tree };
}

function dataOf(units, indicators) {
  const random = randomSource(1);
  const data = { place: Array.from({ length: units }, (_, row) => `u${row}`) };
  for (let i = 0; i < indicators; i++)
    data[`x${i}`] = Float64Array.from({ length: units }, () => Math.exp(random.normal()));
  return data;
}

const minMax = { normalise: { method: 'min-max', upper: 100 } };
const full = { ...minMax, impute: 'mean', screen: {}, treat: 'outliers' };

function kernel(units, indicators, options) {
  const data = dataOf(units, indicators);
  const prepared = prepareIndex(specificationOf(indicators, options), data);
  return () => prepared.build().stages.scores.total;
}

function fromCsv(units, indicators) {
  const folder = mkdtempSync(join(tmpdir(), 'indexlab-bench-'));
  const file = join(folder, 'data.csv');
  const data = dataOf(units, indicators);
  const names = Object.keys(data);
  const lines = [names.join(',')];
  for (let row = 0; row < units; row++)
    lines.push(names.map((name) => (name === 'place' ? data[name][row] : data[name][row].toFixed(4))).join(','));
  writeFileSync(file, lines.join('\n'));
  const specification = specificationOf(indicators, minMax);
  return {
    run: async () => buildIndex(specification, (await readDataFile(file)).table).stages.scores.total,
    close: () => rmSync(folder, { recursive: true }),
  };
}

const tasks = {
  'index kernel, 351 x 135, three levels': () => ({ run: kernel(351, 135, minMax), runs: 200 }),
  'full pipeline with outlier treatment, 51 x 49': () => ({ run: kernel(51, 49, full), runs: 200 }),
  'index kernel, 100,000 x 135': () => ({ run: kernel(100_000, 135, minMax), runs: 5 }),
  'index from CSV, 100,000 x 135': () => ({ ...fromCsv(100_000, 135), runs: 1 }),
};

for (const [task, make] of Object.entries(tasks)) {
  if (!task.includes(process.argv[2] ?? '')) continue;
  const { run, runs, close } = make();
  const times = [];
  let scores;
  for (let k = 0; k < runs; k++) {
    const start = performance.now();
    scores = await run();
    times.push(performance.now() - start);
  }
  close?.();
  const [wallMs, ...others] = times;
  const kernelMs = others.length > 0 ? others.sort((a, b) => a - b)[others.length >> 1] : wallMs;
  const checksum = scores.reduce((sum, value) => sum + value, 0);
  const peakMemory = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(
    `${JSON.stringify({ task, wallMs: Number(wallMs.toFixed(2)), kernelMs: Number(kernelMs.toFixed(3)), peakMemory, checksum })}\n`,
  );
}
