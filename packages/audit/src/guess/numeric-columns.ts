import type { Table } from '@indexlab/core';
import { shareOfNumbers } from '../numbers-among-texts.js';
import { names } from './names.js';

/**
 * The columns that hold numbers: those read so, and columns of texts of which nine cells in ten are numbers, or all but
 * one (one in two, where the name says that it is what is ranked), unless they hold identifiers.
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
    const share = shareOfNumbers(column);
    if (names.value.some((pattern) => pattern.test(name))) return share >= 0.5;
    const others = (1 - share) * column.values.filter((cell) => cell !== null).length;
    return !names.texts.test(name) && (share >= 0.9 || (others < 1.5 && share >= 0.7));
  });
  return { numbers, mixed };
}
