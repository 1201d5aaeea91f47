import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const workspace = dirname(fileURLToPath(import.meta.url));
const folders = ['packages', 'tools'].flatMap((folder) =>
  readdirSync(join(workspace, folder)).map((name) => join(workspace, folder, name)),
);

/** A project per package of the workspace, named like the package. */
const projects = [...folders, join(workspace, 'data'), join(workspace, 'test')]
  .filter((root) => existsSync(join(root, 'package.json')))
  .map((root) => {
    const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string };
    return { extends: true as const, root, test: { name } };
  });

export default defineConfig({
  test: {
    setupFiles: [join(workspace, 'test/setup/property-tests.ts')],
    // Nothing is timed in a test; a slow machine must not fail one.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects,
  },
});
