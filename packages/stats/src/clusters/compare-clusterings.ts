import { assertThat, requireArray, requireObject, requireOptions } from '@indexlab/core';
import { allValues } from '../descriptive/values.js';
import { adjustedRand } from './adjusted-rand.js';
import { cutTree, hierarchical } from './hierarchical.js';
import { jenksBreaks } from './jenks-breaks.js';
import { kMeans } from './k-means.js';

/** One way of clustering one input. */
export interface ComparedClustering {
  readonly input: string;
  readonly scale: 'raw' | 'log';
  readonly method: 'k-means' | 'Ward' | 'Jenks';
  /** Units per cluster, the cluster with the highest mean first. */
  readonly sizes: readonly number[];
  /** The cluster of each unit, 1 the highest. */
  readonly labels: readonly number[];
  /** The adjusted Rand index with the published tiers; `null` where none are given. */
  readonly agreement: number | null;
}

/** Clusterings side by side. */
export interface ComparedClusterings {
  readonly clusterings: readonly ComparedClustering[];
  /** The adjusted Rand index of each pair of clusterings: 1 alike, about 0 as alike as by chance. */
  readonly alike: readonly (readonly number[])[];
  /** The least and the mean of all pairs: how stable the tiers are over inputs, scales and methods. */
  readonly least: number;
  readonly mean: number;
}

/**
 * The standard clusterings of one score or several, each alone: k-means, Ward's and Jenks's, raw and in logs. What tiers come out "by
 * clustering" is as much a choice of these as of the data: the sizes and their agreement say how much.
 *
 * Jenks and k-means find the same classes of one score; both are there as both are named in reports. Logs are left out of an input that is
 * not positive throughout.
 *
 * @param inputs one column per input, without gaps, the same units in the same order
 * @param options `k`, how many clusters; `published`, the tiers printed; `seed` of k-means
 * @throws IndexlabError when there is no input, lengths differ, a value is missing, or k is not from 2 to the number of distinct values
 *
 * @example
 * const { clusterings, least } = compareClusterings({ total: [300, 60, 50, 40, 1, 1.2] }, { k: 2 });
 * [clusterings[0].sizes, clusterings[3].sizes, least.toFixed(2)] // => [[1, 5], [4, 2], '-0.17']
 *
 * @see R `kmeans`, `cutree(hclust(d, "ward.D2"), k)`, `classInt::classIntervals(style = "fisher")`
 */
export function compareClusterings(
  inputs: Readonly<Record<string, ArrayLike<number>>>,
  options: { readonly k: number; readonly published?: ArrayLike<number | string>; readonly seed?: number },
): ComparedClusterings {
  const caller = 'compareClusterings';
  requireObject(inputs, caller, 'inputs');
  requireOptions(options, caller, { k: 'a number', published: 'an array', seed: 'a number' }, ['k']);
  const { k, published, seed = 1 } = options;
  if (published !== undefined) requireArray(published, caller, 'published');
  const entries = Object.entries(inputs).map(([name, values]) => [name, allValues(values, caller, name)] as const);
  assertThat(entries.length > 0, () => `${caller} requires at least one input, got none`);
  const n = entries[0]![1].length;
  for (const [name, values] of entries)
    assertThat(
      values.length === n,
      () => `${caller} requires inputs of one length, got ${n} and ${values.length} (${name})`,
    );
  const found = entries.flatMap(([input, values]) => {
    const scales = { raw: values, ...(values.every((value) => value > 0) && { log: values.map(Math.log) }) };
    return Object.entries(scales).flatMap(([scale, scaled]) => {
      requireClusters(scaled, k, input);
      return clusterings(scaled, k, seed).map(([method, labels]) => ({
        input,
        scale: scale as 'raw' | 'log',
        method,
        labels,
      }));
    });
  });
  const alike = found.map((one) => found.map((other) => (one === other ? 1 : adjustedRand(one.labels, other.labels))));
  const pairs = alike.flatMap((row, at) => row.slice(at + 1));
  return {
    clusterings: found.map((one) => ({
      ...one,
      sizes: Array.from({ length: k }, (_, place) => one.labels.filter((label) => label === place + 1).length),
      agreement: published === undefined ? null : adjustedRand(one.labels, published),
    })),
    alike,
    least: Math.min(...pairs),
    mean: pairs.reduce((sum, value) => sum + value, 0) / pairs.length,
  };
}

function requireClusters(values: Float64Array, k: number, input: string): void {
  const distinct = new Set(values).size;
  assertThat(
    Number.isInteger(k) && k >= 2 && k <= distinct,
    () => `compareClusterings requires a whole number of clusters from 2 to ${distinct}, got ${String(k)} (${input})`,
  );
}

function clusterings(values: Float64Array, k: number, seed: number): [ComparedClustering['method'], number[]][] {
  const points = Array.from(values, (value) => [value]);
  const ends = jenksBreaks(values, k).breaks.slice(1, -1);
  return [
    ['k-means', kMeans(points, { k, seed }).labels],
    ['Ward', byMean(values, cutTree(hierarchical(points, 'ward'), k))],
    ['Jenks', Array.from(values, (value) => 1 + ends.filter((end) => value <= end).length)],
  ];
}

/** The labels numbered anew, 1 for the cluster with the highest mean. */
function byMean(values: Float64Array, labels: readonly number[]): number[] {
  const groups = [...new Set(labels)].map((label) => {
    const own = Array.from(values).filter((_, unit) => labels[unit] === label);
    return { label, mean: own.reduce((sum, value) => sum + value, 0) / own.length };
  });
  const order = groups.sort((a, b) => b.mean - a.mean).map(({ label }) => label);
  return labels.map((label) => order.indexOf(label) + 1);
}
