import { readdirSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { didYouMean, IndexlabError, listNames, nearestNames } from '@indexlab/core';

/** What a failed read says: the reason in words, and what to do. */
type Failure = (path: string) => { readonly what: string; readonly remedy: string };

const failures: Readonly<Record<string, Failure>> = {
  ENOENT: (path) =>
    isPattern(path)
      ? { what: `got the pattern ${JSON.stringify(path)}`, remedy: `Name one file. ${filesIn(path)}` }
      : { what: `got ${JSON.stringify(path)}, which is not there`, remedy: filesIn(path) },
  ENOTDIR: (path) => ({ what: `got ${JSON.stringify(path)}, which is not there`, remedy: filesIn(path) }),
  EISDIR: (path) => ({
    what: `got the folder ${JSON.stringify(path)}`,
    remedy: `Name a file in it. ${filesIn(`${path}/*`)}`,
  }),
  EACCES: (path) => ({
    what: `got ${JSON.stringify(path)}, which this user may not read`,
    remedy: 'Ask for the right to read it, or copy it to a folder of your own.',
  }),
  EPERM: (path) => failures.EACCES!(path),
  ENAMETOOLONG: () => ({ what: 'got a name that is too long for one', remedy: 'Name a file.' }),
  ELOOP: (path) => ({
    what: `got ${JSON.stringify(path)}, a link that leads to itself`,
    remedy: 'Name the file itself.',
  }),
};

/**
 * Reads a file in one way or another; where that fails the error says why in words, and names the files that are near.
 *
 * @param what what is read, as the message calls it
 * @throws IndexlabError when the file cannot be read
 *
 * @example
 * reading('scores.csv', () => 'city,v') // => 'city,v'
 */
export function reading<T>(path: string, read: () => T, what = 'A table'): T {
  try {
    return read();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    const { what: found, remedy } = failures[code]?.(path) ?? {
      what: `got ${JSON.stringify(path)}, which the system does not give (${code || String(cause)})`,
      remedy: 'Check that it can be opened elsewhere.',
    };
    throw new IndexlabError(`${what} requires a file that can be read, ${path === '' ? 'got no name' : found}`, {
      remedy,
      cause,
    });
  }
}

function isPattern(path: string): boolean {
  return /[*?{]|\[.*\]/.test(basename(path));
}

/** The files of the folder that a path lies in: those that are called nearly so, or fit a pattern, or all. */
function filesIn(path: string): string {
  const folder = dirname(path);
  let names: string[];
  try {
    names = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name);
    const tables = names.filter((name) => /\.(?:csv|tsv|txt|xlsx?|ods|json|parquet|dta|sav)$/i.test(name));
    if (path.endsWith('/*') && tables.length > 0) names = tables;
  } catch {
    return `There is no folder ${JSON.stringify(folder)}.`;
  }
  const where = `in ${folder === '.' ? 'this folder' : JSON.stringify(folder)}`;
  if (names.length === 0) return `No file stands ${where}.`;
  if (isPattern(path)) {
    const fitting = names.filter((name) => patternOf(basename(path)).test(name));
    return fitting.length > 0 ? `Fitting files ${where}: ${listNames(fitting)}.` : `No file ${where} fits it.`;
  }
  if (nearestNames(basename(path), names).length > 0) return didYouMean(basename(path), names, `files ${where}`);
  const sameKind = names.filter((name) => extname(name) === extname(path));
  return `The files ${where} are: ${listNames(sameKind.length > 0 ? sameKind : names)}.`;
}

/** A shell's pattern as an expression. */
function patternOf(pattern: string): RegExp {
  const parts = pattern
    .replaceAll(/[.+^${}()|\\[\]]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${parts}$`);
}
