import { Exact, exactDigits, IndexlabError, type NumberColumn } from '@indexlab/core';

/**
 * The digits to write for a cell: with its printed decimals where the column carries them, otherwise the shortest that
 * give the double back; `null` for a missing one.
 */
export function printedCell({ name, values, decimals }: NumberColumn, row: number, caller: string): string | null {
  const value = values[row]!;
  if (Number.isNaN(value)) return null;
  if (!Number.isFinite(value))
    throw new IndexlabError(`${caller} requires finite numbers, got ${value} (column "${name}", row ${row + 1})`);
  const places = decimals?.[row] ?? exactDigits;
  if (Object.is(value, -0)) return `-${(0).toFixed(Math.max(0, places))}`;
  if (places === exactDigits) return String(value);
  return Math.abs(value) < 1e21 ? value.toFixed(places) : Exact.fromNumber(value).toFixed(places);
}

/** A column's header: its name, and its unit in brackets behind it, where the readers find it again. */
export function printedName(column: { readonly name: string; readonly unit?: string }): string {
  return column.unit === undefined ? column.name : `${column.name}（${column.unit}）`;
}
