import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { findJupyter, openLab } from './open-lab.js';

const root = mkdtempSync(join(tmpdir(), 'lab-'));
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(root, { recursive: true }));

/** Puts a program on the PATH that has one Jupyter application and writes down how it is called. */
function standIn(application: string): void {
  const program = join(root, 'bin', 'jupyter');
  mkdirSync(dirname(program), { recursive: true });
  writeFileSync(
    program,
    `#!/bin/sh
if [ "$1" != ${application} ]; then exit 1; fi
if [ "$2" = --version ]; then echo 4.2; exit 0; fi
echo "$@" > "${root}/called"
echo "$JUPYTER_PATH" >> "${root}/called"
exit 5
`,
  );
  chmodSync(program, 0o755);
  vi.stubEnv('PATH', [join(root, 'bin'), process.env['PATH']].join(delimiter));
}

test.skipIf(process.platform === 'win32').each(['lab', 'notebook'])(
  'openLab opens jupyter %s with the kernel of the workspace and gives its exit status',
  async (application) => {
    standIn(application);
    vi.stubEnv('JUPYTER_PATH', '/elsewhere');
    expect(findJupyter()).toEqual({ application, version: '4.2' });
    expect(await openLab({ root, port: 8899, browser: false, args: ['--debug'] })).toBe(5);
    const [call, path] = readFileSync(join(root, 'called'), 'utf8').split('\n');
    expect(call).toBe(`${application} --port=8899 --no-browser --debug`);
    expect(path).toBe([join(root, '.jupyter'), '/elsewhere'].join(delimiter));
    const { argv, language } = JSON.parse(readFileSync(join(root, '.jupyter/kernels/tslab/kernel.json'), 'utf8')) as {
      argv: string[];
      language: string;
    };
    expect([argv[0], argv.at(-1), language]).toEqual([process.execPath, '{connection_file}', 'typescript']);
  },
);

test('openLab says how to install Jupyter where there is none', async () => {
  vi.stubEnv('PATH', join(root, 'nothing'));
  await expect(openLab({ root })).rejects.toMatchObject({
    message: expect.stringContaining('requires Jupyter'),
    remedy: expect.stringContaining('pip install jupyterlab'),
  });
});
