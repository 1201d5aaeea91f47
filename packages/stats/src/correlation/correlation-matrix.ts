import { gramMatrix } from '../linear-algebra/gram-matrix.js';

/**
 * Pearson's r of all pairs of complete columns, in plain doubles: `matrix[a * count + b]`, `NaN` where a column is
 * constant.
 */
export function correlationMatrix(columns: readonly Float64Array[]): Float64Array {
  const rows = columns[0]!.length;
  const unit = new Float64Array(columns.length * rows);
  columns.forEach((values, column) => writeUnit(values, unit.subarray(column * rows, (column + 1) * rows)));
  return gramMatrix(unit, columns.length, rows);
}

/** Writes the values less their mean, scaled to length one; `NaN` when they are all equal. */
function writeUnit(values: Float64Array, into: Float64Array): void {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += values[i]!;
  const mean = sum / n;
  let rest = 0;
  for (let i = 0; i < n; i += 1) rest += values[i]! - mean;
  rest /= n;
  let squares = 0;
  let constant = true;
  for (let i = 0; i < n; i += 1) {
    const deviation = values[i]! - mean - rest;
    into[i] = deviation;
    squares += deviation * deviation;
    if (values[i] !== values[0]) constant = false;
  }
  const scale = constant ? NaN : 1 / Math.sqrt(squares);
  for (let i = 0; i < n; i += 1) into[i]! *= scale;
}
