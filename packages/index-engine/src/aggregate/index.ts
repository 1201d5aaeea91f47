export type { AggregateOptions, MissingRule } from './aggregate-rows.js';
export { arithmeticMean } from './arithmetic-mean.js';
export { geometricMean } from './geometric-mean.js';
