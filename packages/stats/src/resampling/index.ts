export { bootstrap, type Bootstrap, bootstrapBatch, type BootstrapOptions, type Statistic } from './bootstrap.js';
export { bcaInterval, percentileInterval } from './bootstrap-interval.js';
export { jackknife, type Jackknife } from './jackknife.js';
export {
  permutationBatch,
  permutationTest,
  type PermutationTest,
  type PermutationTestOptions,
} from './permutation-test.js';
