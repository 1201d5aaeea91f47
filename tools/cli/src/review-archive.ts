import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

/** A dossier with the report made of it and the command that made it, as one ZIP file; the same bytes for the same input. */
export function reviewArchive(
  folder: string,
  files: readonly (readonly [path: string, text: string])[],
  command: string,
): Uint8Array {
  const own = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name));
  const entries: Record<string, Uint8Array> = {};
  for (const path of own.sort())
    entries[`dossier/${path.slice(folder.replace(/[\\/]+$/, '').length + 1).replaceAll('\\', '/')}`] =
      readFileSync(path);
  for (const [path, text] of files) entries[`review/${basename(path)}`] = strToU8(text);
  entries['COMMAND.txt'] = strToU8(`${command}\nindexlab 0.1.0\nNode ${process.version}\n`);
  return zipSync(entries, { mtime: new Date(Date.UTC(2000, 0, 1)) });
}
