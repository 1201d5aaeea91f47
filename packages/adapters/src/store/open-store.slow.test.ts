import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openStore } from './open-store.js';
import { writer } from './store-writer.testing.js';

const folder = mkdtempSync(join(tmpdir(), 'indexlab-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a store comes back in its last committed state, whenever its process was killed', async () => {
  const path = join(folder, 'killed.duckdb');
  for (let round = 0, before = 0; round < 6; round += 1) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', writer(path, 'for (;;) await put();')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await new Promise((resolve) => setTimeout(resolve, 40 + 37 * round));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const store = await openStore(path);
    const snapshots = await store.snapshots();
    expect(snapshots.length).toBeGreaterThan(before);
    before = snapshots.length;
    for (const { id, records } of [snapshots[0]!, snapshots.at(-1)!]) {
      const values = (await store.records({ snapshot: id })).numbers('value').values;
      expect([values.length, new Set(values)]).toEqual([records, new Set([id])]);
    }
    store.close();
  }
});
