import { assertThat, type Column, exactDigits } from '@indexlab/core';
import { ofColumn, type ReadOptions } from '../read-options.js';

/** A column with the digits that the options state for it. */
export function withStatedDigits(column: Column, { decimals, exact }: ReadOptions, caller: string): Column {
  const { name } = column;
  const stated = exact?.includes(name) ? exactDigits : decimals && ofColumn(decimals, name);
  if (stated === undefined) return column;
  assertThat(
    column.type === 'number',
    () => `${caller} requires a column of numbers to state digits, got text (column "${name}")`,
  );
  assertThat(
    stated === exactDigits || (Number.isInteger(stated) && stated >= 0 && stated <= 100),
    () => `${caller} requires a number of decimals from 0 to 100, got ${stated} (column "${name}")`,
  );
  return { ...column, decimals: new Int8Array(column.values.length).fill(stated) };
}
