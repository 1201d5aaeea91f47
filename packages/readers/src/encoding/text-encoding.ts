import { IndexlabError, nearestNames } from '@indexlab/core';

// The platform's own classes, the same in Node and in a browser; declared here because this room uses no others.
declare const TextDecoder: new (
  encoding?: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => { decode(bytes?: Uint8Array, options?: { stream?: boolean }): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** The encodings that are found without being told. */
export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'utf-32le'
  | 'utf-32be'
  | 'gb18030'
  | 'big5'
  | 'shift_jis'
  | 'euc-jp'
  | 'euc-kr'
  | 'windows-1250'
  | 'windows-1251'
  | 'windows-1252'
  | 'windows-1253'
  | 'windows-1254'
  | 'iso-8859-2'
  | 'koi8-r'
  | 'macintosh';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const chunk = 1 << 22;

export function encodeUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function decodeUtf8(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

/** Decodes cells of UTF-8, and remembers whether one held bytes that are no text. */
export class CellDecoder {
  damaged = false;

  /** Short cells of ASCII, nearly all, are made without the platform's decoder and its fixed cost. */
  decode(bytes: Uint8Array, from: number, to: number): string {
    if (to - from > 24) return this.#decodeAny(bytes, from, to);
    let text = '';
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at]!;
      if (byte > 0x7f) return this.#decodeAny(bytes, from, to);
      text += String.fromCharCode(byte);
    }
    return text;
  }

  #decodeAny(bytes: Uint8Array, from: number, to: number): string {
    const text = utf8.decode(bytes.subarray(from, to));
    if (text.includes('\ufffd')) this.damaged = true;
    return text;
  }
}

/**
 * The text in UTF-8, without a byte order mark; decoded piece by piece, because a string of a whole large file would pass
 * the platform's limit.
 */
export function toUtf8(bytes: Uint8Array, encoding: string): Uint8Array {
  const text = encoding === 'utf-8' ? bytes : transcoded(bytes, encoding);
  return text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf ? text.subarray(3) : text;
}

function transcoded(bytes: Uint8Array, encoding: string): Uint8Array {
  const wide = /^utf-?32(le|be)$/i.exec(encoding);
  if (wide) return fromUtf32(bytes, wide[1]!.toLowerCase() === 'le');
  const decoder = decoderFor(encoding);
  const decode = (piece: Uint8Array, stream: boolean): string => {
    const text = decoder.decode(piece, { stream });
    return /^(windows-1252|latin1|iso-8859-1|ascii|us-ascii)$/i.test(encoding)
      ? text.replaceAll(/[\x80-\x9f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80]!)
      : text;
  };
  const pieces: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; from += chunk) {
    const last = from + chunk >= bytes.length;
    pieces.push(encodeUtf8(decode(bytes.subarray(from, from + chunk), !last)));
  }
  const text = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  pieces.reduce((at, piece) => (text.set(piece, at), at + piece.length), 0);
  return text;
}

/** The platform knows no encoding of four bytes. */
function fromUtf32(bytes: Uint8Array, little: boolean): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, little);
    pieces.push(code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code));
  }
  return encodeUtf8(pieces.join(''));
}

/** Bytes 80 to 9F of Windows-1252: some platforms decode them as the control characters of Latin-1. */
const windows1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/** Names of encodings that a user may state; the platform knows more of them, and other names of these. */
const encodingNames = [
  ...[
    'utf-8',
    'utf-16le',
    'utf-16be',
    'utf-32le',
    'utf-32be',
    'gb18030',
    'gbk',
    'gb2312',
    'big5',
    'shift_jis',
    'euc-jp',
  ],
  ...[
    'euc-kr',
    'windows-1250',
    'windows-1251',
    'windows-1252',
    'windows-1253',
    'windows-1254',
    'windows-1257',
    'latin1',
  ],
  ...['iso-8859-2', 'iso-8859-15', 'koi8-r', 'macintosh'],
];

/** What other programs call encodings: code pages by their numbers, and the marks of Python. */
const otherNames: Readonly<Record<string, string>> = {
  ansi: 'windows-1252',
  cp936: 'gbk',
  cp932: 'shift_jis',
  cp949: 'euc-kr',
  cp950: 'big5',
  'utf-8-sig': 'utf-8',
  'utf-8-bom': 'utf-8',
  'utf8-bom': 'utf-8',
};

function decoderFor(encoding: string): { decode(bytes: Uint8Array, options: { stream: boolean }): string } {
  try {
    return new TextDecoder(platformName(encoding), { ignoreBOM: true });
  } catch (cause) {
    throw new IndexlabError(
      `A text requires the name of an encoding, got ${JSON.stringify(encoding)} (option encoding)`,
      {
        remedy: encodingRemedy(encoding),
        cause,
      },
    );
  }
}

function encodingRemedy(encoding: string): string {
  const near = nearestNames(encoding, encodingNames);
  return `${near.length > 0 ? `Did you mean ${near.join(', ')}? ` : ''}Names that work: ${encodingNames.join(', ')}.`;
}

/** An encoding as the platform calls it. */
function platformName(encoding: string): string {
  return otherNames[encoding.toLowerCase()] ?? encoding;
}

/** Whether the bytes are valid in the encoding. */
export function isValid(bytes: Uint8Array, encoding: Encoding): boolean {
  if (encoding === 'utf-32le' || encoding === 'utf-32be')
    return bytes.length % 4 === 0 && !decodeUtf8(toUtf8(bytes, encoding)).includes('\ufffd');
  const decoder = new TextDecoder(platformName(encoding), { fatal: true });
  try {
    for (let from = 0; from < bytes.length; from += chunk)
      decoder.decode(bytes.subarray(from, from + chunk), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
