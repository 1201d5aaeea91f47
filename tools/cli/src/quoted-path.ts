/** A path as a shell takes it: in double quotes where it is not plain. */
export function quotedPath(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `"${path.replace(/["$`\\]/g, '\\$&')}"`;
}
