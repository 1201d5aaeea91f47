import { nearestNames } from '@indexlab/core';
import { gazetteer, type Place } from './gazetteer.js';
import { groupNames } from './place-groups.js';
import { wholeWith } from './parts-of-wholes.js';
import { isChinese, simplifiedName } from './place-key.js';
import { placeRows } from './place-rows.js';
import { meets, type PlaceContext, resolvePlace } from './resolve-place.js';

/**
 * The places that a misspelt name may mean, nearest first: the one that holds a city of this name which the gazetteer does
 * not list (Taiwan for 台北); those that sound alike; those with half of the characters in their places, by how near they
 * sound; in English and pinyin those that differ by a few letters.
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
  const whole = wholeWith(plain);
  const found = [
    ...candidates.filter(({ code }) => code === whole),
    ...(isChinese(name)
      ? [
          ...soundingAlike(plain, candidates),
          ...sharingCharacters(plain, candidates),
          ...spelledAlike(plain, candidates, namesInChinese, limit),
        ]
      : spelledAlike(plain, candidates, namesInLetters, limit)),
  ];
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

/** Places with at least half of the characters in their places, from either end, the nearest in sound first. */
function sharingCharacters(name: string, places: readonly Place[]): Place[] {
  const sound = soundOf(name);
  return places
    .flatMap((place) => {
      const near = namesInChinese(place).filter((each) => 2 * shared(name, each) >= Math.max(name.length, each.length));
      const distances = near.map((each) => edits(sound, soundOf(each)) - shared(name, each));
      return near.length === 0 ? [] : [{ place, distance: Math.min(...distances) }];
    })
    .sort((a, b) => a.distance - b.distance)
    .map(({ place }) => place);
}

/** How many characters two names have in the same places, counted from their beginnings or from their ends. */
function shared(one: string, other: string): number {
  const fromStart = [...one].filter((character, at) => character === other[at]).length;
  const shift = other.length - one.length;
  const fromEnd = [...one].filter((character, at) => character === other[at + shift]).length;
  return Math.max(fromStart, fromEnd);
}

/** How many letters must be put in, taken out or changed. */
function edits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[other.length]!;
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
