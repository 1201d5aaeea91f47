import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

interface Resource {
  readonly descriptor: { readonly name: string; readonly path: string; readonly hash?: string };
  readonly valid: boolean;
  readonly errors: readonly Error[];
  read(): Promise<unknown[][]>;
}

interface DataPackage {
  readonly descriptor: { readonly name: string };
  readonly valid: boolean;
  readonly errors: readonly Error[];
  readonly resources: readonly Resource[];
}

// The package carries no types.
const { Package } = createRequire(import.meta.url)('datapackage') as {
  Package: { load(descriptor: unknown, options: { basePath: string }): Promise<DataPackage> };
};

const data = fileURLToPath(new URL('.', import.meta.url));
const packages = ['places', ...readdirSync(join(data, 'reports')).map((report) => `reports/${report}`)];

describe.each(packages)('the data package %s', async (part) => {
  const folder = join(data, part);
  const descriptor: unknown = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
  const loaded = await Package.load(descriptor, { basePath: folder });

  test('is valid', () => {
    expect(loaded.errors).toEqual([]);
    expect(loaded.valid).toBe(true);
  });

  test('is named after its folder', () => {
    expect(loaded.descriptor.name).toBe(basename(part));
  });

  test('describes every table in its folder, and no other', () => {
    const described = loaded.resources.map((resource) => resource.descriptor.path).sort();
    const present = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.csv') && path !== 'ledger.csv')
      .sort();
    expect(described).toEqual(present);
  });

  for (const resource of loaded.resources) {
    const { name, path, hash } = resource.descriptor;
    test(`holds what the columns of ${name} say`, async () => {
      expect([resource.valid, resource.errors]).toEqual([true, []]);
      expect((await resource.read()).length).toBeGreaterThan(0);
    });

    if (!/^(tables|text)\//.test(path)) continue;
    test(`records the hash of ${path}`, () => {
      expect(`sha256:${createHash('sha256').update(readFileSync(join(folder, path))).digest('hex')}`).toBe(hash);
    });
  }
});
