import type { NumberCell } from '../columns/cells.js';
import { unknownDigits } from '../columns/parse-number.js';
import { filledDigits, type NumberFormat, numberFormat } from './number-format.js';

/** A number format with its code, and how many digits it fills numbers up to. */
export interface Format extends NumberFormat {
  readonly code: string;
  readonly digits: number;
}

export function formatOfCode(code: string): Format {
  return { code, digits: filledDigits(code), ...numberFormat(code) };
}

/** A number that a sheet stores, as its format shows it. */
export function numberCell(stored: number, format: NumberFormat | undefined): NumberCell {
  const percent = format?.percent ?? false;
  const value = percent ? hundredfold(stored) : stored;
  const decimals = format?.decimals ?? unknownDigits;
  const shown = decimals === unknownDigits ? String(value) : value.toFixed(Math.min(100, decimals));
  return { value, decimals, unit: percent ? '%' : '', text: `${shown}${percent ? '%' : ''}` };
}

/** The same; a number that its format fills up with zeros is a code, and stands as the text that is shown: 00123. */
export function shownCell(stored: number, format: Format | undefined): NumberCell | string {
  const digits = format?.digits ?? 0;
  return digits > 0 && Number.isInteger(stored) && stored >= 0 && stored < 10 ** (digits - 1)
    ? String(stored).padStart(digits, '0')
    : numberCell(stored, format);
}

/** A hundred times a number, in its digits: `0.07 * 100` is not 7. */
function hundredfold(value: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + 2}`);
}
