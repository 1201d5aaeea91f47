import type { Table } from '@indexlab/core';
import { shareOfNumbers } from '../numbers-among-texts.js';
import { names } from './names.js';

/**
 * The columns that hold numbers: those read so, and columns of texts of which at least three cells in four are numbers
 * (one in two, where the name says that it is what is ranked), unless they hold identifiers.
 */
export function numericColumns(table: Table): {
  readonly numbers: readonly string[];
  readonly mixed: readonly string[];
} {
  const numbers = table.columns.filter((name) => table.column(name).type === 'number' && !names.identifier.test(name));
  const mixed = table.columns.filter((name) => {
    const column = table.column(name);
    if (column.type === 'number' || names.identifier.test(name)) return false;
    if (column.values.some((cell) => cell !== null && /^\s*[+-]?0\d/.test(cell))) return false;
    return shareOfNumbers(column) >= (names.value.some((pattern) => pattern.test(name)) ? 0.5 : 0.75);
  });
  return { numbers, mixed };
}
