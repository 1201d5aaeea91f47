import { expect, test } from 'vitest';
import type { Execution } from './kernel.js';
import { requireCleanEnding, requireCleanExecution } from './require-clean.js';

const clean: Execution = { ok: true, outputs: [], late: false, rejections: [] };
const written = (name: string, text: string): Execution['outputs'] => [
  { id: '', type: 'stream', parent: undefined, content: { name, text } },
];
const stack =
  'Error: boom\n    at f (/home/a.ts:1:1)\n    at evalmachine.<anonymous>:5:7\n    at Script.run (node:vm:135:14)\n    at g (/x/tslab/dist/executor.js:1:1)';

test('a cell that only writes to standard output is clean', () => {
  expect(() => requireCleanExecution({ ...clean, outputs: written('stdout', 'a') }, 'cell 1')).not.toThrow();
});

test.each<[string, Partial<Execution>, string]>([
  [
    'a failure, without the lines of Node and of the kernel',
    { ok: false, outputs: written('stderr', stack) },
    'cell 1 failed:\nError: boom\n    at f (/home/a.ts:1:1)',
  ],
  ['a text on standard error', { outputs: written('stderr', 'careful\n') }, 'cell 1 wrote to standard error:\ncareful'],
  ['a rejection', { rejections: ['Error: lost'] }, 'cell 1: a promise was rejected that nobody awaited:\nError: lost'],
  ['a late output', { late: true, outputs: written('stdout', 'late') }, 'cell 1 wrote an output after it had ended'],
])('a cell is refused for %s', (_, execution, message) => {
  expect(() => requireCleanExecution({ ...clean, ...execution }, 'cell 1')).toThrow(
    expect.objectContaining({ message }),
  );
});

test.each([
  ['a rejection', { rejections: ['Error: lost'] }, 'after the last cell: a promise was rejected'],
  ['a text of its own', { written: 'crash' }, 'outside of any cell:\ncrash'],
  ['something that runs', { leftRunning: true }, 'something still runs after the last cell'],
])('an end is refused for %s', (_, ending, message) => {
  expect(() => requireCleanEnding({ rejections: [], written: '', leftRunning: false, ...ending })).toThrow(message);
});
