import type { PlaceFinder } from '@indexlab/audit';
import { gazetteer, type Place } from '../gazetteer.js';
import { gazetteerHolds } from '../gazetteer-holds.js';
import { nearestPlaces } from '../nearest-places.js';
import { resolvePlace } from '../resolve-place.js';

/**
 * The gazetteer as an audit takes it. Names are looked up once for each set of hints.
 *
 * @example
 * placeFinder()('Suzhou', { level: 'city' }) // => { code: null, labels: ['Suzhou (Jiangsu) (320500)', 'Suzhou (Anhui) (341300)'] }
 */
export function placeFinder(): PlaceFinder {
  const known = new Map<string, Map<string, ReturnType<PlaceFinder>>>();
  return (name, hints = {}) => {
    const context = `${hints.level} ${hints.province} ${hints.year}`;
    let found = known.get(context);
    if (found === undefined) known.set(context, (found = new Map()));
    let place = found.get(name);
    if (place === undefined) found.set(name, (place = find(name, hints)));
    return place;
  };
}

const find: PlaceFinder = (name, hints) => {
  const { match, ambiguous } = resolvePlace(name, hints);
  const label = ({ nameEn, code }: Place): string => `${nameEn} (${code})`;
  if (match) return { code: match.code, labels: [label(match)] };
  const labels = ambiguous.map((code) => label(gazetteer().place(code)));
  if (labels.length > 0) return { code: null, labels };
  return { code: null, labels, near: () => nearestPlaces(name, hints).map(label), holds: gazetteerHolds };
};
