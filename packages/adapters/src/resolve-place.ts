import { IndexlabError } from '@indexlab/core';
import { gazetteer, type Place, type PlaceLevel } from './gazetteer.js';
import { isChinese, keyOf, simplifiedName } from './place-key.js';
import { placeRows } from './place-rows.js';

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
  /** What a reader should know: the name is a former one, the unit is no more, or was not in force in that year. */
  readonly note?: string;
}

/**
 * Finds the unit that a name means; never guesses.
 *
 * Names are the code, the official Chinese name, every spelling in `data/places/aliases.csv`, and the English name with
 * or without what the unit is ("Jilin City", "Guangdong Province") and with or without its province ("Suzhou (Anhui)",
 * "Suzhou, Anhui", 安徽省宿州市). A name that is none of these may be pinyin. Case, tone marks, apostrophes, hyphens and
 * blanks do not count; a name in traditional characters is read in simplified ones. When a unit and its successor have one
 * name and no year is given, the successor is meant.
 *
 * A unit that is no more is found with a note. One that ended before 2015 is none of the gazetteer: its name means the units
 * that it became part of, and the note says so.
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
 * resolvePlace('Huhehaote').match?.nameEn // => 'Hohhot'
 * @example
 * resolvePlace('Atlantis') // => { query: 'Atlantis', match: null, ambiguous: [] }
 */
export function resolvePlace(name: string, context: PlaceContext = {}): PlaceResolution {
  const province = context.province === undefined ? undefined : provinceCode(context.province);
  const within = { ...context, province };
  const found = candidatesOf(name, within);
  if (found.length > 0) return resolution(name, found, noteOn(found, name, within));
  const simple = isChinese(name) ? simplifiedName(name) : name;
  if (simple !== name) {
    const read = candidatesOf(simple, within);
    if (read.length > 0) return resolution(name, read, joined(`read as ${simple}`, noteOn(read, simple, within)));
  }
  return formerly(name, simple, within);
}

function resolution(query: string, found: readonly Place[], note: string | undefined): PlaceResolution {
  return {
    query,
    match: found.length === 1 ? found[0]! : null,
    ambiguous: found.length > 1 ? found.map(({ code }) => code).sort() : [],
    ...(note !== undefined && { note }),
  };
}

function candidatesOf(name: string, context: PlaceContext): Place[] {
  const found = candidatesFor(keyOf(name), context);
  if (found.length > 0 || context.province !== undefined) return found;
  const [within, rest] = splitProvince(name) ?? [];
  return rest === undefined ? [] : candidatesFor(keyOf(rest), { ...context, province: within });
}

/** What is to be said of the one unit that a name means: that it is no more, or had the name before. */
function noteOn(found: readonly Place[], name: string, { year }: PlaceContext): string | undefined {
  const [place] = found;
  if (place === undefined || found.length > 1 || year !== undefined) return undefined;
  if (place.until !== null) return ended(place);
  const key = keyOf(name);
  const event = place.history.find(
    ({ event: kind, nameBefore }) =>
      kind === 'renamed' && nameBefore !== null && [nameBefore, nameBefore.slice(0, -1)].includes(key),
  );
  return event && `${event.note} in ${event.year}`;
}

function ended({ until, successor, history }: Place): string {
  const event = history.find(({ year }) => year === until! + 1);
  const { nameZh, nameEn, code } = gazetteer().place(successor!);
  const what = event?.note ?? `continued by ${nameEn} (${code})`;
  return `no unit since ${until! + 1}: ${what}; today ${nameZh} ${nameEn} (${code})`;
}

/** A name that no unit in question has: of units in force in other years, or of one that ended before 2015. */
function formerly(query: string, name: string, context: PlaceContext): PlaceResolution {
  const { year, ...always } = context;
  const others = year === undefined ? [] : candidatesOf(name, always);
  if (others.length > 0) {
    const spans = others.map((place) => `${place.nameZh} (${place.code}) ${inForce(place)}`);
    return resolution(query, [], `not in force in ${year}: ${spans.join(', ')}`);
  }
  const key = keyOf(name);
  const former = formerUnits().find(({ nameZh, nameEn }) =>
    [nameZh!, nameZh!.replace(/(市|地区)$/, ''), keyOf(nameEn!)].includes(key),
  );
  if (former === undefined) {
    // The name may be one of another province.
    const elsewhere = context.province === undefined ? [] : candidatesOf(name, { ...context, province: undefined });
    const where = elsewhere.map((place) => {
      const { nameZh, nameEn } = gazetteer().place(place.province);
      return `${place.nameZh} (${place.code}) is in ${nameZh} ${nameEn}`;
    });
    return resolution(query, [], where.length > 0 ? where.join(', ') : undefined);
  }
  const heirs = former
    .successors!.split(' ')
    .map((code) => gazetteer().place(code))
    .filter((place) => meets(place, context));
  return resolution(query, heirs, `${former.nameZh} ${former.nameEn}: ${former.note}`);
}

