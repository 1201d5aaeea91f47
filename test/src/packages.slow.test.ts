import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folders = [
  ...readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name)),
  join(root, 'data'),
];
const project = mkdtempSync(join(tmpdir(), 'indexlab-packed-'));
afterAll(() => rmSync(project, { recursive: true }));

interface Manifest {
  readonly name: string;
  readonly main?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}
const manifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** Packs a package and lays it out in the empty project as npm would, with the dependencies it declares and no others. */
function install(folder: string): { name: string; files: string[] } {
  const options = { cwd: folder, encoding: 'utf8' as const };
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', project], options);
  const [{ filename, files }] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }];
  const { name, dependencies = {} } = manifest(folder);
  const target = join(project, 'node_modules', name);
  mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xzf', join(project, filename), '-C', target, '--strip-components=1']);
  for (const dependency of Object.keys(dependencies).filter((other) => !other.startsWith('@indexlab/'))) {
    const link = join(target, 'node_modules', dependency);
    mkdirSync(dirname(link), { recursive: true });
    const own = join(folder, 'node_modules', dependency);
    symlinkSync(existsSync(own) ? own : join(root, 'node_modules', dependency), link);
  }
  return { name, files: files.map(({ path }) => path) };
}

test('every package packs without tests and with its licence, and is imported in a project of its own', () => {
  const packed = folders.filter((folder) => existsSync(join(folder, 'package.json'))).map(install);
  for (const { name, files } of packed) {
    expect(
      files.filter((file) => /\.test\.|\.testing\.|tsbuildinfo/.test(file)),
      name,
    ).toEqual([]);
    expect(
      files.some((file) => /^(LICENSE|NOTICE\.md)$/.test(file)),
      name,
    ).toBe(true);
  }
  const names = packed.map(({ name }) => name).filter((name) => name !== '@indexlab/data');
  const program = `for (const name of ${JSON.stringify(names)}) if (Object.keys(await import(name)).length === 0) throw name;
    const { loadTable } = await import('@indexlab/adapters');
    console.log(loadTable('internet-plus-2016/cities').table.rowCount);`;
  const options = { cwd: project, encoding: 'utf8' as const };
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', program], options).trim()).toBe('351');
});
