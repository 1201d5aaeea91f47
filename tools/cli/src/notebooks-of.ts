import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { LedgerRow } from '@indexlab/findings';
import { workspaceRoot } from '@indexlab/notebook-runner/workspace-root';

/** A notebook that names a row. */
export interface RowNotebook {
  /** What its file's name begins with. */
  readonly name: string;
  /** From the root of the workspace. */
  readonly path: string;
  /** From the folder of the page. */
  readonly href: string;
}

/**
 * The notebook of each row that one names, in its code or in what it shows: by its own id in a notebook on its report, by
 * `<report>/<id>` in any other.
 *
 * @param out the folder that links start from
 */
export function notebooksOf(
  report: string,
  rows: readonly LedgerRow[],
  out: string = workspaceRoot,
): Map<string, RowNotebook> {
  const folder = join(workspaceRoot, 'notebooks');
  const all = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'))
    : [];
  const isOwn = (name: string): boolean => name.startsWith(`${report}/`);
  const notebooks = all.filter((name) => name.endsWith('.ipynb') && !/(^|\/)\./.test(name)).sort();
  const found = new Map<string, RowNotebook>();
  for (const name of [...notebooks.filter(isOwn), ...notebooks.filter((other) => !isOwn(other))]) {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8');
    const named = new Set(text.match(isOwn(name) ? /[a-z0-9]+(?:-[a-z0-9]+)+/gu : /[a-z0-9-]+\/[a-z0-9-]+/gu));
    const href = relative(out, path).replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
    for (const { id } of rows)
      if (!found.has(id) && named.has(isOwn(name) ? id.slice(id.indexOf('/') + 1) : id))
        found.set(id, { name: name.slice(name.lastIndexOf('/') + 1).slice(0, 2), path: `notebooks/${name}`, href });
  }
  return found;
}
