import { assertThat, IndexlabError, nearestNames } from '@indexlab/core';
import type { LeastSquares } from '../linear-algebra/least-squares.js';
import { clusterCovariance } from './cluster-covariance.js';
import type { CountedCoefficients } from './counted-coefficients.js';
import { crossProducts, scores } from './cross-products.js';

/**
 * Which standard errors. With n rows, k coefficients, residuals e and leverages h:
 *
 * | | variance of a residual | t and F |
 * |---|---|---|
 * | `classical` | s² = Σe²/(n - k) for all | n - k |
 * | `HC0` | e² | n - k |
 * | `HC1` | e² n/(n - k) | n - k |
 * | `HC2` | e²/(1 - h) | n - k |
 * | `HC3` | e²/(1 - h)² | n - k |
 * | `HC4` | e²/(1 - h)^d, d = min(4, n h/k) | n - k |
 * | `cluster:column` | sums within G clusters, times G/(G - 1) · (n - 1)/(n - k) (CR1), k without effects nested in the clusters | G - 1 |
 * | `cluster:first,second` | the sums within clusters of the first column, plus the second's, less those of both together, all times G/(G - 1) · (n - 1)/(n - k) with G the smaller count; an effect nested in either is not counted | G - 1 |
 * | `newey-west:lags` | Bartlett weights 1 - l/(lags + 1), rows in the order of time, no small-sample factor | n - k |
 */
export type StandardErrors =
  | 'classical'
  | 'HC0'
  | 'HC1'
  | 'HC2'
  | 'HC3'
  | 'HC4'
  | `cluster:${string}`
  | `newey-west:${number}`;

/** A kind of standard errors, read. */
export type ErrorType =
  | { readonly kind: 'classical' | 'HC0' | 'HC1' | 'HC2' | 'HC3' | 'HC4' }
  | { readonly kind: 'cluster'; readonly columns: readonly string[] }
  | { readonly kind: 'newey-west'; readonly lags: number };

/**
 * Reads a kind of standard errors.
 *
 * @param columns those of the data: a name with a comma in it is one column, where there is such a column
 */
export function readErrorType(se: string, columns: readonly string[] = []): ErrorType {
  assertThat(typeof se === 'string', () => `Standard errors require a text such as "HC3", got ${String(se)}`);
  if (se === 'classical' || /^HC[0-4]$/.test(se)) return { kind: se as 'classical' };
  const [kind, ...rest] = se.split(':');
  const of = rest.join(':');
  if (kind === 'cluster' && of !== '') return { kind, columns: clusterColumns(of, columns) };
  if (kind === 'newey-west' && /^\d+$/.test(of)) return { kind, lags: Number(of) };
  throw new IndexlabError(
    `Standard errors require classical, HC0 to HC4, cluster:COLUMN, cluster:COLUMN,COLUMN or newey-west:LAGS, got "${se}"`,
    { remedy: remedyFor(se) },
  );
}

const robust = ['HC0', 'HC1', 'HC2', 'HC3', 'HC4'];

/** What a kind of errors may mean: one of ours, or another package's word for it. */
function remedyFor(se: string): string {
  const word = se.trim();
  const same = ['classical', ...robust].find((kind) => kind.toLowerCase() === word.toLowerCase());
  if (same) return `Did you mean ${same}?`;
  if (/^(hc|robust|white|huber|sandwich|heterosk)/i.test(word))
    return `The robust kinds are ${robust.join(', ')}; HC1 is Stata's "robust", HC3 the first choice for few rows.`;
  if (/^(newey|nw|hac)/i.test(word)) return 'Write newey-west: and the number of lags, such as newey-west:2.';
  if (/^(cluster|cl|cr\d?)\b/i.test(word)) return 'Write cluster: and a column, such as cluster:city.';
  const near = nearestNames(word, ['classical', 'cluster', 'newey-west']);
  return near.length > 0
    ? `Did you mean ${near.join(', ')}?`
    : 'Write HC3, or cluster: and a column, such as cluster:city.';
}

/** One column or two, separated by a comma. */
function clusterColumns(of: string, columns: readonly string[]): string[] {
  if (columns.includes(of)) return [of];
  const parts = of.split(',');
  const names = parts.map((name) => name.trim());
  const whole = parts
    .slice(1)
    .map((_, i) => [
      parts
        .slice(0, i + 1)
        .join(',')
        .trim(),
      parts
        .slice(i + 1)
        .join(',')
        .trim(),
    ])
    .find((pair) => pair[0] !== pair[1] && pair.every((name) => columns.includes(name)));
  if (whole) return whole;
  assertThat(
    names.length <= 2 && names.every((name) => name !== '') && new Set(names).size === names.length,
    () => `Clustered errors require one column or two that differ, got "${of}"`,
    'Write cluster:COLUMN, or cluster:COLUMN,COLUMN for clusters of two kinds.',
  );
  return names;
}

