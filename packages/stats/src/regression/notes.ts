import type { EmptyTerm } from './design/design-matrix.js';
import type { Estimate } from './estimate.js';
import type { ClusterCounts } from './standard-errors.js';

/** Above this condition number a warning is given. */
const highCondition = 10_000;

/** Below so many clusters a warning is given. */
const fewClusters = 30;

/** From so many equal clusters on, unequal ones do little harm. */
const enoughClusters = 50;

/** What the reader of a model must know besides its numbers. */
export function notes(solved: Estimate, missing: number): string[] {
  const { dropped, errors, fit } = solved;
  return [
    ...(missing > 0 ? [`${rowsOf(missing)} left out: a column of the model is missing there.`] : []),
    ...dropped.map((term) => `${term} was dropped: it is a linear combination of terms before it.`),
    ...(fit.conditionNumber > highCondition
      ? [
          `The terms are nearly collinear (condition number ${fit.conditionNumber.toPrecision(2)}): coefficients depend on the last digits of the data.`,
        ]
      : []),
    ...clusterNotes(errors.clusters),
    ...solved.warnings,
  ];
}

function clusterNotes(clusters: ClusterCounts | null): string[] {
  if (clusters === null) return [];
  const { count, effective } = clusters;
  return [
    ...(count < fewClusters
      ? [`Only ${count} clusters: clustered errors tend to be too small with fewer than about ${fewClusters}.`]
      : []),
    ...(2 * effective < count && effective < enoughClusters
      ? [
          `Clusters are very unequal: by their sizes ${count} of them say as much as ${effective.toPrecision(2)} of one size, and clustered errors tend to be too small.`,
        ]
      : []),
  ];
}

/** Names the terms that have no column. */
export function emptyNotes(empty: readonly EmptyTerm[]): string[] {
  return empty.map(
    ({ term, factor, level }) =>
      `${term} was dropped: ${factor === term ? 'it' : factor} has one level in the rows used, "${level}".`,
  );
}

export function rowsOf(count: number): string {
  return count === 1 ? '1 row' : `${count} rows`;
}
