import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkNode, checkPackages, doctor } from './doctor.js';
import { workspaceRoot } from './workspace-root.js';

const root = mkdtempSync(join(tmpdir(), 'doctor-'));
afterAll(() => rmSync(root, { recursive: true }));

test('doctor finds this workspace well, Jupyter aside', async () => {
  const checks = await doctor(workspaceRoot);
  expect(checks.map(({ name }) => name)).toEqual(['Node', 'packages', 'kernel', 'fonts', 'Jupyter']);
  for (const { name, ok, optional, message } of checks) expect(ok || optional, `${name}: ${message}`).toBe(true);
  expect(checks.filter(({ optional }) => optional).map(({ name }) => name)).toEqual(['Jupyter']);
});

test('checkNode refuses an older Node than the workspace runs on', () => {
  writeFileSync(join(root, 'package.json'), '{"engines":{"node":">=20.19"}}');
  for (const version of ['v20.19.0', 'v20.20.2', 'v22.0.0']) expect(checkNode(root, version)).toBe(version);
  for (const version of ['v20.18.3', 'v18.99.0']) expect(() => checkNode(root, version)).toThrow('>=20.19 is needed');
});

test('checkPackages names the packages that are not built', () => {
  for (const name of ['packages/core/dist', 'packages/stats', 'tools/cli'])
    mkdirSync(join(root, name), { recursive: true });
  for (const name of ['packages/core', 'tools/cli']) writeFileSync(join(root, name, 'tsconfig.json'), '{}');
  writeFileSync(join(root, 'packages/core/dist/index.js'), '');
  expect(() => checkPackages(root)).toThrow(`Not built: ${join('tools', 'cli')}. Run "npm ci && npm run build".`);
  mkdirSync(join(root, 'tools/cli/dist'));
  writeFileSync(join(root, 'tools/cli/dist/index.js'), '');
  expect(checkPackages(root)).toBe('2 built');
});
