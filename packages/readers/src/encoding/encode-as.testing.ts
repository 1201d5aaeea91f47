import type { Encoding } from './text-encoding.js';

/** The bytes of a text in an encoding, for tests; the platform only decodes, so its decoder is turned round. */
export function encodeAs(encoding: Encoding, text: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding.startsWith('utf-16')) {
    const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
    return Uint8Array.from(
      units.flatMap((unit) => (encoding === 'utf-16le' ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff])),
    );
  }
  if (encoding.startsWith('utf-32')) {
    const codes = [...text].map((character) => character.codePointAt(0)!);
    return Uint8Array.from(
      codes.flatMap((code) => {
        const bytes = [code & 0xff, (code >> 8) & 0xff, code >> 16, 0];
        return encoding === 'utf-32le' ? bytes : bytes.reverse();
      }),
    );
  }
  const table = tables.get(encoding) ?? makeTable(encoding);
  tables.set(encoding, table);
  return Uint8Array.from([...text].flatMap((character) => table.get(character) ?? [character.charCodeAt(0)]));
}

const ofTwoBytes = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'];
const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

function makeTable(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x80; lead <= 0xff; lead += 1) {
    if (!ofTwoBytes.includes(encoding)) table.set(decoder.decode(Uint8Array.of(lead)), [lead]);
    else
      for (let trail = 0x40; trail <= 0xfe; trail += 1) {
        const text = decoder.decode(Uint8Array.of(lead, trail));
        if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, [lead, trail]);
      }
  }
  if (encoding === 'windows-1252') table.set('’', [0x92]);
  return table;
}
