import { assertThat, didYouMean } from '@indexlab/core';
import type { WrittenMethod } from '../specification/method.js';
import { tierNodes } from '../stages/tier.js';
import type { StageColumns } from './built-index.js';

/** The scores on which tiers are made. */
export function tierColumns(written: WrittenMethod, index: string, scores: StageColumns): Float64Array[] {
  return tierNodes(written, index).map((id) => {
    assertThat(
      Object.hasOwn(scores, id),
      () => `tier requires nodes of the tree, got ${JSON.stringify(id)}`,
      didYouMean(id, Object.keys(scores), 'nodes'),
    );
    return scores[id]!;
  });
}
