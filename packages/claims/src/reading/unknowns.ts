import { Exact } from '@indexlab/core';
import type { Node } from 'yaml';
import { isMap, isScalar, offsetOf, pairsOf, type Source } from './source.js';

const number = String.raw`-?\d+(?:\.\d+)?`;
const range = new RegExp(`^(${number}) to (${number})$`);

/** The quantities under `unknown:` beside `claims:`, each with the bounds that the author gives it: `0 to 1`. */
export function unknownsOf(source: Source): Map<string, readonly [Exact, Exact]> {
  const { contents } = source;
  const node = isMap(contents) ? (contents.get('unknown', true) as Node | undefined) : undefined;
  return new Map(
    (isMap(node) ? pairsOf(node) : []).flatMap(({ key, keyAt, value }) => {
      const [, low, high] = (isScalar(value) && range.exec(source.written(value))) || [];
      if (low !== undefined && high !== undefined && Number(low) <= Number(high))
        return [[key, [Exact.parse(low), Exact.parse(high)]] as const];
      source.problem(value ? offsetOf(value) : keyAt, null, `unknown.${key} requires bounds such as 0 to 100`);
      return [];
    }),
  );
}
