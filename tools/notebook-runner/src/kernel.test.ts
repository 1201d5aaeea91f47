import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Kernel } from './kernel.js';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start(tmpdir());
});
afterAll(() => kernel.kill());

const texts = (outputs: readonly { content: Readonly<Record<string, unknown>> }[]): unknown[] =>
  outputs.map((output) => output.content['text']);

test('a cell gives its outputs in order', async () => {
  const execution = await kernel.execute("const a = 1;\nconsole.log('一');\nconsole.error('二');\na + 1;", 30);
  expect(execution).toMatchObject({ ok: true, late: false, rejections: [] });
  expect(texts(execution.outputs)).toEqual(['一\n', '二\n', '2\n']);
});

test('a rejected promise that nobody awaits is reported', async () => {
  const { ok, rejections } = await kernel.execute("void Promise.reject(new Error('lost'));\nawait 1;", 30);
  expect(ok).toBe(true);
  expect(rejections).toEqual([expect.stringContaining('Error: lost')]);
});

test('a rejection that comes some time after its cell is reported', async () => {
  const { rejections } = await kernel.execute(
    "setTimeout(() => { void Promise.reject(new Error('lost')); }, 200);",
    30,
  );
  expect(rejections).toEqual([expect.stringContaining('Error: lost')]);
});

test('an output after the end of its cell is kept and reported', async () => {
  const { late, outputs } = await kernel.execute(
    "setTimeout(() => console.log('late'), 100);\nconsole.log('in time');",
    30,
  );
  expect(late).toBe(true);
  expect(texts(outputs)).toEqual(['in time\n', 'late\n']);
});

test('a cell that fails says why', async () => {
  const { ok, outputs } = await kernel.execute("const n: number = 'text';", 30);
  expect(ok).toBe(false);
  expect(texts(outputs).join('')).toContain("Type 'string' is not assignable to type 'number'");
});

test('outputs have no colours and dates are in one time zone', async () => {
  await new Promise((resolve) => setTimeout(resolve, 300)); // tslab refuses code for 200 ms after a failure
  const { outputs } = await kernel.execute(
    'console.log({ a: 1 }, new Date(0).getTimezoneOffset(), (1234.5).toLocaleString());',
    30,
  );
  expect(texts(outputs)).toEqual(['{ a: 1 } 0 1,234.5\n']);
});

test('a cell that takes too long is ended, and so is its kernel', async () => {
  await expect(kernel.execute('for (;;);', 0.5)).rejects.toThrow('did not end within 0.5 seconds');
});
