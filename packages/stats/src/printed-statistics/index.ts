export { printedCoefficient, type PrintedCoefficient, type PrintedCoefficientOptions } from './printed-coefficient.js';
export { printedCorrelation, type PrintedCorrelation, type PrintedCorrelationOptions } from './printed-correlation.js';
export type { BoundedNumber } from './bounded-number.js';
