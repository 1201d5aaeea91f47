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

/** The values less a center, to about 32 digits. */
export function deviations(values: ArrayLike<number>, center: DoubleDouble = preciseMean(values)): DoubleColumn {
  const result = zeros(values.length);
  for (let i = 0; i < values.length; i += 1) [result.high[i], result.low[i]] = subtract([values[i]!, 0], center);
  return result;
}
