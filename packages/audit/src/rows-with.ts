import type { NumberColumn } from '@indexlab/core';

/** The rows, of all or of some, in which every column has a value. */
export function rowsWith(columns: NumberColumn | readonly NumberColumn[], among?: Iterable<number>): number[] {
  const list = Array.isArray(columns) ? (columns as readonly NumberColumn[]) : [columns as NumberColumn];
  return [...(among ?? list[0]!.values.keys())].filter((row) => list.every(({ values }) => !Number.isNaN(values[row])));
}
