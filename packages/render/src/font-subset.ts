import { Buffer } from 'node:buffer';

/** What a rasteriser needs besides outlines; without layout tables texts are as wide as they were measured. */
const keptTables = ['OS/2', 'cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'post'];

/**
 * A TrueType font with the outlines of a text's characters only. Glyphs keep their numbers.
 *
 * A rasteriser that reads a font file for each text it draws is fast with a file of a few hundred kilobytes and slow
 * with the ten megabytes of a Chinese font.
 */
export function fontSubset(font: Buffer, text: string): Buffer {
  const tables = tablesOf(font);
  const outlines = outlineReader(tables);
  const wanted = new Set([0]); // the glyph that stands for a missing one
  const characters = characterMap(tables.get('cmap')!);
  for (const character of new Set(text)) addGlyph(characters(character.codePointAt(0)!), outlines, wanted);

  const glyphCount = tables.get('maxp')!.readUInt16BE(4);
  const locations = Buffer.alloc(4 * (glyphCount + 1));
  const kept: Buffer[] = [];
  let end = 0;
  for (let glyph = 0; glyph < glyphCount; glyph++) {
    locations.writeUInt32BE(end, 4 * glyph);
    if (!wanted.has(glyph)) continue;
    const outline = padded(outlines(glyph));
    kept.push(outline);
    end += outline.length;
  }
  locations.writeUInt32BE(end, 4 * glyphCount);
  const head = Buffer.from(tables.get('head')!);
  head.writeUInt16BE(1, 50); // locations are 32-bit offsets
  return fontFile(
    new Map([
      ...keptTables.map((tag) => [tag, tables.get(tag)!] as const),
      ['head', head],
      ['loca', locations],
      ['glyf', Buffer.concat(kept)],
    ]),
  );
}

/** Gives the advance width of a character in units of the font's em (1000 in Noto Sans SC). */
export function advanceWidths(font: Buffer): (character: string) => number {
  const tables = tablesOf(font);
  const characters = characterMap(tables.get('cmap')!);
  const last = tables.get('hhea')!.readUInt16BE(34) - 1;
  return (character) => tables.get('hmtx')!.readUInt16BE(4 * Math.min(last, characters(character.codePointAt(0)!)));
}

function tablesOf(font: Buffer): Map<string, Buffer> {
  const count = font.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const entry = 12 + 16 * index;
      const start = font.readUInt32BE(entry + 8);
      return [font.toString('latin1', entry, entry + 4), font.subarray(start, start + font.readUInt32BE(entry + 12))];
    }),
  );
}

/** The glyph of a code point, 0 where the font has none (format 12 of the character map). */
function characterMap(cmap: Buffer): (codePoint: number) => number {
  const starts = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.readUInt32BE(4 + 8 * index + 4));
  const map = cmap.subarray(starts.find((start) => cmap.readUInt16BE(start) === 12)!);
  const groups = Array.from({ length: map.readUInt32BE(12) }, (_, index) => {
    const group = 16 + 12 * index;
    return { first: map.readUInt32BE(group), last: map.readUInt32BE(group + 4), glyph: map.readUInt32BE(group + 8) };
  });
  return (codePoint) => {
    const group = groups.find(({ first, last }) => first <= codePoint && codePoint <= last);
    return group ? group.glyph + codePoint - group.first : 0;
  };
}

function outlineReader(tables: ReadonlyMap<string, Buffer>): (glyph: number) => Buffer {
  const [glyf, loca] = [tables.get('glyf')!, tables.get('loca')!];
  const long = tables.get('head')!.readUInt16BE(50) === 1;
  const start = (glyph: number): number => (long ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph));
  return (glyph) => glyf.subarray(start(glyph), start(glyph + 1));
}

/** Adds a glyph and those that it is composed of. */
function addGlyph(glyph: number, outlines: (glyph: number) => Buffer, wanted: Set<number>): void {
  if (wanted.has(glyph)) return;
  wanted.add(glyph);
  const outline = outlines(glyph);
  const composed = outline.length > 0 && outline.readInt16BE(0) < 0;
  for (let at = 10, more = composed; more; ) {
    const flags = outline.readUInt16BE(at);
    addGlyph(outline.readUInt16BE(at + 2), outlines, wanted);
    at += 4 + (flags & 0x1 ? 4 : 2) + (flags & 0x8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    more = (flags & 0x20) !== 0;
  }
}

function fontFile(tables: ReadonlyMap<string, Buffer>): Buffer {
  const header = Buffer.alloc(12 + 16 * tables.size);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(tables.size, 4);
  const parts: Buffer[] = [header];
  let start = header.length;
  [...tables]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .forEach(([tag, content], index) => {
      const entry = 12 + 16 * index;
      header.write(tag, entry, 'latin1');
      header.writeUInt32BE(start, entry + 8);
      header.writeUInt32BE(content.length, entry + 12);
      const part = padded(content);
      parts.push(part);
      start += part.length;
    });
  return Buffer.concat(parts);
}

function padded(content: Buffer): Buffer {
  return content.length % 4 === 0 ? content : Buffer.concat([content], content.length + 4 - (content.length % 4));
}
