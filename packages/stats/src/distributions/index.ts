export {
  chiSquaredCumulative,
  chiSquaredQuantile,
  chiSquaredUpperQuantile,
  chiSquaredUpperTail,
} from './chi-squared.js';
export { fCumulative, fQuantile, fUpperQuantile, fUpperTail } from './f.js';
export { incompleteBeta } from './incomplete-beta.js';
export { incompleteGamma } from './incomplete-gamma.js';
export { logGamma } from './log-gamma.js';
export {
  normalCumulative,
  normalDensity,
  normalQuantile,
  normalTwoSided,
  normalUpperQuantile,
  normalUpperTail,
} from './normal.js';
export { tCumulative, tQuantile, tTwoSided, tUpperQuantile, tUpperTail } from './t.js';
