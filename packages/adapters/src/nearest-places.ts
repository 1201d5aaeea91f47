import { nearestNames } from '@indexlab/core';
import { gazetteer, type Place } from './gazetteer.js';
import { groupNames } from './place-groups.js';
import { isChinese, simplifiedName } from './place-key.js';
import { placeRows } from './place-rows.js';
import { meets, type PlaceContext, resolvePlace } from './resolve-place.js';

/**
 * The places that a misspelt name may mean, nearest first: those that sound alike, then those that differ by a character
 * in Chinese, by a few letters in English or pinyin.
 *
 * @param limit how many at most
 *
 * @example
 * nearestPlaces('苏洲')[0].nameZh // => '苏州市'
 * @example
 * nearestPlaces('Guangzou')[0].nameEn // => 'Guangzhou'
 */
export function nearestPlaces(name: string, context: PlaceContext = {}, limit = 5): Place[] {
  const province = context.province && resolvePlace(context.province, { level: 'province' }).match?.code;
  const candidates = gazetteer().places.filter(
    (place) => meets(place, { ...context, province }) && (context.year !== undefined || place.until === null),
  );
  const plain = isChinese(name) ? simplifiedName(name.normalize('NFKC').replace(/\s/g, '')) : name;
  const found = isChinese(name)
    ? [...soundingAlike(plain, candidates), ...spelledAlike(plain, candidates, namesInChinese, limit)]
    : spelledAlike(plain, candidates, namesInLetters, limit);
  return [...new Set(found)].slice(0, limit);
}

/** The names of groups of places that a misspelt name may mean. */
export function nearestGroups(name: string): string[] {
  return nearestNames(isChinese(name) ? simplifiedName(name) : name, groupNames());
}

function spelledAlike(
  name: string,
  places: readonly Place[],
  namesOf: (place: Place) => readonly string[],
  limit: number,
): Place[] {
  const byName = new Map<string, Place[]>();
  for (const place of places) {
    for (const each of namesOf(place)) byName.set(each, [...(byName.get(each) ?? []), place]);
  }
  return nearestNames(name, byName.keys(), 2 * limit).flatMap((each) => byName.get(each)!);
}

function soundingAlike(name: string, places: readonly Place[]): Place[] {
  const sound = soundOf(name);
  return places.filter((place) => namesInChinese(place).some((each) => soundOf(each) === sound));
}

let syllables: ReadonlyMap<string, string> | undefined;

/** The syllables of a Chinese name, without tones. */
function soundOf(name: string): string {
  syllables ??= new Map(
    placeRows('syllables').flatMap(({ syllable, characters }) =>
      [...characters!].map((character) => [character, syllable!] as const),
    ),
  );
  return [...name].map((character) => syllables!.get(character) ?? character).join(' ');
}

function namesInChinese({ nameZh, aliases }: Place): string[] {
  return [nameZh, ...aliases].filter((alias) => alias.length > 1 && isChinese(alias));
}

function namesInLetters({ nameEn, pinyin, aliases }: Place): string[] {
  const withoutTones = pinyin.normalize('NFD').replace(/[\p{Mark}']/gu, '');
  return [nameEn.replace(/ \(.*\)$/, ''), withoutTones, ...aliases.filter((alias) => !isChinese(alias))];
}
