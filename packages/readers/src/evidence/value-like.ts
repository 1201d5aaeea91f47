import { parseNumber } from '../columns/parse-number.js';
import { splitFlag } from './flagged-cell.js';

const money = /^[$€£¥￥]\s?[\d,]+(\.\d+)?$/;
/** A number with a magnitude or a bound that is open, and what programs print for no number. */
const loose = /^[+-]?\d[\d.,]*\s?(?:[十百千万亿]+|[kKmMbB]n?|\+)$|^[+-]?inf(?:inity)?$/i;

/**
 * Whether a text is one that stands where a number does: a number under either decimal mark, money, digits, a number with a
 * flag, in brackets or with a magnitude, a bound, a flagged mark. Letters alone are none: they are names as well.
 */
export function isValueLike(text: string): boolean {
  if (parseNumber(text, '.') || parseNumber(text, ',') || /^\d+$/.test(text) || money.test(text)) return true;
  if (loose.test(text)) return true;
  const flagged = splitFlag(text);
  return flagged !== null && !(flagged.kind === 'missing' && flagged.letters);
}
