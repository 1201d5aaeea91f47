import type { Position } from './positions.js';
import type { YamlPart } from './yaml.js';

/** Where a part stands in the text or, when it does not, what would hold it. */
export type PlaceOf = (path: readonly PropertyKey[]) => Position;

/** Finds parts by their path. */
export function placeIn(whole: YamlPart, positionOf: (start: number) => Position): PlaceOf {
  return (path) => {
    let part = whole;
    for (const step of path) {
      const inner =
        part.kind === 'mapping'
          ? part.entries.find(({ key }) => key === String(step))?.value
          : part.kind === 'sequence'
            ? part.items[Number(step)]
            : undefined;
      if (!inner) break;
      part = inner;
    }
    return positionOf(part.start);
  };
}
