import { IndexlabError } from '@indexlab/core';
import { cellName, type ColumnPlace } from './finite.js';

/**
 * A column as numbers, `NaN` where missing (`null`, `undefined`, `NaN` or an empty text); a column of doubles as it is,
 * without a copy. Nothing that is no number is read as one: truth values, texts, dates and big integers are refused.
 */
export function readColumn(values: ArrayLike<unknown>, place: ColumnPlace): Float64Array {
  if (values instanceof Float64Array) return values;
  const numbers = new Float64Array(values.length);
  for (let row = 0; row < numbers.length; row += 1) {
    const value = values[row];
    numbers[row] = typeof value === 'number' ? value : missing(value, place, row);
  }
  return numbers;
}

function missing(value: unknown, place: ColumnPlace, row: number): number {
  if (value === null || value === undefined || value === '') return NaN;
  const shown = typeof value === 'string' ? JSON.stringify(value) : String(value);
  throw new IndexlabError(`${place.caller} requires numbers, got ${shown} (${cellName(place, row)})`, {
    ...(typeof value === 'boolean' && { remedy: 'Write 1 and 0 where truth values are meant as numbers.' }),
  });
}
