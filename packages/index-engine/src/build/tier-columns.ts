import { didYouMean, IndexlabError } from '@indexlab/core';
import type { WrittenMethod } from '../specification/method.js';
import { tierNodes } from '../stages/tier.js';
import type { StageColumns } from './built-index.js';

/** The scores on which tiers are made. */
export function tierColumns(written: WrittenMethod, index: string, scores: StageColumns): Float64Array[] {
  return tierNodes(written, index).map((id) => {
    if (!Object.hasOwn(scores, id)) {
      throw new IndexlabError(`tier requires nodes of the tree, got ${JSON.stringify(id)}`, {
        remedy: didYouMean(id, Object.keys(scores), 'nodes'),
      });
    }
    return scores[id]!;
  });
}
