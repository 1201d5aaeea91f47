import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { LedgerRow } from '@indexlab/findings';
import { workspaceRoot } from '@indexlab/notebook-runner/workspace-root';

/** The notebook of each row that one names, in its code or in what it shows; with its place from the page. */
export function notebooksOf(
  report: string,
  rows: readonly LedgerRow[],
  out: string,
): Map<string, { name: string; href: string }> {
  const folder = join(workspaceRoot, 'notebooks', report);
  const notebooks = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ipynb')) : [];
  const found = new Map<string, { name: string; href: string }>();
  for (const name of notebooks.sort()) {
    const path = join(folder, name);
    const named = new Set(readFileSync(path, 'utf8').match(/[a-z0-9]+(?:-[a-z0-9]+)+/gu));
    const href = relative(out, path).replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
    for (const { id } of rows)
      if (!found.has(id) && named.has(id.slice(id.indexOf('/') + 1))) found.set(id, { name: name.slice(0, 2), href });
  }
  return found;
}
