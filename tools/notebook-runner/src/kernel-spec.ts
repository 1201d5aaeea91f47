import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { workspaceRoot } from './workspace-root.js';

/** What notebooks say about their kernel. */
export const kernelName = { name: 'tslab', display_name: 'TypeScript (workspace)', language: 'typescript' } as const;

/** The command that starts this workspace's kernel on a connection file. */
export function kernelCommand(connectionFile: string): string[] {
  const tslab = dirname(createRequire(import.meta.url).resolve('tslab/package.json'));
  return [process.execPath, join(tslab, 'bin', 'tslab'), 'kernel', '--config-path', connectionFile];
}

/**
 * Writes the kernel specification that Jupyter reads when JUPYTER_PATH names the folder `.jupyter`.
 *
 * It holds absolute paths, so it is written anew on each machine and not committed.
 *
 * @param root the workspace's folder
 * @returns the folder for JUPYTER_PATH
 */
export function writeKernelSpec(root: string = workspaceRoot): string {
  const jupyterPath = join(root, '.jupyter');
  const folder = join(jupyterPath, 'kernels', kernelName.name);
  mkdirSync(folder, { recursive: true });
  const { display_name, language } = kernelName;
  const specification = { argv: kernelCommand('{connection_file}'), display_name, language };
  writeFileSync(join(folder, 'kernel.json'), `${JSON.stringify(specification, null, 1)}\n`);
  return jupyterPath;
}
