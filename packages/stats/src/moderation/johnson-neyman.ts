import type { Interaction } from './conditional-effect.js';

/** Where in the moderator's values an effect is significant. */
export interface JohnsonNeyman {
  /** The values at which the effect's p-value is one less the confidence level, ascending: none, one or two. */
  readonly bounds: readonly number[];
  /** On which side of the bounds the effect is significant. */
  readonly significant: 'everywhere' | 'nowhere' | 'between' | 'outside' | 'below' | 'above';
  /** The moderator's observed values, and the share of rows at which the effect is significant. */
  readonly range: readonly [number, number];
  readonly shareSignificant: number;
}

/**
 * The Johnson-Neyman region: with d the distance from the moderator's mean, (b1 + b3 d)² > t² (V11 + 2 d V13 + d² V33), whose
 * ends are the roots of a d² + b d + c.
 */
export function johnsonNeyman(
  { regression, effect, interaction, mean, quantile }: Interaction,
  values: Float64Array,
): JohnsonNeyman {
  const v = regression.covariance;
  const square = quantile ** 2;
  const [b1, b3] = [regression.terms[effect]!.estimate, regression.terms[interaction]!.estimate];
  const a = b3 ** 2 - square * v[interaction]![interaction]!;
  const b = 2 * (b1 * b3 - square * v[effect]![interaction]!);
  const c = b1 ** 2 - square * v[effect]![effect]!;
  const significantAt = (value: number): boolean => (a * (value - mean) + b) * (value - mean) + c > 0;
  const bounds = roots(a, b, c).map((root) => mean + root);
  const range = [values.reduce((x, y) => Math.min(x, y)), values.reduce((x, y) => Math.max(x, y))] as const;
  const shareSignificant = values.reduce((count, value) => count + Number(significantAt(value)), 0) / values.length;
  return { bounds, significant: sideOf(bounds.length, a, b, c), range, shareSignificant };
}

function sideOf(bounds: number, a: number, b: number, c: number): JohnsonNeyman['significant'] {
  if (bounds === 2) return a > 0 ? 'outside' : 'between';
  if (bounds === 1) return b > 0 ? 'above' : 'below';
  return c > 0 ? 'everywhere' : 'nowhere';
}

/** Real roots, ascending, without cancellation. */
function roots(a: number, b: number, c: number): number[] {
  if (a === 0) return b === 0 ? [] : [-c / b];
  const discriminant = b * b - 4 * a * c;
  if (discriminant <= 0) return [];
  const q = -(b + (b < 0 ? -1 : 1) * Math.sqrt(discriminant)) / 2;
  return [q / a, c / q].sort((x, y) => x - y);
}
