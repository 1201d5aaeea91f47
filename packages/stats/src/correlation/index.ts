export { adjustments, type Adjustment, adjustPValues } from './adjust-p-values.js';
export { correlate, type CorrelateOptions, type CorrelationRow, type Correlations } from './correlate.js';
export { type Correlation, correlation, type CorrelationMethod } from './correlation.js';
export {
  type CorrelationSizeCheck,
  correlationSizeCheck,
  type CorrelationSizeCheckOptions,
  type LargestUnit,
} from './correlation-size-check.js';
export { partialCorrelation, type PartialCorrelationOptions } from './partial-correlation.js';
