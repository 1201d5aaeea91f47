export { bootstrap, type Bootstrap, bootstrapBatch, type BootstrapOptions } from './bootstrap.js';
export type { Statistic } from './statistic.js';
export { bcaInterval, percentileInterval } from './bootstrap-interval.js';
export { jackknife, type Jackknife } from './jackknife.js';
export {
  permutationBatch,
  permutationTest,
  type PermutationTest,
  type PermutationTestOptions,
} from './permutation-test.js';
