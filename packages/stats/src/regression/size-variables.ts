import { requireArray, requireText } from '@indexlab/core';
import type { Expression } from './formula/expression.js';
import type { Formula } from './formula/formula.js';
import type { ModelFrame } from './design/model-frame.js';

/** A variable that measures how large a unit is. */
export interface SizeVariable {
  readonly name: string;
  /** The share of the largest unit, and of the largest one percent of units (at least one), in the sum. */
  readonly largestShare: number;
  readonly topPercentShare: number;
  readonly skewness: number;
}

/**
 * Tells a size variable, one whose sum a few large units make up: a share of a national total, a gross product, a population.
 * The rule: at least 10 values, none negative, skewness (Σ(x - mean)³/n over the cubed standard deviation with n) above 2, and
 * the largest value more than 10 times the median. Gives null for any other.
 *
 * @param values missing values (NaN) are left out
 *
 * @example
 * sizeVariable('share', Float64Array.of(1, 1, 1, 2, 1, 1, 2, 1, 1, 39))?.largestShare // => 39 / 50
 * @example
 * sizeVariable('rate', Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)) // => null
 */
export function sizeVariable(name: string, values: Float64Array): SizeVariable | null {
  requireText(name, 'sizeVariable', 'name');
  requireArray(values, 'sizeVariable', 'values');
  if (!isSizeVariable(values)) return null;
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const n = sorted.length;
  const sumFrom = (first: number): number => sorted.subarray(first).reduce((sum, value) => sum + value, 0);
  const total = values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value), 0);
  return {
    name,
    largestShare: sorted[n - 1]! / total,
    topPercentShare: sumFrom(n - Math.ceil(n / 100)) / total,
    skewness: skewnessOf(values, total / n, n),
  };
}

/** The rule of {@link sizeVariable}, without an order of the values. */
export function isSizeVariable(values: Float64Array): boolean {
  let [n, total, largest] = [0, 0, 0];
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value < 0) return false;
    if (Number.isNaN(value)) continue;
    n++;
    total += value;
    if (value > largest) largest = value;
  }
  return n >= 10 && skewnessOf(values, total / n, n) > 2 && largest > 10 * smallerMedian(values, n, largest / 10);
}

/** The median where it lies about a limit or below: the mean of the values in the middle; Infinity where it lies above. */
function smallerMedian(values: Float64Array, n: number, limit: number): number {
  let [below, largestBelow, smallestAbove] = [0, 0, Infinity];
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value < limit) {
      below++;
      if (value > largestBelow) largestBelow = value;
    } else if (value < smallestAbove) {
      smallestAbove = value;
    }
  }
  if (2 * below === n) return (largestBelow + smallestAbove) / 2;
  return 2 * below > n ? 0 : Infinity;
}

function skewnessOf(values: Float64Array, mean: number, n: number): number {
  let [squares, cubes] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    const deviation = value - mean;
    squares += deviation * deviation;
    cubes += deviation * deviation * deviation;
  }
  return cubes / n / (squares / n) ** 1.5;
}

/** The size variables that a formula takes in levels: not inside a logarithm, a root, a ratio or categories. */
export function sizeVariables(formula: Formula, frame: ModelFrame): SizeVariable[] {
  const factors = [formula.response, ...formula.terms.flatMap((term) => term.factors)];
  const names = new Set(factors.flatMap(levelColumns).filter((name) => !frame.isText(name)));
  return [...names].map((name) => sizeVariable(name, frame.numbers(name))).filter((found) => found !== null);
}

function levelColumns(factor: Expression): string[] {
  switch (factor.kind) {
    case 'name':
      return [factor.value];
    case 'group':
    case 'negative':
      return levelColumns(factor.operand);
    case 'call':
      return ['I', 'poly', 'center'].includes(factor.name) ? levelColumns(factor.arguments[0]!) : [];
    case 'operation':
      return factor.operator === '/' ? [] : [...levelColumns(factor.left), ...levelColumns(factor.right)];
    default:
      return [];
  }
}

/** The warning for a formula with size variables in levels. */
export function sizeWarnings(formula: Formula, frame: ModelFrame): string[] {
  const found = sizeVariables(formula, frame);
  if (found.length === 0) return [];
  return [
    `${found.map(({ name }) => name).join(', ')}: a few large units carry the fit, because size is in levels. Compare with the same in logs, such as log(${written(found[0]!.name)}), and without the largest units.`,
  ];
}

/** A column's name as a formula takes it. */
function written(name: string): string {
  return /^[\p{L}_.][\p{L}\p{N}_.]*$/u.test(name) ? name : `\`${name}\``;
}
