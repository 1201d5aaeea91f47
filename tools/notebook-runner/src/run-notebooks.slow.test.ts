import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { checkNotebooks, findNotebooks, runNotebooks } from './run-notebooks.js';

const sample = fileURLToPath(new URL('../fixtures/sample.ipynb', import.meta.url));
const here = fileURLToPath(new URL('../out/', import.meta.url)); // within the workspace: cells find its packages
mkdirSync(here, { recursive: true });
const folder = mkdtempSync(join(here, 'test-'));
afterAll(() => rmSync(folder, { recursive: true }));

function notebook(name: string, ...sources: string[]): string {
  const path = join(folder, `${name}.ipynb`);
  const cells = sources.map((source) => ({
    cell_type: 'code',
    execution_count: null,
    metadata: {},
    outputs: [],
    source,
  }));
  writeFileSync(path, JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
  return path;
}

test.concurrent(
  'the sample, with a chart, tables, a frame and progress, executes again to the same bytes',
  async () => {
    const seen: number[] = [];
    const [result] = await checkNotebooks([sample], { onProgress: ({ cell }) => seen.push(cell) });
    expect(result).toEqual({ path: sample, cells: 6, seconds: expect.any(Number), ok: true, changed: false });
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
  },
);

test('the sample holds the chart as a specification and as a picture, and the end of the progress only', () => {
  const text = readFileSync(sample, 'utf8');
  expect(text).toContain('"application/vnd.vegalite.v5+json"');
  expect(text).toContain('"image/png": "iVBORw0KGgo');
  expect(text.match(/Draws: \d.*%/g)).toEqual(['Draws: 1000 of 1000 (100 %']);
});

test.concurrent('running writes outputs, checking only compares', async () => {
  const path = notebook('plain', '1 + 1;', '', "console.log('二');");
  const before = readFileSync(path, 'utf8');
  expect(await checkNotebooks([path])).toMatchObject([
    { ok: false, changed: true, cells: 2, error: expect.stringContaining('differs') },
  ]);
  expect(readFileSync(path, 'utf8')).toBe(before);
  expect(await runNotebooks([path])).toMatchObject([{ ok: true, changed: true }]);
  expect(readFileSync(path, 'utf8')).toContain('二');
  expect(await checkNotebooks([path])).toMatchObject([{ ok: true, changed: false }]);
});

test.concurrent.each([
  [
    'a chart that nobody awaits and that is none',
    'a promise was rejected that nobody awaited',
    [
      "import { chart } from '@indexlab/figures';\nimport { show } from '@indexlab/notebook';",
      "void show(chart({ data: { values: [] }, mark: 'none' as never }, { title: 't' }));",
    ],
  ],
  [
    'a rejection long after the last cell',
    'Error: lost',
    ["setTimeout(() => { void Promise.reject(new Error('lost')); }, 1500);"],
  ],
  [
    'an output long after the last cell',
    'outside of any cell:\nlate',
    ["setTimeout(() => console.log('late'), 1500);"],
  ],
  ['something that runs for ever', 'something still runs', ['setInterval(() => undefined, 100);']],
  ['an end of its own', 'ended by itself, with status 3', ['process.exit(3);']],
])('a notebook with %s fails, and is left as it is unless told', async (name, message, sources) => {
  const path = notebook(name, ...sources);
  const before = readFileSync(path, 'utf8');
  const [result] = await runNotebooks([path], { write: false });
  expect(result).toMatchObject({ ok: false, error: expect.stringContaining(message) });
  expect(readFileSync(path, 'utf8')).toBe(before);
});

test.concurrent.each([
  ['throws', "throw new Error('halt');", /halt/],
  ['ends the kernel', 'process.abort();', /ended by itself, with signal SIGABRT/],
])(
  'a cell that %s keeps the outputs before it, shows why, and leaves those behind it',
  async (name, source, message) => {
    const path = notebook(`stops-${name}`, "console.log('one');", source, "console.log('three');");
    const old = JSON.parse(readFileSync(path, 'utf8'));
    old.cells[2].outputs = [{ output_type: 'stream', name: 'stdout', text: ['from before\n'] }];
    writeFileSync(path, JSON.stringify(old));
    expect(await runNotebooks([path])).toMatchObject([
      { ok: false, changed: true, error: expect.stringMatching(message) },
    ]);
    const { cells } = JSON.parse(readFileSync(path, 'utf8'));
    expect(cells[0].outputs[0].text).toEqual(['one\n']);
    expect(JSON.stringify(cells[1].outputs)).toMatch(message);
    expect(cells[2].outputs[0].text).toEqual(['from before\n']);
  },
);

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])('%s ends the runner and a kernel that never yields', async (signal, status) => {
  const path = notebook(`busy-${signal}`, "console.log('begun');", 'for (;;);');
  const module = new URL('../dist/index.js', import.meta.url).href;
  const program = `import { runNotebooks } from ${JSON.stringify(module)};
      await runNotebooks([${JSON.stringify(path)}], { onProgress: ({ cell }) => process.stdout.write(String(cell)) });`;
  const runner = spawn(process.execPath, ['--input-type=module', '-e', program]);
  await new Promise<void>((resolve) => {
    runner.stdout.on('data', (text: Buffer) => text.toString().includes('2') && resolve());
  });
  const kernel = readFileSync(`/proc/${runner.pid}/task/${runner.pid}/children`, 'utf8').trim();
  runner.kill(signal as NodeJS.Signals);
  expect((await once(runner, 'close'))[0]).toBe(status);
  await expect.poll(() => isRunning(kernel), { timeout: 10_000 }).toBe(false);
});

/** A process that has ended may still be listed, as a zombie, until its new parent has looked. */
function isRunning(pid: string): boolean {
  const status = `/proc/${pid}/status`;
  return existsSync(status) && !/^State:\s+[ZX]/m.test(readFileSync(status, 'utf8'));
}

test('checking refuses a call that is not awaited, before it executes anything', async () => {
  const path = notebook('unawaited', 'const shown = show(1);\nawait shown;');
  expect(await checkNotebooks([path])).toMatchObject([
    { ok: false, error: 'checkNotebooks requires calls that are awaited, got show(1)' },
  ]);
});

test('findNotebooks looks through folders and refuses what is no notebook', () => {
  const inner = join(folder, 'found');
  mkdirSync(join(inner, '.ipynb_checkpoints'), { recursive: true });
  for (const name of ['b.ipynb', 'a.ipynb', 'c.txt', '.ipynb_checkpoints/d.ipynb'])
    writeFileSync(join(inner, name), '');
  expect(findNotebooks([inner])).toEqual([join(inner, 'a.ipynb'), join(inner, 'b.ipynb')]);
  expect(() => findNotebooks([join(inner, 'c.txt')])).toThrow('c.txt');
  expect(() => findNotebooks([join(inner, 'none.ipynb')])).toThrow('none.ipynb');
});
