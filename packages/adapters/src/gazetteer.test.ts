import { describe, expect, test } from 'vitest';
import { gazetteer } from './gazetteer.js';
import { loadTable } from './load-table.js';

const { places, classifications, classOf } = gazetteer();

function counts(codes: readonly string[], classification: string): Record<string, number> {
  const result: Record<string, number> = {};
  for (const code of codes) result[classOf(code, classification)] = (result[classOf(code, classification)] ?? 0) + 1;
  return result;
}

describe('gazetteer', () => {
  test('has each code once, in a province that it has', () => {
    const codes = places.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code, province } of places)
      expect([code, codes.includes(province), code.slice(0, 2)]).toEqual([code, true, province.slice(0, 2)]);
  });

  test('has each English name once', () => {
    expect(new Set(places.map(({ nameEn }) => nameEn)).size).toBe(places.length);
  });

  test('knows the unit that continues each unit that is no more', () => {
    for (const { code, until, successor } of places) {
      expect([code, until === null]).toEqual([code, successor === null]);
      expect(places.some((place) => place.code === successor) || successor === null).toBe(true);
    }
  });

  test('puts each unit under a unit that it has', () => {
    for (const { code, level, parent, province } of places)
      expect([code, parent]).toEqual([code, level === 'province' ? null : province]);
  });

  test('knows the seat of all units but four', () => {
    expect(places.filter(({ seat }) => seat === null).map(({ nameZh }) => nameZh)).toEqual([
      '海东市',
      '昆玉市',
      '胡杨河市',
      '新星市',
    ]);
    for (const { code, seat } of places) {
      if (seat)
        expect([code, seat.latitude > 16 && seat.latitude < 54, seat.longitude > 73 && seat.longitude < 135]).toEqual([
          code,
          true,
          true,
        ]);
    }
    expect(gazetteer().place('430100').seat).toEqual({ latitude: 28.19, longitude: 112.98 });
  });

  test('knows what happened to a unit', () => {
    expect(gazetteer().place('520500').history).toEqual([
      { year: 2011, event: 'upgraded', nameBefore: '毕节地区', note: 'made a city' },
    ]);
    expect(
      gazetteer()
        .place('371200')
        .history.map(({ event, year }) => [event, year]),
    ).toEqual([['merged', 2019]]);
  });

  test('says of each unit that began or ended since 2015 what happened', () => {
    for (const { code, since, until, history, successor } of places) {
      const events = [
        ...history,
        ...places.filter((place) => place.code === successor).flatMap((place) => place.history),
      ];
      if (since !== null) expect([code, events.some(({ year }) => year === since)]).toEqual([code, true]);
      if (until !== null) expect([code, events.some(({ year }) => year === until + 1)]).toEqual([code, true]);
    }
  });

  test('divides the 351 cities of the 2016 report into its seven regions', () => {
    const cities = loadTable('internet-plus-2016/cities').table.texts('place').values as string[];
    expect(counts(cities, 'seven-regions')).toEqual({
      'east-china': 78,
      'south-china': 47,
      'north-china': 36,
      'northeast-china': 36,
      'southwest-china': 53,
      'central-china': 49,
      'northwest-china': 52,
    });
  });

  test('puts each province of the mainland in one class of every classification', () => {
    const provinces = places
      .filter(({ level, code }) => level === 'province' && code < '700000')
      .map(({ code }) => code);
    expect(provinces).toHaveLength(31);
    for (const { id, classes } of classifications) {
      expect([id, classes.flatMap((each) => each.provinces).sort()]).toEqual([id, provinces]);
    }
  });

  test('knows what divides the classifications of east and west', () => {
    expect(counts(['150000', '450000', '210000', '220000'], 'nbs-four-regions')).toEqual({ west: 2, northeast: 2 });
    expect(counts(['150000', '450000', '210000', '220000'], 'three-belts-2000')).toEqual({
      west: 2,
      east: 1,
      middle: 1,
    });
    expect(counts(['150000', '450000', '210000', '220000'], 'three-belts-1986')).toEqual({ middle: 2, east: 2 });
  });

  test('throws on an unknown code or classification', () => {
    expect(() => gazetteer().place('999999')).toThrow('got "999999"');
    expect(() => classOf('110000', 'tiers')).toThrow('classOf requires a classification, got "tiers"');
    expect(() => classOf('810000', 'seven-regions')).toThrow('requires a place that the classification covers');
  });
});
