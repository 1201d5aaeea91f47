/** What stands between the levels of a name, the plainest first; the last four stand inside names as well. */
const separators = [' / ', '/', ' | ', '|', ' > ', '>', ': ', '：', '.', '_', ' - ', ' '];
const alsoInsideNames = new Set(['.', '_', ' - ', ' ']);

/** Columns whose names begin alike up to a separator. */
export interface NameGroup {
  readonly group: string;
  readonly columns: readonly string[];
}

/**
 * The groups that names of several levels say, such as `base / phones`; `null` where they say none: at least two groups
 * of at least two, over half of the names, or over all where the separator may stand inside a name.
 */
export function groupNames(names: readonly string[]): NameGroup[] | null {
  for (const separator of separators) {
    const groups = new Map<string, string[]>();
    for (const name of names) {
      const end = name.indexOf(separator);
      if (end <= 0 || end + separator.length >= name.length) continue;
      const group = name.slice(0, end).trim();
      groups.set(group, [...(groups.get(group) ?? []), name]);
    }
    const shared = [...groups].filter(([, columns]) => columns.length >= 2);
    const covered = shared.reduce((count, [, columns]) => count + columns.length, 0);
    const enough = alsoInsideNames.has(separator) ? covered === names.length : covered * 2 >= names.length;
    if (shared.length >= 2 && enough) return shared.map(([group, columns]) => ({ group, columns }));
  }
  return null;
}
