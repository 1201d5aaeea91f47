import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './data-folder.js';

/**
 * The rows of a table of `data/places`, missing as `null`. These files are written by our own script, so that a plain
 * reader serves, and a name is found without loading the readers of users' files.
 */
export function placeRows(name: string): Record<string, string | null>[] {
  const text = readFileSync(join(dataFolder(), 'places', `${name}.csv`), 'utf8');
  const [header, ...lines] = text.trimEnd().split('\n');
  const columns = cellsOf(header!);
  return lines.map((line) => {
    const cells = cellsOf(line);
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] || null]));
  });
}

function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!,
  );
}
