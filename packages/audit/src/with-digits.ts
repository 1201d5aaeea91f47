import { type NumberColumn, printedDecimals } from '@indexlab/core';

/** The most significant digits that a stored number is taken to have been given with; more are those of its arithmetic. */
const givenDigits = 12;

/**
 * A column with the decimals of its printed digits, or, where it carries none (a sheet, JSON), of the shortest digits that
 * give the stored number, at most twelve significant ones.
 */
export function withDigits(column: NumberColumn): NumberColumn & { readonly decimals: Int8Array } {
  const { decimals } = column;
  return { ...column, decimals: decimals ?? Int8Array.from(column.values, decimalsOf) };
}

function decimalsOf(value: number): number {
  if (!Number.isFinite(value)) return 0;
  const token = String(Number(value.toPrecision(givenDigits)));
  const [mantissa = '', exponent = '0'] = token.split('e');
  return Math.min(100, Math.max(0, printedDecimals(mantissa) - Number(exponent)));
}
