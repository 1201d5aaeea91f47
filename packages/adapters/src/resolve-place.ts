import { IndexlabError } from '@indexlab/core';
import { gazetteer, type Place, type PlaceLevel } from './gazetteer.js';

/** What is known about the place beside its name. */
export interface PlaceContext {
  /** Name or code of the province that it lies in. */
  readonly province?: string | undefined;
  /** `city`: a municipality, a prefecture, or a county-level unit directly under a province. */
  readonly level?: PlaceLevel | 'city' | undefined;
  /** Only units in force at the end of this year count. */
  readonly year?: number | undefined;
}

/** The unit that a name means, if it means one. */
export interface PlaceResolution {
  readonly query: string;
  /** The unit; `null` when no unit, or more than one, has this name. */
  readonly match: Place | null;
  /** Codes of the units when there is more than one, sorted. */
  readonly ambiguous: readonly string[];
}

/**
 * Finds the unit that a name means; never guesses.
 *
 * Names are the official Chinese name, every spelling in `data/places/aliases.csv`, the English name (without regard
 * to case, with or without the province in parentheses) and the code. Blanks inside a Chinese name do not count. When
 * a unit and its successor have one name and no year is given, the successor is meant.
 *
 * @throws IndexlabError when `province` is given and is not a province
 *
 * @example
 * resolvePlace('毕节地区').match?.code // => '520500'
 * @example
 * resolvePlace('吉林') // => { query: '吉林', match: null, ambiguous: ['220000', '220200'] }
 * @example
 * resolvePlace('海南', { province: '青海省' }).match?.code // => '632500'
 * @example
 * resolvePlace('Atlantis') // => { query: 'Atlantis', match: null, ambiguous: [] }
 */
export function resolvePlace(name: string, context: PlaceContext = {}): PlaceResolution {
  const province = context.province === undefined ? undefined : provinceCode(context.province);
  const { level, year } = context;
  const named = (nameIndex().get(keyOf(name)) ?? []).filter(
    (place) =>
      (level === undefined || (level === 'city' ? isCity(place) : place.level === level)) &&
      (province === undefined || place.province === province) &&
      (year === undefined || ((place.since ?? -Infinity) <= year && year <= (place.until ?? Infinity))),
  );
  const candidates = named.filter(({ successor }) => !named.some(({ code }) => code === successor));
  return {
    query: name,
    match: candidates.length === 1 ? candidates[0]! : null,
    ambiguous: candidates.length > 1 ? candidates.map(({ code }) => code).sort() : [],
  };
}

const municipalities = ['110000', '120000', '310000', '500000'];

function isCity({ code, level }: Place): boolean {
  return level !== 'province' || municipalities.includes(code);
}

function provinceCode(name: string): string {
  const { match } = resolvePlace(name, { level: 'province' });
  if (match) return match.code;
  throw new IndexlabError(`resolvePlace requires the name or code of a province, got ${JSON.stringify(name)}`);
}

let index: Map<string, Place[]> | undefined;

function nameIndex(): ReadonlyMap<string, Place[]> {
  if (index) return index;
  index = new Map();
  for (const place of gazetteer().places) {
    const bare = place.nameEn.replace(/ (\(.*\)|City|Prefecture)$/, '');
    for (const key of new Set([place.code, place.nameZh, place.nameEn, bare, ...place.aliases].map(keyOf))) {
      index.set(key, [...(index.get(key) ?? []), place]);
    }
  }
  return index;
}

function keyOf(name: string): string {
  const trimmed = name.trim().normalize('NFC');
  return /\p{Script=Han}/u.test(trimmed) ? trimmed.replace(/\s/g, '') : trimmed.toLowerCase().replace(/\s+/g, ' ').replaceAll('’', "'");
}
