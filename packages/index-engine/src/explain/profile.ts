import { assertThat, listNames, requireObject, requireOptions } from '@indexlab/core';
import { mean, median, standardDeviation } from '@indexlab/stats/descriptive';
import type { BuiltIndex } from '../build/built-index.js';
import { requireLevel, rivalsOf, rowOf } from './row-of.js';

/** How a unit stands among its peers in one node. */
export interface Standing {
  readonly node: string;
  readonly value: number;
  /** 1 plus the number of peers with a higher value. */
  readonly rank: number;
  /** Peers that have a value. */
  readonly peers: number;
  readonly peerMedian: number;
  /** The distance from the peers' mean in their standard deviations (n - 1); 0 where they are all equal. */
  readonly deviations: number;
}

/** Whom {@link profile} compares with. */
export interface ProfileOptions {
  /** Names of the peers; all other units by default. */
  readonly peers?: readonly string[];
  /** Which level of the tree; the indicators by default. */
  readonly level?: number;
  /** The year, for a panel. */
  readonly year?: number;
}

/**
 * Strengths and weaknesses of a unit: how it stands among its peers in each node, the greatest strength first.
 *
 * Values are scores after normalisation, so that more is better whatever the direction of the indicator.
 *
 * @returns one row per node in which the unit and at least two peers have a value
 * @throws IndexlabError when there is no such unit, peer, year or level, or there are fewer than two peers
 *
 * @example
 * const specification = readSpecification('id: d\ntitle: D\ntree: { id: t, title: T, children: [{ id: a, title: A }, { id: b, title: B }] }');
 * const built = buildIndex(specification, { place: ['x', 'y', 'z'], a: [5, 1, 3], b: [2, 3, 5] });
 * profile(built, 'x').map(({ node, rank, peerMedian }) => [node, rank, peerMedian]) // => [['a', 1, 2], ['b', 3, 4]]
 */
export function profile(built: BuiltIndex, unit: string, options: ProfileOptions = {}): Standing[] {
  requireObject(built, 'profile', 'built', ['specification', 'stages', 'unitNames']);
  requireOptions(options, 'profile', { peers: 'an array of texts', level: 'a number', year: 'a number' });
  const row = rowOf('profile', built, unit, options.year);
  const { level } = options;
  if (level !== undefined) requireLevel('profile', built, level);
  const others = rivalsOf(built, row).filter((other) => other !== row);
  const unknown = (options.peers ?? []).filter((peer) => !others.some((other) => built.unitNames[other] === peer));
  assertThat(
    unknown.length === 0,
    () => `profile requires peers that have a score beside ${unit}, got ${listNames(unknown)}`,
  );
  const peers =
    options.peers === undefined ? others : others.filter((other) => options.peers!.includes(built.unitNames[other]!));
  assertThat(peers.length >= 2, () => `profile requires at least two peers, got ${peers.length}`);

  const parents = new Set(built.nodes.map((node) => node.parent));
  return built.nodes
    .filter((node) => (level === undefined ? !parents.has(node.id) : node.level === level))
    .flatMap(({ id }) => {
      const scores = built.stages.scores[id]!;
      const value = scores[row]!;
      const values = Float64Array.from(peers, (peer) => scores[peer]!).filter((score) => !Number.isNaN(score));
      if (Number.isNaN(value) || values.length < 2) return [];
      const deviation = standardDeviation(values);
      return [
        {
          node: id,
          value,
          rank: 1 + values.filter((score) => score > value).length,
          peers: values.length,
          peerMedian: median(values),
          deviations: deviation === 0 ? 0 : (value - mean(values)) / deviation,
        },
      ];
    })
    .sort((a, b) => b.deviations - a.deviations);
}
