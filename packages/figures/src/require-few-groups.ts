import { assertThat } from '@indexlab/core';
import { palette } from './theme.js';

/** Colours are told apart up to the palette's length. */
export function requireFewGroups(caller: string, groups: readonly string[]): void {
  const count = new Set(groups).size;
  assertThat(
    count <= palette.length,
    () => `${caller} requires at most ${palette.length} groups, got ${count}`,
    'Merge the small groups, or draw one chart for each.',
  );
}
