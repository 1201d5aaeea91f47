export { type Footrule, footrule } from './footrule.js';
export { type KendallW, kendallW } from './kendall-w.js';
export { type RankBiasedOverlap, rankBiasedOverlap } from './rank-biased-overlap.js';
export type { RankedList } from './ranked-list.js';
export { type TopOverlap, topOverlap } from './top-overlap.js';
