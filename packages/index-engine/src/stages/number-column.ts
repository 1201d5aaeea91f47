import { numberIn, requireArray } from '@indexlab/core';

/**
 * A column as numbers, `NaN` where missing; a column of doubles as it is, infinities included.
 *
 * @throws IndexlabError when it is no array, or a cell of another array is no finite number
 */
export function numberColumn(values: ArrayLike<number>, caller: string, where: string): Float64Array {
  if (values instanceof Float64Array) return values;
  requireArray(values, caller, where);
  return Float64Array.from(values, (value, row) => numberIn(value, caller, () => `${where}, row ${row + 1}`));
}
