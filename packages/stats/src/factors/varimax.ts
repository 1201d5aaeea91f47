import { assertThat, requireOptions, requireRows } from '@indexlab/core';

/**
 * Rotates loadings so that the variance of their squares within factors is largest (Kaiser 1958), by planes until no
 * rotation is left. With Kaiser's normalisation (the default) rows are scaled to one length first and back afterwards.
 *
 * Factors come in descending order of their sum of squares, signed so that their loadings add up to a positive number.
 *
 * @param loadings one row per variable, one column per factor
 * @throws IndexlabError when rows differ in length or a loading is not a finite number
 *
 * @example
 * varimax([[0.9, 0.3], [0.8, 0.2], [0.3, -0.7]]).map((row) => row.map((value) => value.toFixed(3)))
 * // => [['0.948', '0.022'], ['0.821', '0.082'], ['0.046', '0.760']]
 *
 * Reference: `varimax(loadings, eps = 1e-14)` in R.
 */
export function varimax(loadings: readonly (readonly number[])[], options: { normalize?: boolean } = {}): number[][] {
  requireRows(loadings, 'varimax');
  requireOptions(options, 'varimax', { normalize: 'true or false' });
  const { normalize = true } = options;
  const factors = loadings[0]?.length ?? 0;
  assertThat(
    factors > 0 && loadings.every((row) => row.length === factors && row.every(Number.isFinite)),
    'varimax requires rows of loadings of one length, all finite',
  );
  const lengths = loadings.map((row) =>
    normalize ? Math.sqrt(row.reduce((sum, value) => sum + value * value, 0)) || 1 : 1,
  );
  const rotated = loadings.map((row, i) => row.map((value) => value / lengths[i]!));
  for (let round = 0, turned = true; turned && round < 1000; round += 1) {
    turned = false;
    for (let a = 0; a < factors; a += 1) {
      for (let b = a + 1; b < factors; b += 1) {
        const angle = bestAngle(rotated, a, b);
        if (Math.abs(angle) < 1e-13) continue;
        turned = true;
        for (const row of rotated) {
          const [x, y] = [row[a]!, row[b]!];
          row[a] = x * Math.cos(angle) + y * Math.sin(angle);
          row[b] = y * Math.cos(angle) - x * Math.sin(angle);
        }
      }
    }
  }
  return canonicalFactors(rotated.map((row, i) => row.map((value) => value * lengths[i]!)));
}

/** Factors in descending order of their sum of squares, each signed so that its loadings add up to a positive number. */
export function canonicalFactors(loadings: readonly (readonly number[])[]): number[][] {
  const columns = Array.from(loadings[0]!, (_, factor) => loadings.map((row) => row[factor]!)).map((column) => ({
    column,
    squares: column.reduce((sum, value) => sum + value * value, 0),
    sign: column.reduce((sum, value) => sum + value, 0) < 0 ? -1 : 1,
  }));
  columns.sort((a, b) => b.squares - a.squares);
  return loadings.map((_, i) => columns.map(({ column, sign }) => sign * column[i]!));
}

/** The angle that maximises the criterion in the plane of two factors. */
function bestAngle(loadings: readonly number[][], a: number, b: number): number {
  let [sumU, sumV, uu, uv] = [0, 0, 0, 0];
  for (const row of loadings) {
    const u = row[a]! ** 2 - row[b]! ** 2;
    const v = 2 * row[a]! * row[b]!;
    sumU += u;
    sumV += v;
    uu += u * u - v * v;
    uv += 2 * u * v;
  }
  const n = loadings.length;
  return Math.atan2(uv - (2 * sumU * sumV) / n, uu - (sumU * sumU - sumV * sumV) / n) / 4;
}
