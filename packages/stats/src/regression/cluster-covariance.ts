import { assertThat } from '@indexlab/core';
import { crossProducts, scores } from './cross-products.js';
import type { BasisCovariance, ErrorInput } from './standard-errors.js';

/**
 * The sums of influences within clusters, squared; with two columns those of the first, plus the second's, less those of both
 * together, all times one factor, that of the smaller count.
 *
 * @see Cameron, Gelbach and Miller (2011); R `fixest::vcov(vcov = "twoway", ssc = ssc(cluster.df = "min"))`
 */
export function clusterCovariance(columns: readonly string[], { fit, clusters, counted }: ErrorInput): BasisCovariance {
  const groupings = clusters!.map(numbered);
  groupings.forEach(({ sizes }, i) =>
    assertThat(
      sizes.length > 1,
      () => `Clustered errors require at least two clusters, got ${sizes.length} (column "${columns[i]}")`,
    ),
  );
  const n = fit.residuals.length;
  const count = Math.min(...groupings.map(({ sizes }) => sizes.length));
  const factor = Math.sqrt(((count / (count - 1)) * (n - 1)) / (n - counted.k));
  const influences = scores(fit, () => factor);
  const [matrix, ...others] = groupings.map((grouping) => crossProducts(sumsWithin(influences, grouping)));
  if (others.length > 0) {
    const both = crossProducts(sumsWithin(influences, crossed(groupings[0]!, groupings[1]!)));
    matrix!.forEach((row, i) => row.forEach((_, j) => (row[j]! += others[0]![i]![j]! - both[i]![j]!)));
  }
  const counts = groupings.map(({ sizes }) => sizes.length);
  const two = counts.length > 1;
  const rule = two
    ? `two-way, ${counts.join(' and ')} clusters, V = V1 + V2 - V12, each times G/(G - 1) (n - 1)/(n - k) with the smaller G, as fixest 0.12 with ssc(cluster.df = "min")); t with min(G) - 1`
    : `CR1, ${count} clusters); t with G - 1`;
  return {
    matrix: matrix!,
    degreesOfFreedom: count - 1,
    description: `clustered by ${columns.join(' and ')} (${rule} = ${count - 1} degrees of freedom; k = ${counted.k} (${counted.rule})`,
    clusters: { count, effective: Math.min(...groupings.map(({ sizes }) => n ** 2 / squares(sizes))) },
  };
}

/** The number of each row's cluster, and the clusters' sizes. */
interface Grouping {
  readonly of: Int32Array;
  readonly sizes: readonly number[];
}

function numbered(names: ArrayLike<string | number>): Grouping {
  const numbers = new Map<string | number, number>();
  const sizes: number[] = [];
  const of = new Int32Array(names.length);
  for (let row = 0; row < names.length; row++) {
    const number = numbers.get(names[row]!) ?? sizes.length;
    if (number === sizes.length) {
      numbers.set(names[row]!, number);
      sizes.push(0);
    }
    of[row] = number;
    sizes[number]! += 1;
  }
  return { of, sizes };
}

function crossed(first: Grouping, second: Grouping): Grouping {
  return numbered(Float64Array.from(first.of, (number, row) => number * second.sizes.length + second.of[row]!));
}

function sumsWithin(influences: readonly Float64Array[], { of, sizes }: Grouping): Float64Array[] {
  return influences.map((values) => {
    const sum = new Float64Array(sizes.length);
    for (let row = 0; row < values.length; row++) sum[of[row]!]! += values[row]!;
    return sum;
  });
}

function squares(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size ** 2, 0);
}
