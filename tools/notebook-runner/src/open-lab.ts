import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { delimiter } from 'node:path';
import { IndexlabError } from '@indexlab/core';
import { writeKernelSpec } from './kernel-spec.js';
import { workspaceRoot } from './workspace-root.js';

export interface LabOptions {
  /** The workspace's folder. */
  readonly root?: string;
  /** The folder that Jupyter shows; the workspace's by default. */
  readonly folder?: string;
  readonly port?: number;
  /** Whether Jupyter opens a browser; true by default. */
  readonly browser?: boolean;
  /** More arguments for Jupyter. */
  readonly args?: readonly string[];
}

/** A Jupyter application on this machine. */
export interface Jupyter {
  readonly application: 'lab' | 'notebook';
  readonly version: string;
}

export const installJupyter =
  'Install it with "pip install jupyterlab", or on Debian and Ubuntu with "apt install jupyter-notebook"; it must be on the PATH.';

/**
 * Opens JupyterLab, or the classic notebook where there is no Lab, with this workspace's TypeScript kernel.
 *
 * @returns Jupyter's exit status, when it has ended
 * @throws IndexlabError when there is no Jupyter
 */
export async function openLab(options: LabOptions = {}): Promise<number> {
  const { root = workspaceRoot, folder = root, port, browser = true, args = [] } = options;
  const jupyter = findJupyter();
  if (!jupyter)
    throw new IndexlabError('openLab requires Jupyter, got none on this machine', { remedy: installJupyter });
  const paths = [writeKernelSpec(root), process.env['JUPYTER_PATH']].filter((path) => path !== undefined);
  const own = [...(port === undefined ? [] : [`--port=${port}`]), ...(browser ? [] : ['--no-browser'])];
  const child = spawn('jupyter', [jupyter.application, ...own, ...args], {
    cwd: folder,
    env: { ...process.env, JUPYTER_PATH: paths.join(delimiter) },
    stdio: 'inherit',
  });
  const leave = (): void => undefined; // Ctrl-C reaches Jupyter as well, which asks before it ends.
  process.on('SIGINT', leave);
  const [status] = (await once(child, 'close')) as [number | null];
  process.off('SIGINT', leave);
  return status ?? 1;
}

/** The first of JupyterLab and the classic notebook that answers. */
export function findJupyter(): Jupyter | undefined {
  for (const application of ['lab', 'notebook'] as const) {
    const { status, stdout } = spawnSync('jupyter', [application, '--version'], { encoding: 'utf8' });
    if (status === 0) return { application, version: stdout.trim() };
  }
  return undefined;
}
