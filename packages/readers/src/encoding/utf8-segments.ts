/** Pieces of a text between ASCII delimiters that hold more than ASCII: where they are UTF-8, and where they are not. */
export interface Utf8Segments {
  /** Pieces that are UTF-8 and hardly anything else. */
  readonly whole: SegmentCount;
  readonly broken: SegmentCount;
}

interface SegmentCount {
  readonly count: number;
  /** The first lines they stand in, counted from 1. */
  readonly lines: readonly number[];
}

const listed = 10;
const isDelimiter = (byte: number): boolean => byte < 0x30 || byte === 0x3b;
const isSmallLetter = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x61 && byte <= 0x7a;

/**
 * Goes through a text piece by piece, because a file may be in two encodings. No byte of a longer character is below 30
 * in any encoding of this kind, so such bytes part it safely. Two bytes that are a letter of UTF-8 may be a character of
 * GB18030 as well: they count when the second is none there, or when a small letter stands beside them.
 */
export function utf8Segments(bytes: Uint8Array): Utf8Segments {
  const whole = { count: 0, lines: [] as number[] };
  const broken = { count: 0, lines: [] as number[] };
  let line = 1;
  let [isBroken, isSure] = [false, false];
  for (let at = 0; at <= bytes.length; ) {
    const byte = bytes[at] ?? 10;
    if (byte > 0x7f) {
      const length = sequenceLength(bytes, at);
      if (length === 0) isBroken = true;
      else if (length > 2 || bytes[at + 1]! < 0xa1 || isSmallLetter(bytes[at - 1]) || isSmallLetter(bytes[at + 2]))
        isSure = true;
      at += Math.max(1, length);
      continue;
    }
    if (isDelimiter(byte)) {
      const found = isBroken ? broken : isSure ? whole : null;
      if (found) {
        found.count += 1;
        if (found.lines.length < listed && found.lines.at(-1) !== line) found.lines.push(line);
      }
      isBroken = isSure = false;
      if (byte === 10 || (byte === 13 && bytes[at + 1] !== 10)) line += 1;
    }
    at += 1;
  }
  return { whole, broken };
}

/** The bytes of the character of UTF-8 that begins at a place; 0 when none does. */
function sequenceLength(bytes: Uint8Array, at: number): 0 | 2 | 3 | 4 {
  const lead = bytes[at]!;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  for (let next = 1; next < length; next += 1) if ((bytes[at + next]! & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1]!;
  const isOutside =
    (lead === 0xe0 && second < 0xa0) ||
    (lead === 0xed && second > 0x9f) ||
    (lead === 0xf0 && second < 0x90) ||
    (lead === 0xf4 && second > 0x8f);
  return isOutside ? 0 : length;
}
