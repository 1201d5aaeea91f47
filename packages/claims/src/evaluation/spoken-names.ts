import type { Item } from './value.js';
import type { Places } from './world.js';

/** More names than these are counted. */
const most = 10;

/** Items by their names, those of places in full, in the order given; at most ten, then their number. */
export function spokenNames(items: readonly Item[], places: Places | null): string {
  const shown = items.slice(0, most).map((item) => spokenName(item, places));
  return [...shown, ...(items.length > most ? [`and ${items.length - most} more`] : [])].join(', ');
}

/** The name of a place in full, of anything else as it is printed. */
export function spokenName({ key, label }: Item, places: Places | null): string {
  const full = places?.labelOf(key);
  return full === undefined || full === key ? label : full;
}
