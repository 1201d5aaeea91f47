import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { IndexlabError } from '@indexlab/core';
import { endWithProcess } from './end-with-process.js';

/**
 * Writes a file as a whole or not at all: into a temporary file beside it, which then takes its name. Whoever reads the
 * file meanwhile, or after a kill, finds the last good state. A link stays a link: what it leads to is written. Ctrl-C waits
 * until nothing temporary is left.
 *
 * @throws IndexlabError when the file cannot be written; nothing is changed then
 *
 * @example
 * writeFile(`${process.cwd()}/out/example/scores.csv`, 'unit,score\nA,1\n') // => undefined
 */
export function writeFile(path: string, content: string | Uint8Array): void {
  writeFiles([[path, content]]);
}

/**
 * Writes several files that belong together: all are written under temporary names before the first takes its own, so that
 * a full disk or an interruption leaves all of them as they were. Folders are made as needed.
 *
 * @throws IndexlabError when one of them cannot be written; none is changed then
 *
 * @example
 * const folder = `${process.cwd()}/out/example`;
 * writeFiles([[`${folder}/scores.csv`, 'unit,score\nA,1\n'], [`${folder}/nodes.csv`, 'id\nindex\n']]) // => undefined
 */
export function writeFiles(files: readonly (readonly [path: string, content: string | Uint8Array])[]): void {
  const staged: { path: string; temporary: string }[] = [];
  const release = holdSignals();
  try {
    for (const [path, content] of files) {
      attempt(path, () => {
        const target = targetOf(path);
        const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString('hex')}.tmp`);
        staged.push({ path: target, temporary });
        writeTemporary(temporary, content, modeOf(target));
      });
    }
    for (const { path, temporary } of staged) attempt(path, () => renameSync(temporary, path));
  } finally {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
    release();
  }
}

/** Has the process end on a signal only when what runs now is done; what it returns lets go again, once signals were heard. */
function holdSignals(): () => void {
  const letGo = endWithProcess(() => undefined);
  return () => setImmediate(letGo);
}

/** The file that a path leads to, through links; its folder is made where there is none. */
function targetOf(path: string): string {
  makeFolder(dirname(path));
  if (statSync(path, { throwIfNoEntry: false })) return realpathSync(path);
  if (lstatSync(path, { throwIfNoEntry: false })) throw Object.assign(new Error(), { code: 'ELINK' });
  return path;
}

/** Level by level: made at once, a folder that can never be makes Node search for ever. */
function makeFolder(folder: string): void {
  const isThere = (): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isThere()) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isThere()) throw error;
  }
}

function modeOf(path: string): number | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  return found?.mode;
}

function writeTemporary(path: string, content: string | Uint8Array, mode: number | undefined): void {
  const file = openSync(path, 'wx', mode);
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const reasons: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  ENOSPC: ['the disk is full', 'Make room, or write to another disk.'],
  EDQUOT: ['the quota is used up', 'Make room, or write to another disk.'],
  EROFS: ['the disk is read-only', 'Write to another folder.'],
  EACCES: ['there is no permission to write there', 'Write to another folder, or change its permissions.'],
  EPERM: ['there is no permission to write there', 'Write to another folder, or change its permissions.'],
  EISDIR: ['a folder has that name', 'Choose another name.'],
  ENOTDIR: ['a part of the path is a file', 'Choose another folder.'],
  EEXIST: ['a part of the path is a file', 'Choose another folder.'],
  ENOENT: ['its folder cannot be made', 'Choose another folder.'],
  ELINK: ['it is a link that leads nowhere', 'Take the link away, or make what it leads to.'],
  ENAMETOOLONG: ['the name is too long', 'Choose a shorter name.'],
};

function attempt(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const { code = 'unknown', message } = error as NodeJS.ErrnoException;
    const [reason, remedy] = reasons[code] ?? [message, undefined];
    throw new IndexlabError(`${path} cannot be written: ${reason} (${code}); nothing was changed`, {
      ...(remedy !== undefined && { remedy }),
      cause: error,
    });
  }
}
