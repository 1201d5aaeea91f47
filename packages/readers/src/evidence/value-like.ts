import { parseNumber, printedMinus } from '../columns/parse-number.js';
import { splitFlag } from './flagged-cell.js';

const about = '(?:[~∼≈≃±]|ca\\.?|circa|approx\\.?|about|etwa|rund|env\\.?|约|約)';
const currency =
  '(?:[$€£¥￥₹₩₽₺₴₪฿]|US\\$|R\\$|EUR|Euro|USD|GBP|CHF|Fr\\.?|JPY|CNY|RMB|INR|Rs\\.?|PLN|zł|SEK|NOK|DKK|kr\\.?|CZK|Kč|HUF|Ft|元)';
const beside = new RegExp(
  `^([+\\-${printedMinus}]?)\\s?(?:${about}\\s?)?(?:${currency}\\s?)?([+\\-${printedMinus}]?[\\d.,][\\d.,' \\u00a0\\u2009\\u202f’]*?)\\s?${currency}?$`,
  'u',
);
/** Lakhs and crores: 1,25,41,302. */
const indian = /^[+-]?\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/;
/** A number with a magnitude, a bound that is open or a minus behind, as accounts print it, and what programs print for no number. */
const loose = /^[+-]?\d[\d.,]*\s?(?:[十百千万亿]+|[kKmMbB]n?|[+\u2212-])$|^[+-]?inf(?:inity)?$/i;

/**
 * Whether a text is one that stands where a number does: a number under either decimal mark, money, digits, a number with a
 * flag, in brackets or with a magnitude, a bound, a flagged mark. Letters alone are none: they are names as well.
 */
export function isValueLike(text: string): boolean {
  if (parseNumber(text, '.') || parseNumber(text, ',') || /^\d+$/.test(text)) return true;
  if (isNumberBeside(text)) return true;
  if (loose.test(text)) return true;
  const flagged = splitFlag(text);
  return flagged !== null && !(flagged.kind === 'missing' && flagged.letters);
}

/** A number with a currency or a word for "about" beside it, or grouped as in India. */
function isNumberBeside(text: string): boolean {
  if (text.length > 40 || !/\d/.test(text)) return false;
  if (indian.test(text)) return true;
  const token = beside.exec(text)?.[2];
  return token !== undefined && token !== text && (indian.test(token) || isNumber(token));
}

function isNumber(token: string): boolean {
  return parseNumber(token, '.') !== null || parseNumber(token, ',') !== null;
}

/**
 * What stands behind the numbers of all texts, where it is one and the same (12.5 kg); `null` where it differs, or where it
 * makes names of them: years, months, ranks.
 */
export function sharedUnit(texts: readonly string[]): string | null {
  let unit: string | null = null;
  for (const text of texts) {
    const [, token, found] = /^([+-]?\d[\d.,]*(?<![.,]))\s+([^\d\s]{1,12})$/u.exec(text) ?? [];
    if (token === undefined || !isNumber(token) || (unit !== null && found !== unit)) return null;
    unit = found!;
  }
  return unit === null || /^[年月日号级届]$/.test(unit) || new Set(texts).size < 2 ? null : unit;
}