function inForce({ since, until }: Place): string {
  if (until !== null) return since === null ? `until ${until}` : `from ${since} until ${until}`;
  return `since ${since}`;
}

function joined(...notes: (string | undefined)[]): string {
  return notes.filter((note) => note !== undefined).join('; ');
}

/** The units that a key means, by their names or else by their pinyin. `province` is a code. */
function candidatesFor(key: string, context: PlaceContext): Place[] {
  for (const index of [names, pinyins]) {
    const named = (index().get(key) ?? []).filter((place) => meets(place, context));
    if (named.length > 0) return named.filter(({ successor }) => !named.some(({ code }) => code === successor));
  }
  return [];
}

/** Whether a unit has the level, lies in the province (a code) and was in force in the year. */
export function meets(place: Place, { level, year, province }: PlaceContext): boolean {
  return (
    (level === undefined || (level === 'city' ? isCity(place) : place.level === level)) &&
    (province === undefined || place.province === province) &&
    (year === undefined || ((place.since ?? -Infinity) <= year && year <= (place.until ?? Infinity)))
  );
}

/** Splits 安徽省宿州市 and "Suzhou, Anhui" into the code of the province and the rest. */
function splitProvince(name: string): [province: string, rest: string] | undefined {
  const [first, second] = name.split(/[,，]/);
  if (second !== undefined) {
    const { match } = resolvePlace(second, { level: 'province' });
    return match ? [match.code, first!] : undefined;
  }
  const key = keyOf(name);
  const found = provincePrefixes().find(([, spelling]) => key.startsWith(spelling));
  return found && [found[0], key.slice(found[1].length)];
}

let prefixes: readonly (readonly [code: string, spelling: string])[] | undefined;

/** Chinese spellings of the provinces, the longest first. */
function provincePrefixes(): NonNullable<typeof prefixes> {
  return (prefixes ??= gazetteer()
    .places.filter(({ level }) => level === 'province')
    .flatMap(({ code, nameZh, aliases }) => [nameZh, ...aliases].map((spelling) => [code, spelling] as const))
    .filter(([, spelling]) => spelling.length > 1)
    .sort(([, a], [, b]) => b.length - a.length));
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

type NameIndex = ReadonlyMap<string, readonly Place[]>;

const formerUnits = once(() => placeRows('former-units'));
const names = once(() => indexBy(namesOf));
const pinyins = once(() => indexBy(pinyinOf));

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function indexBy(spellings: (place: Place) => readonly string[]): NameIndex {
  const index = new Map<string, Place[]>();
  for (const place of gazetteer().places) {
    for (const key of new Set(spellings(place).map(keyOf))) {
      const bearers = index.get(key);
      if (bearers) bearers.push(place);
      else index.set(key, [place]);
    }
  }
  return index;
}

function namesOf({ code, nameZh, nameEn, aliases }: Place): string[] {
  const bare = nameEn.replace(/ (\(.*\)|City|Prefecture)$/, '');
  return [code, nameZh, nameEn, bare, ...aliases, ...kindsOf(nameZh, 'english').map((kind) => `${bare} ${kind}`)];
}

function pinyinOf({ nameZh, pinyin }: Place): string[] {
  // ü is typed as u, v or yu.
  const spellings = pinyin.normalize('NFD').includes('u\u0308')
    ? [pinyin, withoutUmlaut(pinyin, 'v'), withoutUmlaut(pinyin, 'yu')]
    : [pinyin];
  return spellings.flatMap((spelling) => [spelling, ...kindsOf(nameZh, 'pinyin').map((kind) => `${spelling} ${kind}`)]);
}

function withoutUmlaut(pinyin: string, typed: string): string {
  return pinyin.normalize('NFD').replace(/u\u0308/g, typed);
}

/** What a unit is, by the end of its Chinese name. */
const kinds = [
  { ending: '特别行政区', english: ['SAR', 'Special Administrative Region'], pinyin: [] },
  { ending: '自治区', english: ['Autonomous Region', 'Province'], pinyin: ['zizhiqu'] },
  { ending: '自治州', english: ['Prefecture', 'Autonomous Prefecture'], pinyin: ['zhou', 'zizhizhou'] },
  { ending: '自治县', english: ['County', 'Autonomous County'], pinyin: ['xian', 'zizhixian'] },
  { ending: '地区', english: ['Prefecture'], pinyin: ['diqu'] },
  { ending: '林区', english: ['Forestry District'], pinyin: ['linqu'] },
  { ending: '省', english: ['Province'], pinyin: ['sheng'] },
  { ending: '市', english: ['City', 'Municipality'], pinyin: ['shi'] },
  { ending: '盟', english: ['League'], pinyin: ['meng'] },
  { ending: '县', english: ['County'], pinyin: ['xian'] },
] as const;

function kindsOf(nameZh: string, language: 'english' | 'pinyin'): readonly string[] {
  return kinds.find(({ ending }) => nameZh.endsWith(ending))?.[language] ?? [];
}
