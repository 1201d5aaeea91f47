import type { FoundEncoding } from './detect-encoding.js';
import { decodeUtf8, type Encoding, toUtf8 } from './text-encoding.js';

/** The letters beyond ASCII of languages that an encoding serves, small ones; the first encoding of equals is taken. */
const served: readonly (readonly [Encoding, readonly string[]])[] = [
  [
    'windows-1252',
    ['àâçèéêëîïôùûüœæ', 'äöüß', 'áéíñóúü', 'áâãàçéêíóôõúü', 'àèéìòùî', 'åäöæøé', 'áéíóúýðþæö', 'éëïèöü', 'àéèíïóòúüç'],
  ],
  ['windows-1250', ['ąćęłńóśźż', 'áčďéěíňóřšťúůý', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'čćđšž', 'ăâîşţșț']],
  ['iso-8859-2', ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áéíóöőúüű', 'čćđšž', 'ăâîşţ']],
  ['windows-1254', ['çğıöşüâîûİ']],
  ['macintosh', ['àâçèéêëîïôùûüœæ', 'äöüß', 'áéíñóúü', 'áâãàçéêíóôõú', 'àèéìòù', 'åäöæøé']],
  ['windows-1251', ['абвгдежзийклмнопрстуфхцчшщъыьэюяё', 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя']],
  ['koi8-r', ['абвгдежзийклмнопрстуфхцчшщъыьэюяё']],
  ['windows-1253', ['αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ']],
];

/** The letters that make most of a text where all are beyond ASCII: they tell such encodings apart. */
const frequent = new Set('оеаинтсрвлкмдпуіабыяОЕАИНТСРВЛКМДПУαοιετσνηυρπκμλςίόάέΑΟΙΕΤΣΝΗΥΡΠΚΜΛΘΔ');

/** What stands in any text: quotes, dashes, signs of money and measure. */
const marks = /[–—‘’“”„«»…•€£¥§©®°±·²³µ½¼¾№†‰\u00a0¿¡ªº×]/;

/** Encodings that fit worse by more than this are no alternatives. */
const margin = 0.1;

/**
 * The encoding of one byte a letter that fits best: the share of bytes above 7F that are letters of one language that it
 * serves, standing as letters do (no capital behind a small one, no Cyrillic or Greek beside a Latin one), or marks.
 */
export function singleByteEncoding(bytes: Uint8Array): FoundEncoding {
  const [best, ...others] = singleByteFits(bytes);
  const alternatives = others.filter(({ text, score }) => score > best.score - margin && text !== best.text);
  return { encoding: best.encoding, alternatives: alternatives.slice(0, 3).map(({ encoding }) => encoding) };
}

interface Fit {
  readonly encoding: Encoding;
  readonly text: string;
  readonly score: number;
}

/** All of them, the best first. */
export function singleByteFits(bytes: Uint8Array): [Fit, ...Fit[]] {
  const sample = bytes.subarray(0, 1 << 18);
  const found = served.map(([encoding, languages]): Fit => {
    const text = decodeUtf8(toUtf8(sample, encoding));
    return { encoding, text, score: Math.max(...languages.map((letters) => share(text, letters))) };
  });
  return found.sort((a, b) => b.score - a.score) as [Fit, ...Fit[]];
}

function share(text: string, letters: string): number {
  const alphabet = new Set(letters + letters.toUpperCase());
  const isLatin = !/[α-ωа-я]/.test(letters);
  let all = 0;
  let fits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (character <= '\x7f') continue;
    all += 1;
    const before = text[at - 1] ?? '';
    const after = text[at + 1] ?? '';
    if (marks.test(character))
      fits += /\p{L}/u.test(before) && /\p{L}/u.test(after) && !/[’·]/.test(character) ? 0 : 0.9;
    else if (alphabet.has(character)) {
      const capitalInside = /\p{Ll}/u.test(before) && /\p{Lu}/u.test(character);
      const mixed = !isLatin && (/[a-z]/i.test(before) || /[a-z]/i.test(after));
      if (!capitalInside && !mixed) fits += isLatin || frequent.has(character) ? 1 : 0.4;
    }
  }
  return all === 0 ? 0 : fits / all;
}
