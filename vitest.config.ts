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

/** `npm test` runs the rooms; `npm run test:slow` the files `*.slow.test.ts`: kernels, hostile files, long properties. */
const slow = process.env.INDEXLAB_TESTS === 'slow';

export default defineConfig({
  test: {
    include: [slow ? '**/*.slow.test.ts' : '**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', ...(slow ? [] : ['**/*.slow.test.ts'])],
    passWithNoTests: true,
    isolate: false, // modules hold no state that a test changes
    maxWorkers: '100%', // of the cores; by itself one is left idle
    setupFiles: [join(workspace, 'test/setup/property-tests.ts')],
    // Nothing is timed in a test; a slow machine must not fail one.
    testTimeout: slow ? 900_000 : 300_000,
    hookTimeout: 300_000,
    projects,
  },
});
