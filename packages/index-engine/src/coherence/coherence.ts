import { assertThat, requireObject, requireOptions } from '@indexlab/core';
import { correlation, type CorrelationMethod } from '@indexlab/stats/correlation';
import type { BuiltIndex } from '../build/built-index.js';
import { type GroupCoherence, groupCoherence } from './group-coherence.js';

/** What is conspicuous about a correlation inside an index. */
export type CorrelationFlag = 'collinear' | 'weak' | 'negative';

/** How two nodes of the tree correlate. */
export interface NodeCorrelation {
  readonly a: string;
  readonly b: string;
  /** `siblings` have one parent; `ancestor`: b is above a. */
  readonly relation: 'siblings' | 'ancestor';
  /** `null` where one of the two is constant or fewer than three units have both. */
  readonly estimate: number | null;
  readonly pValue: number | null;
  /** Units that have both. */
  readonly n: number;
  readonly flag: CorrelationFlag | null;
}

/** How well the parts of an index hang together. */
export interface Coherence {
  readonly correlations: readonly NodeCorrelation[];
  /** One row per node with at least two children. */
  readonly groups: readonly GroupCoherence[];
}

/** When {@link coherence} flags a correlation. */
export interface CoherenceOptions {
  /** `pearson` by default. */
  readonly method?: CorrelationMethod;
  /** Above this size two siblings are collinear: one of them says little new. 0.9 by default. */
  readonly collinear?: number;
  /** Below this a correlation is weak: the index hardly reflects the node. 0.3 by default. */
  readonly weak?: number;
}

/**
 * The coherence of an index: correlations within a level, among siblings, and across levels, of each node with every
 * node above it, with flags; and for each group of siblings alpha, principal components, sampling adequacy and Bartlett's
 * test.
 *
 * Scores are taken after normalisation, so that directions are turned. Flags, in this order: `negative` below minus the
 * weak bound (parts that trade off), `weak` below the weak bound in size, `collinear` above the collinear bound. A node
 * and its only child are not compared.
 *
 * @throws IndexlabError when a bound leaves 0 to 1
 *
 * Reference: OECD/JRC Handbook (2008), steps 4 and 8; JRC audits; `COINr::get_corr_flags`, `get_cronbach`, `get_PCA`.
 *
 * @example
 * const specification = readSpecification('id: d\ntitle: D\ntree: { id: t, title: T, children: [{ id: a, title: A }, { id: b, title: B }] }');
 * const built = buildIndex(specification, { place: ['v', 'w', 'x', 'y'], a: [1, 2, 3, 4], b: [10, 20, 31, 40] });
 * coherence(built).correlations.map(({ a, b, flag }) => [a, b, flag]) // => [['a', 'b', 'collinear'], ['a', 't', null], ['b', 't', null]]
 */
export function coherence(built: BuiltIndex, options: CoherenceOptions = {}): Coherence {
  requireObject(built, 'coherence', 'built', ['specification', 'stages', 'unitNames']);
  requireOptions(options, 'coherence', {
    method: ['pearson', 'spearman', 'kendall'],
    collinear: 'a number',
    weak: 'a number',
  });
  const { method = 'pearson', collinear = 0.9, weak = 0.3 } = options;
  for (const [name, bound] of Object.entries({ collinear, weak })) {
    assertThat(bound >= 0 && bound <= 1, () => `coherence requires bounds between 0 and 1, got ${bound} (${name})`);
  }
  const scores = built.stages.scores;
  const compare = (a: string, b: string, relation: NodeCorrelation['relation']): NodeCorrelation => {
    const found = correlationOf(scores[a]!, scores[b]!, method);
    return { a, b, relation, ...found, flag: flagOf(found.estimate, relation, collinear, weak) };
  };
  const parents = new Map(built.nodes.map(({ id, parent }) => [id, parent]));
  const childrenOf = new Map(
    built.nodes.map(({ id }) => [id, built.nodes.filter((node) => node.parent === id).map((node) => node.id)]),
  );
  const siblings = [...childrenOf.values()].flatMap((ids) =>
    ids.flatMap((a, i) => ids.slice(i + 1).map((b) => compare(a, b, 'siblings'))),
  );
  const upward = built.nodes.flatMap(({ id }) =>
    ancestors(id, parents)
      .filter((above) => !isOnlyLine(id, above, parents, childrenOf))
      .map((above) => compare(id, above, 'ancestor')),
  );
  return {
    correlations: [...siblings, ...upward],
    groups: [...childrenOf]
      .filter(([, ids]) => ids.length >= 2)
      .map(([id, ids]) => groupCoherence(id, Object.fromEntries(ids.map((child) => [child, scores[child]!])))),
  };
}

function ancestors(id: string, parents: ReadonlyMap<string, string | null>): string[] {
  const above: string[] = [];
  for (let parent = parents.get(id) ?? null; parent !== null; parent = parents.get(parent) ?? null) above.push(parent);
  return above;
}

/** Whether every node from one up to another is an only child: the two are then one thing. */
function isOnlyLine(
  id: string,
  above: string,
  parents: ReadonlyMap<string, string | null>,
  childrenOf: ReadonlyMap<string, readonly string[]>,
): boolean {
  for (let node = id; node !== above; node = parents.get(node)!)
    if (childrenOf.get(parents.get(node)!)!.length > 1) return false;
  return true;
}

function correlationOf(
  a: Float64Array,
  b: Float64Array,
  method: CorrelationMethod,
): Pick<NodeCorrelation, 'estimate' | 'pValue' | 'n'> {
  const rows = [...a.keys()].filter((row) => !Number.isNaN(a[row]) && !Number.isNaN(b[row]));
  const [x, y] = [a, b].map((values) => Float64Array.from(rows, (row) => values[row]!)) as [Float64Array, Float64Array];
  const varies = (values: Float64Array): boolean => values.some((value) => value !== values[0]);
  if (rows.length < 3 || !varies(x) || !varies(y)) return { estimate: null, pValue: null, n: rows.length };
  const { estimate, pValue } = correlation(x, y, { method });
  return { estimate, pValue, n: rows.length };
}

function flagOf(
  estimate: number | null,
  relation: NodeCorrelation['relation'],
  collinear: number,
  weak: number,
): CorrelationFlag | null {
  if (estimate === null) return null;
  if (estimate < -weak) return 'negative';
  if (Math.abs(estimate) < weak) return 'weak';
  // A part may well correlate with the whole: only parts can be redundant.
  return relation === 'siblings' && estimate > collinear ? 'collinear' : null;
}
