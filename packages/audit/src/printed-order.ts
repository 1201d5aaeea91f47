import { cellInterval, type NumberColumn } from '@indexlab/core';

/** Whether the printed digits of two cells allow one value. Rounding is monotone: to the same decimals, one value prints one token. */
export function canBeEqual(column: NumberColumn, a: number, b: number): boolean {
  if (column.values[a] === column.values[b]) return true;
  if (!column.decimals || column.decimals[a] === column.decimals[b]) return false;
  return cellInterval(column, a).meets(cellInterval(column, b));
}
