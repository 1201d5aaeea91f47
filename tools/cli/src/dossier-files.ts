import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The files of a dossier, by their paths from its folder with slashes, sorted; hidden ones are left out. */
export function dossierFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort();
}
