import { add, divide, type DoubleDouble } from './double-double.js';
import { copyOf, dot, type DoubleColumn, scaled, subtractMultiple } from './double-column.js';
import { largestEigenvalue } from './largest-eigenvalue.js';
import { invertUpper, qrDecomposition, solveLower, solveUpper, type Triangle } from './householder.js';
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

/** Above so many multiplications cross products are worth a digit of the robust standard errors. */
const manyProducts = 500_000;

/**
 * Least squares in double-double arithmetic.
 *
 * Well-conditioned problems (condition number at most 30, or 1,000 with many rows) go through cross products and Cholesky,
 * with a basis in doubles: the coefficients are right to the last digit, robust standard errors to 14 digits, or 13. All
 * others go through Householder QR, refined until the correction is below the last digit of a double; there the basis is
 * formed in double-double too, so that standard errors keep their digits.
 */
export function leastSquares(columns: readonly DoubleColumn[], response: DoubleColumn): LeastSquares {
  const large = response.high.length * columns.length ** 2 > manyProducts;
  const wellConditioned = normalEquations(columns, response);
  return (
    (wellConditioned && solve(columns, response, wellConditioned, large ? 1000 : 30)) ??
    solve(columns, response, qrDecomposition(columns, response))!
  );
}

/** The solution from a decomposition; null where the condition number is above `most`, which cross products have. */
function solve(
  columns: readonly DoubleColumn[],
  response: DoubleColumn,
  decomposition: Triangle,
  most?: number,
): LeastSquares | null {
  const { kept, dropped, triangle, projection } = decomposition;
  const inverse = invertUpper(triangle);
  const condition = conditionNumber(triangle, inverse);
  const exact = most === undefined;
  if (!exact && condition > most) return null;
  const design = kept.map((number) => columns[number]!);
  let coefficients = solveUpper(triangle, projection);
  let residuals = residualsOf(design, response, coefficients);
  for (let round = 0; round < 3 && exact; round++) {
    const gradient = design.map((column) => dot(column, residuals));
    const correction = solveUpper(triangle, solveLower(triangle, gradient));
    const settled = correction.every((step, term) => Math.abs(step[0]) <= 1e-17 * Math.abs(coefficients[term]![0]));
    if (settled) break;
    coefficients = coefficients.map((value, term) => add(value, correction[term]!));
    residuals = residualsOf(design, response, coefficients);
  }
  const basis = exact ? basisOf(design, triangle) : basisInDoubles(design, inverse);
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

/** The root of the largest eigenvalues of R'R and of its inverse, the columns of R scaled to length one. */
function conditionNumber(
  triangle: readonly (readonly DoubleDouble[])[],
  inverse: readonly (readonly DoubleDouble[])[],
): number {
  const size = triangle.length;
  const upper = triangle.map(() => new Float64Array(size));
  const lower = triangle.map(() => new Float64Array(size));
  for (let column = 0; column < size; column++) {
    let squares = 0;
    for (let row = 0; row <= column; row++) squares += triangle[column]![row]![0] ** 2;
    const length = Math.sqrt(squares);
    // The scaled inverse is transposed: its products of columns are those of R'R inverted.
    for (let row = 0; row <= column; row++) upper[column]![row] = triangle[column]![row]![0] / length;
    for (let k = column; k < size; k++) lower[column]![k] = inverse[k]![column]![0] * length;
  }
  return Math.sqrt(largestEigenvalue(products(upper)) * largestEigenvalue(products(lower)));
}

/** The inner products of every two vectors. */
function products(vectors: readonly Float64Array[]): Float64Array[] {
  return vectors.map((a) => {
    const line = new Float64Array(vectors.length);
    for (let j = 0; j < line.length; j++) {
      const b = vectors[j]!;
      let sum = 0;
      for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
      line[j] = sum;
    }
    return line;
  });
}
