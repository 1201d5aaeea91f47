import { legacyEncoding } from './detect-encoding.js';
import { singleByteFits } from './single-byte.js';
import { type Encoding, isValid } from './text-encoding.js';

const mostBytes = 1 << 16;
/** Letters and marks of a language make this share of what is beyond ASCII, or it is no text of the encoding. */
const leastFit = 0.85;
/** The share where all are marks, such as € and –. */
const ofMarks = 0.9;

/**
 * The encoding that the cells are in which are no text in the encoding of the file: judged by these cells alone. `null` where
 * they are no text in another one either: bytes were lost or changed.
 */
export function encodingOfRest(bytes: Uint8Array, encoding: Encoding): Encoding | null {
  const rest = cellsOutside(bytes, encoding);
  if (rest.length === 0) return null;
  if (encoding !== 'utf-8' && isValid(rest, 'utf-8')) return 'utf-8';
  const fits = singleByteFits(rest);
  const isText = areAmongLetters(rest) || !isLatin(fits[0].encoding);
  const best = isText ? fits[0] : fits.find(({ score }) => Math.abs(score - ofMarks) < 1e-9);
  if (best && best.score >= leastFit) return best.encoding === encoding ? null : best.encoding;
  const found = legacyEncoding(rest).encoding;
  const isWide = /^(?:gb18030|big5|shift_jis|euc-)/.test(found);
  return isWide && found !== encoding && isValid(rest, found) ? found : null;
}

const isLatin = (encoding: Encoding): boolean => !/^(?:windows-125[13]|koi8-r)$/.test(encoding);

/** Whether ASCII letters stand beside those beyond it, as in words of Latin alphabets; bytes of Chinese stand alone. */
function areAmongLetters(bytes: Uint8Array): boolean {
  const beyond = bytes.filter((byte) => byte > 0x7f).length;
  const letters = bytes.filter((byte) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a).length;
  return 3 * letters >= beyond;
}

/** The pieces between ASCII delimiters that are no text in the encoding, one a line. */
function cellsOutside(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  const found: number[] = [];
  for (let from = 0; from < bytes.length && found.length < mostBytes; ) {
    let to = from;
    let isAscii = true;
    for (; to < bytes.length && !isDelimiter(bytes[to]!); to += 1) isAscii &&= bytes[to]! <= 0x7f;
    const piece = bytes.subarray(from, to);
    if (!isAscii && !isValid(piece, encoding)) found.push(...piece.subarray(0, mostBytes), 10);
    from = to + 1;
  }
  return Uint8Array.from(found);
}

const isDelimiter = (byte: number): boolean => byte < 0x30 || byte === 0x3b;
