/** The character between a number's whole part and its fraction. */
export type DecimalMark = '.' | ',';

/** A number that a cell prints. */
export interface ParsedNumber {
  readonly value: number;
  /** Printed decimals; {@link unknownDigits} where the value cannot give its digits back. */
  readonly decimals: number;
  readonly unit: '' | '%' | '‰';
  /** Whether thousands separators were taken out. */
  readonly grouped: boolean;
}

/** In {@link ParsedNumber.decimals}: how many digits were printed cannot be told. */
export const unknownDigits = -2;

/**
 * The number that a cell prints, or `null` when it prints none.
 *
 * Accepted: a sign, thousands separators in threes (comma, space or apostrophe; a point where the decimal mark is a
 * comma), a fraction, an exponent, a percent or per mille sign behind; full-width digits and signs; a dash for a minus. The value is the
 * double nearest to the digits; `12.5%` is 12.5 with the unit `%`. Codes are no numbers: a leading zero ("010000")
 * or an integer that a double does not hold ("110101199003070000").
 *
 * @param mark the decimal mark, "." or ","
 * @param codes whether codes count as the numbers that their digits say
 *
 * @example
 * parseNumber(' 1,204.50% ') // => { value: 1204.5, decimals: 2, unit: '%', grouped: true }
 * @example
 * [parseNumber('010000'), parseNumber('n.a.')] // => [null, null]
 */
export function parseNumber(cell: string, mark: DecimalMark = '.', codes = false): ParsedNumber | null {
  if (cell.length > 400) return null;
  if (mark === '.' && bareDecimal.test(cell)) {
    const value = Number(cell);
    const decimals = cell.length - cell.indexOf('.') - 1;
    return {
      value,
      decimals: givesBack(value, decimals, cell, false) ? decimals : unknownDigits,
      unit: '',
      grouped: false,
    };
  }
  const match = numberPattern[mark].exec(needsFolding.test(cell) ? fold(cell) : cell);
  if (!match) return null;
  const [, sign, whole = '', fraction, exponent, unit = ''] = match;
  const digits = whole.replaceAll(/[^\d]/g, '');
  if ((!codes && /^0\d/.test(digits)) || (digits === '' && !fraction)) return null;
  const token = `${sign === '-' ? '-' : ''}${digits || '0'}${fraction ? `.${fraction}` : ''}`;
  const value = Number(exponent === undefined ? token : `${token}e${exponent}`);
  if (!Number.isFinite(value)) return null;
  if (!codes && fraction === undefined && exponent === undefined && !Number.isSafeInteger(value)) return null;
  const decimals = (fraction ?? '').length - Number(exponent ?? 0);
  return {
    value,
    decimals: givesBack(value, decimals, token, exponent !== undefined) ? decimals : unknownDigits,
    unit: unit as ParsedNumber['unit'],
    grouped: digits.length < whole.length,
  };
}

/** Whether the value printed with so many decimals is the token again: no digit was lost in the double. */
function givesBack(value: number, decimals: number, token: string, hasExponent: boolean): boolean {
  if (decimals < 0 || decimals > 100) return false;
  if (token.length <= 15) return true;
  if (hasExponent) return Number(value.toFixed(decimals)) === value && token.replace(/\D/g, '').length <= 17;
  const printed = value.toFixed(decimals);
  return printed === token || (value === 0 && `-${printed}` === token);
}

/** What programs write most: it spares the closer look. */
const bareDecimal = /^-?(?:0|[1-9]\d*)\.\d+$/;

const space = '[ \\u00a0\\u2009\\u202f\\u3000\\t\\r\\n]*';
const pattern = (group: string, point: string): RegExp =>
  new RegExp(
    `^${space}([+-]?)(\\d+|\\d{1,3}(?:${group}\\d{3})+|\\d{1,3}(?:[ \\u00a0\\u2009\\u202f]\\d{3})+|\\d{1,3}(?:'\\d{3})+)?` +
      `(?:${point}(\\d*))?(?:[eE]([+-]?\\d{1,3}))?${space}([%‰]?)${space}$`,
  );
const numberPattern: Record<DecimalMark, RegExp> = { '.': pattern(',', '\\.'), ',': pattern('\\.', ',') };

/** Signs and dashes that are printed for a minus: the hyphens, the figure and en dash, the true minus, small and full width. */
export const printedMinus = '\u2010-\u2013\u2212\ufe63\uff0d';
const anyMinus = new RegExp(`[${printedMinus}]`, 'g');
/** Full-width forms and other signs for a minus. */
const needsFolding = new RegExp(`[\\uff01-\\uff5e${printedMinus}]`);

function fold(cell: string): string {
  return cell
    .replaceAll(anyMinus, '-')
    .replaceAll(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}
