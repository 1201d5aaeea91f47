import { eucSibling, isAmongLetters, shiftJisShare } from './east-asian.js';
import { singleByteEncoding } from './single-byte.js';
import { type Encoding, isValid } from './text-encoding.js';
import { utf8Segments } from './utf8-segments.js';

/** An encoding, and how sure it is. */
export interface FoundEncoding {
  readonly encoding: Encoding;
  /** Others that the bytes fit about as well; none when the evidence is good. */
  readonly alternatives: readonly Encoding[];
}

/** The encoding that a text is in; see `findEncoding`. */
export function detectEncoding(bytes: Uint8Array): Encoding {
  return findEncoding(bytes).encoding;
}

/**
 * Finds the encoding of a text file: by its byte order mark; UTF-16 and UTF-32 by their zero bytes; UTF-8 by being valid;
 * otherwise among those of East Asia (GB18030, Big5, Shift-JIS, EUC-JP, EUC-KR) by the share of byte pairs that are
 * common characters of each, and among those of one byte a letter by the alphabets of the languages they serve.
 *
 * GB18030 and Big5 share most byte pairs. What tells them apart is where common characters lie: in GB2312 both
 * bytes are above A0 and the common ones start with B0 to D7; in Big5 they start with A4 to C6 and half of all second
 * bytes are below 7F.
 */
export function findEncoding(bytes: Uint8Array): FoundEncoding {
  const certain = markedEncoding(bytes) ?? unmarkedUtf(bytes);
  if (certain) return { encoding: certain, alternatives: [] };
  if (isValid(bytes, 'utf-8')) return isChineseByChance(bytes) ? legacyEncoding(bytes) : sureUtf8;
  const share = utf8Share(bytes);
  const { whole, broken } = utf8Segments(bytes);
  // Surrogates and the like are UTF-8 in shape; where two encodings compete, the one that more of the text is in is taken.
  if (share === 1) return sureUtf8;
  const legacy = legacyEncoding(bytes);
  if (share > 0.9 || (whole.count > 0 && whole.count >= broken.count))
    return { encoding: 'utf-8', alternatives: [legacy.encoding] };
  return whole.count === 0 ? legacy : { ...legacy, alternatives: [...legacy.alternatives, 'utf-8'] };
}

const sureUtf8: FoundEncoding = { encoding: 'utf-8', alternatives: [] };

function markedEncoding([a, b, c, d]: Uint8Array): Encoding | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32be' : null;
}

/**
 * Whether a text that is valid UTF-8 is rather one of GB18030: the two bytes of 联 or 通 are also a letter of UTF-8. In
 * UTF-8 Chinese takes three bytes; letters that take two stand alone among others, or have second bytes below A1 too.
 */
function isChineseByChance(bytes: Uint8Array): boolean {
  let pairs = 0;
  let runs = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at]!;
    if (lead <= 0x7f) continue;
    const trail = bytes[at + 1]!;
    if (lead > 0xdf || trail < 0xa1) return false;
    if (at === 0 || bytes[at - 1]! <= 0x7f) runs += 1;
    pairs += 1;
    at += 1;
  }
  return pairs > 0 && pairs >= 2 * runs;
}

const sampled = 1 << 16;

/** UTF-16 or UTF-32 without a mark: zero bytes, nearly all on one side (from ASCII marks and digits). */
function unmarkedUtf(bytes: Uint8Array): Encoding | null {
  const zeros = [0, 0, 0, 0];
  const length = Math.min(bytes.length, sampled) & ~3 || Math.min(bytes.length, sampled) & ~1;
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at & 3]! += 1;
  const [a = 0, b = 0, c = 0, d = 0] = zeros;
  if (bytes.length % 4 === 0 && length >= 4) {
    const quarter = length / 4;
    if (d === quarter && c >= 0.9 * quarter && a < quarter / 2) return 'utf-32le';
    if (a === quarter && b >= 0.9 * quarter && d < quarter / 2) return 'utf-32be';
  }
  const [even, odd] = [a + c, b + d];
  if (even + odd < length / 20) return null;
  if (odd > 9 * even) return 'utf-16le';
  return even > 9 * odd ? 'utf-16be' : null;
}

/** The encoding of a text that is in no form of Unicode. */
export function legacyEncoding(text: Uint8Array): FoundEncoding {
  let first = 0;
  while (text[first]! <= 0x7f) first += 1;
  const sample = text.subarray(first, first + 16 * sampled);
  const gb = pairShare(
    sample,
    (lead, trail) => trail >= 0xa1 && (commonGb(lead) || lead <= 0xa9),
    (trail) => trail >= 0x40 && trail !== 0x7f && trail !== 0xff,
  );
  const big = pairShare(
    sample,
    (lead, trail) => lead <= 0xc6 && trail <= 0xfe,
    (trail) => (trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe),
  );
  const shiftJis = shiftJisShare(sample);
  if (shiftJis > Math.max(0.8, gb, big) && isValid(text, 'shift_jis'))
    return { encoding: 'shift_jis', alternatives: [] };
  if (Math.max(gb, big) < 0.6) return singleByteEncoding(text);
  const chinese = big > gb ? 'big5' : 'gb18030';
  if (isAmongLetters(text.subarray(Math.max(0, first - 1)), chinese)) return singleByteEncoding(text);
  return eucSibling(sample) ?? { encoding: chinese, alternatives: [] };
}

const commonGb = (lead: number): boolean => lead >= 0xb0 && lead <= 0xd7;

/** The share of byte pairs that start with a high byte and are common characters; pairs that cannot be count as none. */
function pairShare(
  text: Uint8Array,
  common: (lead: number, trail: number) => boolean,
  possible: (trail: number) => boolean,
): number {
  let pairs = 0;
  let hits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const lead = text[at]!;
    if (lead <= 0x80) continue;
    const trail = text[at + 1] ?? 0;
    pairs += 1;
    if (!possible(trail)) continue;
    at += 1;
    if (lead >= 0xa1 && common(lead, trail)) hits += 1;
  }
  return pairs === 0 ? 0 : hits / pairs;
}

/** The share of multi-byte sequences that are valid UTF-8: nearly one for a file with a few broken bytes. */
function utf8Share(text: Uint8Array): number {
  let sequences = 0;
  let whole = 0;
  for (let at = 0; at < text.length; at += 1) {
    const lead = text[at]!;
    if (lead <= 0x7f) continue;
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    const tail = text.subarray(at + 1, at + length);
    sequences += 1;
    if (lead < 0xc2 || lead > 0xf4 || tail.length < length - 1 || !tail.every((byte) => (byte & 0xc0) === 0x80))
      continue;
    whole += 1;
    at += length - 1;
  }
  return sequences === 0 ? 0 : whole / sequences;
}
