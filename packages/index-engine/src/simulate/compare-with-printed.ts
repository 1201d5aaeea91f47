import { requireObject, roundedInterval } from '@indexlab/core';
import type { BuiltIndex } from '../build/built-index.js';
import { peerRanks } from './peer-ranks.js';
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
  requireObject(built, 'compareWithPrinted', 'built', ['unitNames', 'stages']);
  requireObject(published, 'compareWithPrinted', 'published', ['units', 'printed']);
  const rowOf = new Map(built.unitNames.map((unit, row) => [unit, row]));
  const missed: (PrintedCell & { built: number })[] = [];
  let [scores, ranks] = [0, 0];
  const hold = (unit: string, node: string, printed: string, value: number): void => {
    scores += 1;
    if (!roundsTo(value, printed)) missed.push({ unit, node, printed, built: value });
  };
  for (const [
    node,
    { scores: first = [], repeated = [], ranks: places = [], factor = 1, summaries = [] },
  ] of Object.entries(published.printed)) {
    const column = built.stages.scores[node]!;
    for (const { statistic, by, values } of summaries) {
      const groups = by === undefined ? built.unitNames.map(() => 'all') : built.rows.texts(by);
      for (const [group, token] of Object.entries(values)) {
        const own = [...column].filter((_, row) => groups[row] === group);
        const sum = own.reduce((all, value) => all + value, 0) * factor;
        hold(`${statistic} of ${group}`, node, token, statistic === 'sum' ? sum : sum / own.length);
      }
    }
    const own = places.some((place) => place !== null) ? peerRanks(built, column) : column;
    published.units.forEach((unit, index) => {
      const row = rowOf.get(unit) ?? -1;
      const place = places[index] ?? null;
      for (const tokens of [first, ...repeated]) {
        const token = tokens[index] ?? null;
        if (token !== null) hold(unit, node, token, column[row]! * factor);
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

function roundsTo(value: number, token: string): boolean {
  const { lower, upper } = roundedInterval(token);
  const slack = 1e-12 * Math.abs(value);
  return value >= lower!.toNumber() - slack && value <= upper!.toNumber() + slack;
}
