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
  let [n, total, largest] = [0, 0, 0];
  for (const value of values) {
    if (value < 0) return null;
    if (Number.isNaN(value)) continue;
    n++;
    total += value;
    if (value > largest) largest = value;
  }
  if (n < 10) return null;
  const mean = total / n;
  let [squares, cubes] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    const deviation = value - mean;
    squares += deviation * deviation;
    cubes += deviation * deviation * deviation;
  }
  const skewness = cubes / n / (squares / n) ** 1.5;
  if (!(skewness > 2)) return null;
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const median = (sorted[Math.floor((n - 1) / 2)]! + sorted[Math.floor(n / 2)]!) / 2;
  if (!(largest > 10 * median)) return null;
  const top = sorted.slice(n - Math.ceil(n / 100)).reduce((sum, value) => sum + value, 0);
  return { name, largestShare: largest / total, topPercentShare: top / total, skewness };
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
    `${found.map(({ name }) => name).join(', ')}: a few large units carry the fit, because size is in levels. sizeCheck gives the leverages, and the estimates in logs, in ranks, with a size control and without the largest units.`,
  ];
}
