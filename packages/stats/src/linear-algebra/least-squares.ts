import { add, divide, type DoubleDouble } from './double-double.js';
import { copyOf, dot, type DoubleColumn, scaled, subtractMultiple } from './double-column.js';
import { invertUpper, qrDecomposition, solveLower, solveUpper } from './householder.js';
import { block, normalEquations } from './normal-equations.js';

/** The solution of a least-squares problem, and what every kind of standard error is made of. */
export interface LeastSquares {
  /** Numbers of the columns kept and of those that are linear combinations of columns before them. */
  readonly kept: readonly number[];
  readonly dropped: readonly number[];
  /** One per column kept. */
  readonly coefficients: Float64Array;
  readonly residuals: Float64Array;
  readonly residualSumOfSquares: number;
  /** The outcome's coordinates in the basis. */
  readonly projection: Float64Array;
  /** The diagonal of the hat matrix. */
  readonly leverage: Float64Array;
  /** An orthonormal basis of the columns kept: the columns are `basis · R`. */
  readonly basis: readonly Float64Array[];
  /** The inverse of R, `inverse[column][row]` with the row at most the column. */
  readonly inverse: readonly Float64Array[];
  /** Largest over smallest singular value of the columns kept, each scaled to length one. */
  readonly conditionNumber: number;
}

/** Above so many multiplications, and where the condition number is at most 1,000, cross products are taken. */
const manyProducts = 500_000;

/**
 * Least squares by Householder QR in double-double arithmetic, refined until the correction is below the last digit of a
 * double; the basis is formed in double-double too, so that standard errors keep their digits in ill-conditioned designs.
 * Large and well-conditioned problems go through cross products in double-double, with a basis in doubles: the coefficients
 * are the same to the last digit, robust standard errors to 13 digits.
 */
export function leastSquares(columns: readonly DoubleColumn[], response: DoubleColumn): LeastSquares {
  const large = response.high.length * columns.length ** 2 > manyProducts;
  return (large && solve(columns, response, normalEquations)) || solve(columns, response, qrDecomposition)!;
}

function solve(
  columns: readonly DoubleColumn[],
  response: DoubleColumn,
  decompose: typeof normalEquations,
): LeastSquares | null {
  const decomposition = decompose(columns, response);
  if (decomposition === null) return null;
  const { kept, dropped, triangle, projection } = decomposition;
  const inverse = invertUpper(triangle);
  const condition = conditionNumber(triangle, inverse);
  if (decompose === normalEquations && condition > 1000) return null;
  const design = kept.map((number) => columns[number]!);
  let coefficients = solveUpper(triangle, projection);
  let residuals = residualsOf(design, response, coefficients);
  for (let round = 0; round < 3 && decompose === qrDecomposition; round++) {
    const gradient = design.map((column) => dot(column, residuals));
    const correction = solveUpper(triangle, solveLower(triangle, gradient));
    const settled = correction.every((step, term) => Math.abs(step[0]) <= 1e-17 * Math.abs(coefficients[term]![0]));
    if (settled) break;
    coefficients = coefficients.map((value, term) => add(value, correction[term]!));
    residuals = residualsOf(design, response, coefficients);
  }
  const basis = decompose === normalEquations ? basisInDoubles(design, inverse) : basisOf(design, triangle);
  return {
    kept,
    dropped,
    coefficients: Float64Array.from(coefficients, ([value]) => value),
    residuals: residuals.high,
    residualSumOfSquares: dot(residuals, residuals)[0],
    projection: Float64Array.from(projection, ([value]) => value),
    leverage: leverageOf(basis),
    basis,
    inverse: inverse.map((column) => Float64Array.from(column, ([value]) => value)),
    conditionNumber: condition,
  };
}

function residualsOf(
  design: readonly DoubleColumn[],
  response: DoubleColumn,
  coefficients: readonly DoubleDouble[],
): DoubleColumn {
  const residuals = copyOf(response);
  design.forEach((column, term) => subtractMultiple(residuals, coefficients[term]!, column));
  return residuals;
}

/** Column by column, what the columns before leave of it, scaled to length one. */
function basisOf(design: readonly DoubleColumn[], triangle: readonly (readonly DoubleDouble[])[]): Float64Array[] {
  const basis: DoubleColumn[] = [];
  design.forEach((column, number) => {
    const rest = copyOf(column);
    basis.forEach((earlier, k) => subtractMultiple(rest, triangle[number]![k]!, earlier));
    basis.push(scaled(rest, divide([1, 0], triangle[number]![number]!)));
  });
  return basis.map((column) => column.high);
}

function basisInDoubles(
  design: readonly DoubleColumn[],
  inverse: readonly (readonly DoubleDouble[])[],
): Float64Array[] {
  const rows = design[0]!.high.length;
  const basis = inverse.map(() => new Float64Array(rows));
  for (let from = 0; from < rows; from += block) {
    const to = Math.min(from + block, rows);
    inverse.forEach((column, j) =>
      column.forEach(([factor], k) => addMultiple(basis[j]!, factor, design[k]!.high, from, to)),
    );
  }
  return basis;
}

function addMultiple(target: Float64Array, factor: number, values: Float64Array, from: number, to: number): void {
  for (let row = from; row < to; row++) target[row]! += factor * values[row]!;
}

function leverageOf(basis: readonly Float64Array[]): Float64Array {
  const leverage = new Float64Array(basis[0]?.length ?? 0);
  for (const column of basis) addSquares(leverage, column);
  return leverage;
}

function addSquares(target: Float64Array, values: Float64Array): void {
  for (let row = 0; row < target.length; row++) target[row]! += values[row]! * values[row]!;
}

/** By power iteration on R'R and its inverse, the columns of R scaled to length one. */
function conditionNumber(
  triangle: readonly (readonly DoubleDouble[])[],
  inverse: readonly (readonly DoubleDouble[])[],
): number {
  const lengths = triangle.map((column) => Math.hypot(...column.map(([value]) => value)));
  const upper = triangle.map((column, number) => column.map(([value]) => value / lengths[number]!));
  const lower = inverse.map((column) => column.map(([value], row) => value * lengths[row]!));
  const largest = powerIteration(triangle.length, (x) => transposed(upper, times(upper, x)));
  const smallest = powerIteration(triangle.length, (x) => times(lower, transposed(lower, x)));
  return Math.sqrt(largest * smallest);
}

function powerIteration(size: number, apply: (vector: Float64Array) => Float64Array): number {
  let vector: Float64Array = Float64Array.from({ length: size }, (_, index) => 1 / (1 + index));
  let value = 0;
  for (let iteration = 0; iteration < 500; iteration++) {
    const length = Math.hypot(...vector);
    const next = apply(vector.map((entry) => entry / length));
    const before = value;
    value = Math.hypot(...next);
    vector = next;
    if (Math.abs(value - before) <= 1e-9 * value) break;
  }
  return value;
}

/** An upper triangle times a vector. */
function times(triangle: readonly (readonly number[])[], vector: Float64Array): Float64Array {
  const result = new Float64Array(vector.length);
  triangle.forEach((column, number) => column.forEach((entry, row) => (result[row]! += entry * vector[number]!)));
  return result;
}

/** The transpose of an upper triangle times a vector. */
function transposed(triangle: readonly (readonly number[])[], vector: Float64Array): Float64Array {
  return Float64Array.from(triangle, (column) => column.reduce((sum, entry, row) => sum + entry * vector[row]!, 0));
}
