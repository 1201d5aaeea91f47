import { IndexlabError } from '@indexlab/core';

/** Items such as `A=0.3` as a record. @throws IndexlabError naming an item without a name or a value */
export function pairs(option: string, items: readonly string[]): Record<string, string> {
  const entries = items.map((item) => {
    const at = item.lastIndexOf('=');
    if (at > 0 && at < item.length - 1) return [item.slice(0, at), item.slice(at + 1)] as const;
    throw new IndexlabError(`${option} requires name=value, got ${JSON.stringify(item)}`);
  });
  return Object.fromEntries(entries);
}
