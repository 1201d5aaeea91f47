export { autocorrelation } from './autocorrelation.js';
export { type ColumnDescription, type ColumnDescriptions, describeColumns } from './describe-columns.js';
export { mean } from './mean.js';
export { kurtosis, type MomentType, skewness } from './moments.js';
export { median, quantile, type QuantileType } from './quantile.js';
export { type RankOptions, ranks, type TieRule } from './ranks.js';
export { standardDeviation, variance } from './variance.js';
