import { cellKind, type RecordBlock } from './scan-records.js';
import type { CellDecoder } from '../encoding/text-encoding.js';

const slots = 1 << 12;
const longest = 64;

/**
 * Gives cells of a block as texts. Places, indicators and the like repeat all the time, and decoding a text costs much
 * more than comparing its bytes: texts seen before are given again.
 */
export function cellTexts(
  bytes: Uint8Array,
  quote: number,
  decoder: CellDecoder,
): (block: RecordBlock, index: number) => string | null {
  const texts: string[] = new Array<string>(slots).fill('');
  const places = new Int32Array(slots);
  const lengths = new Int32Array(slots);
  const mark = String.fromCharCode(quote);
  return ({ kinds, starts, ends }, index) => {
    const start = starts[index]!;
    const end = ends[index]!;
    const length = end - start;
    const kind = kinds[index]!;
    if (length === 0) return kind === cellKind.text ? null : '';
    if (kind === cellKind.doubled) return decoder.decode(bytes, start, end).replaceAll(mark + mark, mark);
    if (length > longest) return decoder.decode(bytes, start, end);
    let hash = length;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    const slot = (hash ^ (hash >>> 15)) & (slots - 1);
    if (lengths[slot] === length && sameBytes(bytes, places[slot]!, start, length)) return texts[slot]!;
    const text = decoder.decode(bytes, start, end);
    texts[slot] = text;
    places[slot] = start;
    lengths[slot] = length;
    return text;
  };
}

function sameBytes(bytes: Uint8Array, left: number, right: number, length: number): boolean {
  for (let at = 0; at < length; at += 1) if (bytes[left + at] !== bytes[right + at]) return false;
  return true;
}
