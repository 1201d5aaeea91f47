import { listNames, nearestNames } from '@indexlab/core';

/** More names than this are no help to read. */
const mostNames = 40;

/**
 * The remedy for an unknown name: the nearest ones, or all there are when none is near. A text can have many mistakes,
 * so that `didYouMean`, which gives both, would be long.
 */
export function suggest(name: string, names: Iterable<string>, what: string): string {
  const all = [...names];
  const near = nearestNames(name, all);
  if (near.length > 0) return `Did you mean ${near.join(', ')}?`;
  return `The ${what} are: ${all.length > mostNames ? listNames(all) : all.join(', ')}.`;
}