/** The covariance of the coefficients' coordinates in the orthonormal basis, and the degrees of freedom of t and F. */
export interface BasisCovariance {
  readonly matrix: readonly Float64Array[];
  readonly degreesOfFreedom: number;
  /** The kind and its rule in words. */
  readonly description: string;
  readonly clusters: ClusterCounts | null;
}

/** How many clusters there are, the smaller of two counts, and how many of one size would say as much. */
export interface ClusterCounts {
  readonly count: number;
  readonly effective: number;
}

/** What the residuals were made of. */
export interface ErrorInput {
  readonly fit: LeastSquares;
  /** n - k, less the means that were taken out before. */
  readonly degreesOfFreedom: number;
  /** What clustered errors count as coefficients. */
  readonly counted: CountedCoefficients;
  /** Each row's cluster, for each column that errors are clustered by. */
  readonly clusters: readonly (readonly string[])[] | null;
  /** The row of the data, counted from one, for messages. */
  readonly rowNumber: (index: number) => number;
}

/**
 * The sum of squared influences in the orthonormal basis: there nothing cancels, however ill-conditioned the design.
 */
export function basisCovariance(type: ErrorType, input: ErrorInput): BasisCovariance {
  const { fit, degreesOfFreedom } = input;
  const n = fit.residuals.length;
  const plain = { degreesOfFreedom, clusters: null };
  const rule = `t with n - k = ${degreesOfFreedom} degrees of freedom`;
  switch (type.kind) {
    case 'classical': {
      const variance = fit.residualSumOfSquares / degreesOfFreedom;
      const matrix = fit.basis.map((_, i) => Float64Array.from(fit.basis, (_, j) => (i === j ? variance : 0)));
      return { ...plain, matrix, description: `classical; ${rule}` };
    }
    case 'cluster':
      return clusterCovariance(type.columns, input);
    case 'newey-west': {
      assertThat(
        type.lags < n,
        () => `Newey-West errors require fewer lags than rows, got ${type.lags} lags and ${n} rows`,
      );
      const matrix = neweyWest(
        scores(fit, () => 1),
        type.lags,
      );
      return {
        ...plain,
        matrix,
        description: `Newey-West with ${type.lags} lags (Bartlett weights, no small-sample factor); ${rule}`,
      };
    }
    default: {
      const factor = residualFactor(type.kind, input);
      const matrix = crossProducts(
        fit.basis,
        fit.residuals.map((residual, row) => residual * residual * factor(row)),
      );
      return { ...plain, matrix, description: `${type.kind} (heteroskedasticity-robust); ${rule}` };
    }
  }
}

function residualFactor(kind: 'HC0' | 'HC1' | 'HC2' | 'HC3' | 'HC4', input: ErrorInput): (row: number) => number {
  const { leverage, residuals, basis } = input.fit;
  const n = residuals.length;
  if (kind === 'HC0') return () => 1;
  if (kind === 'HC1') return () => n / input.degreesOfFreedom;
  const certain: number[] = [];
  for (let row = 0; row < n; row++) if (1 - leverage[row]! < 1e-9) certain.push(row);
  assertThat(
    certain.length === 0,
    () =>
      `${kind} errors require leverages below one, got one (row${certain.length > 1 ? 's' : ''} ${certain.slice(0, 10).map(input.rowNumber).join(', ')} of the data${certain.length > 10 ? ' and more' : ''})`,
    'A row of leverage one is fitted exactly, whatever its outcome. Leave it out, merge its category, or take HC1.',
  );
  if (kind === 'HC2') return (row) => 1 / (1 - leverage[row]!);
  if (kind === 'HC3') return (row) => 1 / ((1 - leverage[row]!) * (1 - leverage[row]!));
  return (row) => Math.exp(-Math.min(4, (n * leverage[row]!) / basis.length) * Math.log1p(-leverage[row]!));
}

function neweyWest(values: readonly Float64Array[], lags: number): Float64Array[] {
  const result = crossProducts(values);
  for (let lag = 1; lag <= lags; lag++) {
    const weight = 1 - lag / (lags + 1);
    values.forEach((a, i) =>
      values.forEach((b, j) => {
        let sum = 0;
        for (let row = lag; row < a.length; row++) sum += a[row]! * b[row - lag]! + a[row - lag]! * b[row]!;
        result[i]![j]! += weight * sum;
      }),
    );
  }
  return result;
}
