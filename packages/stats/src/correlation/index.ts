export { adjustments, type Adjustment, adjustPValues } from './adjust-p-values.js';
export {
  type BandedCorrelation,
  bandedCorrelation,
  type BandedCorrelationOptions,
  type CorrelationBand,
} from './banded-correlation.js';
export {
  type CorrelationDifference,
  type CountedCorrelation,
  dependentCorrelations,
  independentCorrelations,
} from './compare-correlations.js';
export { correlate, type CorrelateOptions, type CorrelationRow, type Correlations } from './correlate.js';
export { type Correlation, correlation, type CorrelationMethod } from './correlation.js';
export {
  type CorrelationSizeCheck,
  correlationSizeCheck,
  type CorrelationSizeCheckOptions,
  type LargestUnit,
} from './correlation-size-check.js';
export { leadLag, type LeadLagRow } from './lead-lag.js';
export { partialCorrelation, type PartialCorrelationOptions } from './partial-correlation.js';
export { correctRangeRestriction } from './range-restriction.js';
export { type RatioCorrelation, ratioCorrelation, type RatioCorrelationOptions } from './ratio-correlation.js';
