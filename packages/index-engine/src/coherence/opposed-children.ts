import { correlation } from '@indexlab/stats/correlation';

/** A child whose scores run against those of its siblings. */
export interface OpposedChild {
  readonly child: string;
  /** The mean of Pearson's correlations with each of its siblings. */
  readonly correlation: number;
}

/** A mean correlation this far below zero is no accident of a few units. */
const clearlyBelowZero = -0.3;

/**
 * The children whose correlations with their siblings are below -0.3 on average: weights that follow from how children
 * vary together (principal components, factors, CRITIC, entropy) take them as if they went the others' way. Most often a
 * direction is missing. Of two children that run against each other both are named.
 *
 * @param columns the scores of the children; units that lack one of a pair are left out of it
 */
export function opposedChildren(columns: Readonly<Record<string, Float64Array>>): OpposedChild[] {
  const names = Object.keys(columns);
  return names.flatMap((child) => {
    const estimates = names
      .filter((other) => other !== child)
      .map((other) => estimateOf(columns[child]!, columns[other]!))
      .filter((estimate) => estimate !== null);
    const mean = estimates.reduce((sum, estimate) => sum + estimate, 0) / estimates.length;
    return mean < clearlyBelowZero ? [{ child, correlation: mean }] : [];
  });
}

function estimateOf(a: Float64Array, b: Float64Array): number | null {
  const rows = [...a.keys()].filter((row) => !Number.isNaN(a[row]) && !Number.isNaN(b[row]));
  const [x, y] = [a, b].map((values) => Float64Array.from(rows, (row) => values[row]!)) as [Float64Array, Float64Array];
  const varies = (values: Float64Array): boolean => values.some((value) => value !== values[0]);
  return rows.length < 3 || !varies(x) || !varies(y) ? null : correlation(x, y).estimate;
}
