import { type Data, didYouMean, IndexlabError } from '@indexlab/core';
import type { Specification } from '../specification/schema.js';
import type { BuiltIndex } from './built-index.js';
import { builtIndexOf } from './built-index-of.js';
import { type BuildOptions, compileIndex } from './compile-index.js';
import type { IndexPlan } from './index-plan.js';
import { runIndex } from './run-index.js';

/**
 * Builds an index: screen, impute, denominate, treat and normalise the indicators, then weigh and aggregate from the
 * leaves up, rank, tier. The specification says which of these happen, how, and in which order.
 *
 * A column for an inner node is that node's score, taken as it is: an index of which only the sub-indices are published
 * is built from these. One for the index itself is taken where it cannot be built from below.
 *
 * Without a rule for missing values a unit that lacks an indicator has no score (`NaN`) in the nodes above it and no
 * rank; the log says how many.
 *
 * @param specification the index as data
 * @param data one column per indicator, named by its node (or as the node's `column` says), and one that names the units;
 *   for a panel one of years
 * @param options columns that the data name otherwise
 * @throws IndexlabError as {@link compileIndex} and {@link runIndex}, of which it is made
 *
 * @example
 * const specification = readSpecification('id: d\ntitle: D\ntree: { id: t, title: T, children: [{ id: a, title: A }, { id: b, title: B }] }');
 * const built = buildIndex(specification, { place: ['x', 'y'], a: [1, 3], b: [2, 4] });
 * [built.stages.scores.t, built.rank] // => [new Float64Array([1.5, 3.5]), new Float64Array([2, 1])]
 */
export function buildIndex(specification: Specification, data: Data, options: BuildOptions = {}): BuiltIndex {
  return builtIndexOf(runIndex(compileIndex(specification, data, options)));
}

/** An index that is built again and again, with other weights each time. */
export interface PreparedIndex {
  /**
   * Builds the index.
   *
   * @param weights node ids with weights that replace those of the specification, relative among siblings
   */
  build(weights?: Readonly<Record<string, number>>): BuiltIndex;
}

/**
 * Reads the data, makes every method ready and takes the indicators through their stages once, so that building weighs,
 * aggregates and ranks alone. Each build gives a whole index; where scores and ranks are enough, {@link runIndex} costs
 * less.
 *
 * @throws IndexlabError as {@link compileIndex}
 *
 * @example
 * const specification = readSpecification('id: d\ntitle: D\ntree: { id: t, title: T, children: [{ id: a, title: A }, { id: b, title: B }] }');
 * const prepared = prepareIndex(specification, { place: ['x'], a: [1], b: [2] });
 * prepared.build({ a: 3, b: 1 }).stages.scores.t // => new Float64Array([1.25])
 */
export function prepareIndex(specification: Specification, data: Data, options: BuildOptions = {}): PreparedIndex {
  const plan = compileIndex(specification, data, options);
  return { build: (weights = {}) => builtIndexOf(runIndex(plan, { weights: byPlace(weights, plan) })) };
}

function byPlace(weights: Readonly<Record<string, number>>, { ids }: IndexPlan): Float64Array | undefined {
  const names = Object.keys(weights);
  if (names.length === 0) return undefined;
  const vector = new Float64Array(ids.length).fill(NaN);
  for (const name of names) {
    const place = ids.indexOf(name);
    if (place < 0) {
      throw new IndexlabError(`prepareIndex requires weights of nodes of the tree, got ${JSON.stringify(name)}`, {
        remedy: didYouMean(name, ids, 'nodes'),
      });
    }
    vector[place] = weights[name]!;
  }
  return vector;
}
