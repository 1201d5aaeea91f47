import type { Table } from '@indexlab/core';
import type { FoundPlace, PlaceFinder } from '../place-finder.js';

/**
 * The level of the places that at least four names in five mean; at the level of cities first, where municipalities count,
 * too. Names of units of several levels, or of places elsewhere among them, are none of one level. Where the column is
 * called as places are, those that are nearly names of places count among them, and half are enough in Chinese.
 *
 * @param column what the column is called
 */
export function places(
  units: readonly (string | null)[],
  placeOf: PlaceFinder | undefined,
  column = '',
): 'city' | 'province' | undefined {
  const distinct = [...new Set(units)].filter((unit) => unit !== null);
  if (placeOf === undefined || distinct.length === 0) return undefined;
  const found = (level: 'city' | 'province'): number =>
    distinct.filter((unit) => placeOf(unit, { level }).labels.length > 0).length;
  const [cities, provinces] = [found('city'), found('province')];
  const most = Math.max(cities, provinces);
  if (5 * most >= 4 * distinct.length) return cities >= provinces ? 'city' : 'province';
  const inChinese = chinesePlaces.test(column);
  if (!inChinese && !(latinPlaces.test(column) && 3 * most >= distinct.length)) return undefined;
  const level = cities > provinces || !/^(?:省|prov)/i.test(column) ? 'city' : 'province';
  const judged = distinct.slice(0, mostJudged);
  const known = judged.filter((unit) => isNearPlace(placeOf(unit, { level })));
  return known.length >= (inChinese ? 0.5 : 0.8) * judged.length ? level : undefined;
}

const chinesePlaces = /^(?:城市|市名|地级市|地市|省市|省份|省|市)(?:名称?)?$/;
const latinPlaces = /^(?:city|prefecture|province)(?:[\s_.-]?name)?$/i;
/** Near names are looked for in so many names at most: it takes long. */
const mostJudged = 50;

function isNearPlace({ labels, near }: FoundPlace): boolean {
  return labels.length > 0 || (near?.().length ?? 0) > 0;
}

/** The column of the provinces that cities lie in. */
export function provincesBeside(table: Table): string | undefined {
  return ['province', '省份'].find((name) => table.has(name) && table.column(name).type === 'text');
}
