import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rendersChinese } from '@indexlab/render';
import { Kernel } from './kernel.js';
import { workspaceRoot } from './workspace-root.js';
import { findJupyter, installJupyter } from './open-lab.js';

/** One thing that the workbench needs. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** What was found or, where it is not well, what to do. */
  readonly message: string;
  /** Whether the workbench does its main job without it. */
  readonly optional: boolean;
}

/**
 * Checks what the workbench needs on this machine: Node, the built packages, the notebooks' kernel, fonts, Jupyter.
 *
 * @param root the workspace's folder
 */
export async function doctor(root: string = workspaceRoot): Promise<Check[]> {
  return [
    await check('Node', () => checkNode(root, process.version)),
    await check('packages', () => checkPackages(root)),
    await check('kernel', () => checkKernel(root)),
    await check('fonts', checkFonts),
    { ...(await check('Jupyter', checkJupyter)), optional: true },
  ];
}

/** Whether this version of Node is one that the workspace runs on. */
export function checkNode(root: string, version: string): string {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { engines: { node: string } };
  const [major, minor] = numbers(engines.node);
  const [ownMajor, ownMinor] = numbers(version);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return version;
  throw new Error(`Node ${engines.node} is needed, and this is ${version}. Install it from https://nodejs.org.`);
}

/** Whether every package has been compiled. */
export function checkPackages(root: string): string {
  const packages = ['packages', 'tools'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .map((name) => join(folder, name))
      .filter((name) => existsSync(join(root, name, 'tsconfig.json'))),
  );
  const missing = packages.filter((name) => !existsSync(join(root, name, 'dist', 'index.js')));
  if (missing.length === 0) return `${packages.length} built`;
  throw new Error(`Not built: ${missing.join(', ')}. Run "npm ci && npm run build".`);
}

async function checkKernel(root: string): Promise<string> {
  const start = performance.now();
  const kernel = await Kernel.start(root);
  try {
    const { ok, outputs } = await kernel.execute(
      "import { Table } from '@indexlab/core';\nnew Table([]).rowCount;",
      30,
    );
    if (!ok) throw new Error(outputs.map((output) => output.content['text']).join(''));
    await kernel.stop();
  } finally {
    await kernel.kill();
  }
  return `answers after ${((performance.now() - start) / 1000).toFixed(1)} s`;
}

async function checkFonts(): Promise<string> {
  if (await rendersChinese()) return 'Chinese is legible in pictures';
  throw new Error('Chinese is not legible in pictures. Run "npm ci", which installs the font.');
}

function checkJupyter(): string {
  const jupyter = findJupyter();
  if (jupyter) return `${jupyter.application} ${jupyter.version}`;
  throw new Error(`Not found; only "indexlab lab" needs it. ${installJupyter}`);
}

async function check(name: string, found: () => string | Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, message: await found(), optional: false };
  } catch (error) {
    return { name, ok: false, message: error instanceof Error ? error.message : String(error), optional: false };
  }
}

function numbers(version: string): [number, number] {
  const [major = '0', minor = '0'] = version.match(/\d+/g) ?? [];
  return [Number(major), Number(minor)];
}
