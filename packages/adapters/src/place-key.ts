import { placeRows } from './place-rows.js';

/** What two spellings of one name have in common: case, tone marks, apostrophes, hyphens and blanks do not count. */
export function keyOf(name: string): string {
  const decomposed = name.normalize('NFKD');
  if (isChinese(decomposed)) return decomposed.replace(/\s/g, '');
  return decomposed.replace(/[\p{Mark}\s'’‘‑–-]/gu, '').toLowerCase();
}

export function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

let simplified: ReadonlyMap<string, string> | undefined;

/** A name with the traditional characters that names of places are written with replaced by simplified ones: 廣州 is 广州. */
export function simplifiedName(name: string): string {
  simplified ??= new Map(placeRows('traditional').map((row) => [row.traditional!, row.simplified!]));
  return [...name].map((character) => simplified!.get(character) ?? character).join('');
}
