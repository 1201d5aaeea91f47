import { gazetteer } from '@indexlab/adapters';

/** Places named one after another in running text. */
export interface PlaceList {
  /** Characters before it in the text (UTF-16 code units). */
  readonly offset: number;
  /** The names as printed. */
  readonly names: readonly string[];
}

/**
 * Finds lists of places in a text: two names of the gazetteer or more, joined by 、 ， 和 及 以及 or a dash.
 *
 * @example
 * placeListsIn('北京、上海和广州分列前三').map(({ names }) => names) // => [['北京', '上海', '广州']]
 */
export function placeListsIn(text: string): PlaceList[] {
  return [...text.matchAll(listPattern())].map(({ index, 0: list }) => ({
    offset: index,
    names: list.match(namePattern())!,
  }));
}

const separator = '[、，,]? ?(?:和|及|以及)? ?';

function names(): string {
  const spellings = gazetteer().places.flatMap(({ nameZh, aliases }) => [nameZh, ...aliases]);
  // A single character is a word of its own more often than the short name of a province.
  return [...new Set(spellings)]
    .filter((spelling) => spelling.length > 1)
    .sort((a, b) => b.length - a.length)
    .join('|');
}

function namePattern(): RegExp {
  return new RegExp(names(), 'gu');
}

function listPattern(): RegExp {
  return new RegExp(`(?:${names()})(?:(?=[、，,和及以])${separator}(?:${names()}))+`, 'gu');
}
