import { readFileSync } from 'node:fs';
import { basename, join, posix, relative } from 'node:path';
import { type Dossier } from '@indexlab/adapters';
import { strToU8, zipSync } from 'fflate';
import { dossierFiles } from './dossier-files.js';
import { quotedPath } from './quoted-path.js';

/** What an archive is made from. */
export interface ArchiveParts {
  readonly dossier: Dossier;
  /** The verdicts, as the ledger of a dossier. */
  readonly ledger: string;
  /** The reviewer's report and its tables. */
  readonly files: readonly (readonly [path: string, text: string])[];
  /** The user's own file that claims were judged with. */
  readonly user: string | null;
  /** Options that change what comes out. */
  readonly options: readonly string[];
  /** How the report was made: versions, date, commit, hash of the inputs. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * A dossier with its ledger, the editions that its claims name, the report made of it, versions and the command that makes
 * it again in the unpacked folder; the same bytes for the same input.
 */
export function reviewArchive({ dossier, ledger, files, user, options, environment }: ArchiveParts): Uint8Array {
  const entries: Record<string, Uint8Array> = {};
  const home = homeOf(dossier, dossier.folder);
  const add = (one: Dossier): void => {
    const place = posix.join(home, relative(dossier.folder, one.folder).replaceAll('\\', '/'));
    for (const path of dossierFiles(one.folder))
      entries[posix.join(place, path)] = readFileSync(join(one.folder, path));
    for (const edition of one.editions.values()) add(edition);
  };
  add(dossier);
  entries[`${home}/ledger.csv`] = strToU8(ledger);
  for (const [path, text] of files) entries[`review/${basename(path)}`] = strToU8(text);
  const withUser = user === null ? [] : ['--with', quotedPath(`with/${basename(user)}`)];
  if (user !== null) entries[`with/${basename(user)}`] = readFileSync(user);
  const command = ['indexlab review', home, ...withUser, ...options, '--out review-again'].join(' ');
  const made = Object.entries(environment).map(([term, text]) => `${term}: ${text}\n`);
  entries['COMMAND.txt'] = strToU8(
    `${command}\n\nRun it in this folder. It ends with status 0 when every verdict is that of ${home}/ledger.csv.\n\nHow review/ was made:\n${made.join('')}`,
  );
  return zipSync(entries, { mtime: new Date(Date.UTC(2000, 0, 1)) });
}

/** Where the dossier lies in the archive: as deep as its editions, which lie beside it, climb. */
function homeOf({ editions }: Dossier, from: string): string {
  const climbs = (one: Dossier): number[] => [
    relative(from, one.folder)
      .split(/[\\/]/)
      .filter((part) => part === '..').length,
    ...[...one.editions.values()].flatMap(climbs),
  ];
  const deepest = Math.max(0, ...[...editions.values()].flatMap(climbs));
  return [...Array.from({ length: Math.max(0, deepest - 1) }, () => 'folder'), 'dossier'].join('/');
}
