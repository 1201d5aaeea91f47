import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dossierFiles } from './dossier-files.js';
import { version } from './version.js';

/**
 * How a reviewer's report was made: version, date, commit, command, and one hash of every file of the dossier. The date is
 * that of `SOURCE_DATE_EPOCH` where it is set, so that a page can be made again byte for byte.
 */
export function pageEnvironment(folder: string, command: string, commit: string | null): Record<string, string> {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  const date = epoch === undefined ? new Date() : new Date(1000 * Number(epoch));
  return {
    version: `indexlab ${version}, Node ${process.version}`,
    date: date.toISOString().slice(0, 10),
    ...(commit !== null && { commit }),
    command,
    'SHA-256 of the inputs': inputsHash(folder),
  };
}

/** The commit of a checkout, marked where files have changed since; `null` outside one. */
export function commitOf(checkout: string): string | null {
  try {
    const args = ['describe', '--always', '--dirty', '--abbrev=40', '--exclude=*'];
    return execFileSync('git', args, { cwd: checkout, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null; // no git, or no checkout
  }
}

/** One hash over the paths and contents of a dossier's files, the committed ledger left out: it is an output. */
function inputsHash(folder: string): string {
  const hash = createHash('sha256');
  for (const path of dossierFiles(folder).filter((file) => file !== 'ledger.csv'))
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(folder, path)))
      .update('\0');
  return hash.digest('hex');
}
