import type { Table } from '@indexlab/core';
import type { PlaceFinder } from '../place-finder.js';

/**
 * The level of the places that at least four names in five mean; at the level of cities first, where municipalities count,
 * too. Names of units of several levels, or of places elsewhere among them, are none of one level.
 */
export function places(
  units: readonly (string | null)[],
  placeOf: PlaceFinder | undefined,
): 'city' | 'province' | undefined {
  const distinct = [...new Set(units)].filter((unit) => unit !== null);
  if (placeOf === undefined || distinct.length === 0) return undefined;
  const found = (level: 'city' | 'province'): number =>
    distinct.filter((unit) => placeOf(unit, { level }).labels.length > 0).length;
  const [cities, provinces] = [found('city'), found('province')];
  if (5 * Math.max(cities, provinces) < 4 * distinct.length) return undefined;
  return cities >= provinces ? 'city' : 'province';
}

/** The column of the provinces that cities lie in. */
export function provincesBeside(table: Table): string | undefined {
  return ['province', '省份'].find((name) => table.has(name) && table.column(name).type === 'text');
}
