import type { Column, NumberColumn, TextColumn } from '@indexlab/core';
import { asNumbers } from './numbers-from-texts.js';

/** A dimension of a long table: years are numbers, everything else is codes and stays text. */
export function dimensionColumn(name: string, values: readonly (string | null)[]): Column {
  const column: TextColumn = { type: 'text', name, values };
  const isYears = values.length > 0 && values.every((text) => text !== null && /^(1[5-9]|20|21)\d\d$/.test(text));
  return (isYears ? asNumbers(column) : null) ?? column;
}

/** The observed values of a long table with their flags, which are left out when there is none. */
export function observedColumns(value: NumberColumn | TextColumn, flags: readonly (string | null)[]): Column[] {
  return flags.some((flag) => flag !== null)
    ? [value, { type: 'text', name: `${value.name} flag`, values: flags }]
    : [value];
}
