import { add, divide, type DoubleDouble, subtract } from '../linear-algebra/double-double.js';
import { type DoubleColumn, zeros } from '../linear-algebra/double-column.js';

/** The sum of finite values to about 32 digits. */
export function preciseSum(values: ArrayLike<number>): DoubleDouble {
  let sum: DoubleDouble = [0, 0];
  for (let i = 0; i < values.length; i += 1) sum = add(sum, [values[i]!, 0]);
  return sum;
}

/** The mean of finite values, at least one, to about 32 digits. */
export function preciseMean(values: ArrayLike<number>): DoubleDouble {
  return divide(preciseSum(values), [values.length, 0]);
}

/** The values less their mean, to about 32 digits; zeros where all are equal. */
export function deviations(values: ArrayLike<number>): DoubleColumn {
  return isConstant(values) ? zeros(values.length) : deviationsFrom(values, preciseMean(values));
}

/** The values less a center, to about 32 digits. */
export function deviationsFrom(values: ArrayLike<number>, center: DoubleDouble): DoubleColumn {
  const result = zeros(values.length);
  for (let i = 0; i < values.length; i += 1) [result.high[i], result.low[i]] = subtract([values[i]!, 0], center);
  return result;
}

/** Whether all values are equal. */
export function isConstant(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i += 1) if (values[i] !== values[0]) return false;
  return true;
}
