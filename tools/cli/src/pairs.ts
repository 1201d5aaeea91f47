import { assertThat, IndexlabError } from '@indexlab/core';

/** Items such as `A=0.3` as a record. @throws IndexlabError naming an item without a name or a value, or a name that stands twice */
export function pairs(option: string, items: readonly string[]): Record<string, string> {
  const entries = items.map((item) => {
    const at = item.lastIndexOf('=');
    if (at > 0 && at < item.length - 1) return [item.slice(0, at), item.slice(at + 1)] as const;
    throw new IndexlabError(`${option} requires name=value, got ${JSON.stringify(item)}`);
  });
  const names = entries.map(([name]) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  assertThat(twice === undefined, () => `${option} requires each name once, got ${JSON.stringify(twice)} twice`);
  return Object.fromEntries(entries);
}
