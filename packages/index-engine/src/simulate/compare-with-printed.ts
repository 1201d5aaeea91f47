import { roundedInterval } from '@indexlab/core';
import { ranks as ranksOf } from '@indexlab/stats/descriptive';
import type { BuiltIndex } from '../build/built-index.js';
import type { PrintedCell, PublishedIndex } from './published-index.js';

/** How much of what is printed an index gives back. */
export interface PrintedComparison {
  readonly scores: number;
  readonly ranks: number;
  /** Printed scores that the built ones round to. */
  readonly scoresReproduced: number;
  readonly ranksReproduced: number;
  readonly missed: readonly (PrintedCell & { readonly built: number })[];
}

/**
 * Compares a built index with printed scores, to the printed digits, and with printed ranks: competition ranks, within
 * the peers of the specification's `rank`.
 *
 * @example
 * const specification = readSpecification('id: d\ntitle: D\ntree: { id: t, title: T, children: [{ id: a, title: A }] }');
 * const built = buildIndex(specification, { place: ['x', 'y'], a: [1.04, 3] });
 * compareWithPrinted(built, { units: ['x', 'y'], printed: { t: { scores: ['1.0', '3.1'] } } }).missed.length // => 1
 */
export function compareWithPrinted(built: BuiltIndex, published: PublishedIndex): PrintedComparison {
  const rowOf = new Map(built.unitNames.map((unit, row) => [unit, row]));
  const missed: (PrintedCell & { built: number })[] = [];
  let [scores, ranks] = [0, 0];
  for (const [node, { scores: tokens = [], ranks: places = [], factor = 1 }] of Object.entries(published.printed)) {
    const column = built.stages.scores[node]!;
    const own = places.some((place) => place !== null) ? ranksWithin(built, column) : column;
    published.units.forEach((unit, index) => {
      const row = rowOf.get(unit) ?? -1;
      const token = tokens[index] ?? null;
      const place = places[index] ?? null;
      const value = column[row]! * factor;
      if (token !== null) {
        scores += 1;
        const { lower, upper } = roundedInterval(token);
        const slack = 1e-12 * Math.abs(value);
        if (!(value >= lower!.toNumber() - slack && value <= upper!.toNumber() + slack))
          missed.push({ unit, node, printed: token, built: value });
      }
      if (place === null) return;
      ranks += 1;
      if (own[row] !== place) missed.push({ unit, node, printed: `rank ${place}`, built: own[row]! });
    });
  }
  const missedRanks = missed.filter(({ printed }) => printed.startsWith('rank ')).length;
  return {
    scores,
    ranks,
    scoresReproduced: scores - (missed.length - missedRanks),
    ranksReproduced: ranks - missedRanks,
    missed,
  };
}

function ranksWithin({ specification, rows, unitNames }: BuiltIndex, scores: Float64Array): Float64Array {
  const peers = specification.rank?.peers;
  const groups = peers === undefined ? unitNames.map(() => '') : rows.texts(peers);
  const result = new Float64Array(scores.length);
  for (const group of new Set(groups)) {
    const set = [...scores.keys()].filter((row) => groups[row] === group);
    const own = ranksOf(
      Float64Array.from(set, (row) => -scores[row]!),
      { ties: 'min' },
    );
    set.forEach((row, index) => (result[row] = own[index]!));
  }
  return result;
}
