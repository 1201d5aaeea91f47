import { assertThat, listNames } from '@indexlab/core';

/** Names of items, the first the best; each once. */
export type RankedList = readonly (string | number)[];

/** Checks that a list has an item and none twice. */
export function requireList(list: RankedList, name: string, caller: string): void {
  assertThat(list.length > 0, () => `${caller} requires lists with at least one item, got none (${name})`);
  const seen = new Set(list);
  if (seen.size === list.length) return;
  const twice = new Set(list.filter((item, place) => list.indexOf(item) !== place));
  assertThat(
    false,
    () => `${caller} requires each item once, got ${listNames([...twice].map(String))} again (${name})`,
  );
}
