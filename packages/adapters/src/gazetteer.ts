import { IndexlabError } from '@indexlab/core';
import { placeRows } from './place-rows.js';

/** `city` is what tables of cities rank: municipalities, prefectures and county-level units directly under a province. */
export type PlaceLevel = 'province' | 'prefecture' | 'county';

/** A unit of the gazetteer. */
export interface Place {
  /** The official six-digit code. */
  readonly code: string;
  readonly nameZh: string;
  /** English name; units that share one carry their province in parentheses. */
  readonly nameEn: string;
  /** Pinyin of the Chinese name without its suffix, with tones. */
  readonly pinyin: string;
  readonly level: PlaceLevel;
  /** Code of the province that it belongs to (its own code for a province). */
  readonly province: string;
  /** Code of the unit that it stands under; `null` for a province. */
  readonly parent: string | null;
  /** The seat of its government, to hundredths of a degree; `null` where no source has it. */
  readonly seat: Seat | null;
  /** The first year at whose end the unit was in force; `null` when that was before 2015. */
  readonly since: number | null;
  /** The last year at whose end the unit was in force; `null` while it still is. */
  readonly until: number | null;
  /** Code of the unit that continues it, or that it was merged into. */
  readonly successor: string | null;
  /** Other spellings that mean this unit: in Chinese, and in older romanisations. */
  readonly aliases: readonly string[];
  /** What happened to it since 2007, in order. */
  readonly history: readonly PlaceEvent[];
}

export interface Seat {
  /** Degrees north. */
  readonly latitude: number;
  /** Degrees east. */
  readonly longitude: number;
}

export interface PlaceEvent {
  readonly year: number;
  readonly event: 'founded' | 'upgraded' | 'renamed' | 'merged';
  /** The name before, where there was one. */
  readonly nameBefore: string | null;
  readonly note: string;
}

/** A named division of the provinces into classes; a unit belongs to the class of its province. */
export interface Classification {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly classes: readonly {
    readonly class: string;
    readonly classZh: string;
    readonly provinces: readonly string[];
  }[];
}

export interface Gazetteer {
  readonly places: readonly Place[];
  readonly classifications: readonly Classification[];
  /** @throws IndexlabError when no unit has this code */
  place(code: string): Place;
  /** @throws IndexlabError when the code or the classification is unknown, or the province is in none of its classes */
  classOf(code: string, classification: string): string;
}

type Row = Record<string, string | null>;

let loaded: Gazetteer | undefined;

/**
 * The gazetteer of `data/places`: provinces, prefectures and the county-level units that stand directly under a
 * province, as in force at the end of 2015 or later, with their classifications.
 *
 * @example
 * gazetteer().place('220200').nameEn // => 'Jilin City'
 * @example
 * gazetteer().classOf('220200', 'seven-regions') // => 'northeast-china'
 */
export function gazetteer(): Gazetteer {
  return (loaded ??= load());
}

function load(): Gazetteer {
  const aliases = byCodeOf(placeRows('aliases'));
  const events = byCodeOf(placeRows('history'));
  const places = placeRows('places').map(
    (row): Place => ({
      code: row.code!,
      nameZh: row.nameZh!,
      nameEn: row.nameEn!,
      pinyin: row.pinyin!,
      level: row.level as PlaceLevel,
      province: row.province!,
      parent: row.parent ?? null,
      seat: row.latitude === null ? null : { latitude: Number(row.latitude), longitude: Number(row.longitude) },
      since: row.since === null ? null : Number(row.since),
      until: row.until === null ? null : Number(row.until),
      successor: row.successor ?? null,
      aliases: (aliases.get(row.code!) ?? []).map(({ alias }) => alias!),
      history: (events.get(row.code!) ?? []).map(({ year, event, nameBefore, note }) => ({
        year: Number(year),
        event: event as PlaceEvent['event'],
        nameBefore: nameBefore!,
        note: note!,
      })),
    }),
  );
  const byCode = new Map(places.map((place) => [place.code, place]));
  const classifications = loadClassifications();

  const place = (code: string): Place => {
    const found = byCode.get(code);
    if (found) return found;
    throw new IndexlabError(`gazetteer requires the code of a place, got ${JSON.stringify(code)}`, {
      remedy: 'Resolve a name first: resolvePlace(name).',
    });
  };
  const classOf = (code: string, id: string): string => {
    const { province } = place(code);
    const classification = classifications.find((candidate) => candidate.id === id);
    if (!classification) {
      throw new IndexlabError(`classOf requires a classification, got ${JSON.stringify(id)}`, {
        remedy: `There are: ${classifications.map((known) => known.id).join(', ')}.`,
      });
    }
    const found = classification.classes.find(({ provinces }) => provinces.includes(province));
    if (found) return found.class;
    throw new IndexlabError(`classOf requires a place that the classification covers, got ${code} (${id})`);
  };
  return { places, classifications, place, classOf };
}

function loadClassifications(): Classification[] {
  const rows = placeRows('classifications');
  return placeRows('classification-sources').map(({ classification, title, source }) => {
    const members = rows.filter((row) => row.classification === classification);
    return {
      id: classification!,
      title: title!,
      source: source!,
      classes: [...new Set(members.map((row) => row.class!))].map((name) => {
        const ofClass = members.filter((row) => row.class === name);
        return { class: name, classZh: ofClass[0]!.classZh!, provinces: ofClass.map(({ code }) => code!) };
      }),
    };
  });
}

function byCodeOf(rows: readonly Row[]): Map<string, Row[]> {
  const byCode = new Map<string, Row[]>();
  for (const row of rows) byCode.set(row.code!, [...(byCode.get(row.code!) ?? []), row]);
  return byCode;
}
