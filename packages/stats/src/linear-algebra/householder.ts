import { divide, type DoubleDouble, multiply, negate, squareRoot, subtract } from './double-double.js';
import { copyOf, dot, type DoubleColumn, subtractMultiple } from './double-column.js';

/** A design as an orthonormal basis times an upper triangle R, and what it says of collinear columns. */
export interface Triangle {
  /** Numbers of the columns kept, in their order. */
  readonly kept: readonly number[];
  /** Numbers of the columns that are linear combinations of columns before them. */
  readonly dropped: readonly number[];
  /** The upper triangle R of the kept columns, `triangle[column][row]`. */
  readonly triangle: readonly (readonly DoubleDouble[])[];
  /** Q'y, of the kept columns. */
  readonly projection: readonly DoubleDouble[];
}

/**
 * A column is collinear when less than this share of its length is left after the columns before it are taken out: far above
 * the rounding of the input (1e-16), and below what the hardest of the NIST sets needs (Filip, 5e-8).
 */
const collinearShare = 1e-12;

/**
 * Householder QR in double-double arithmetic, columns in their order; a collinear one is moved out, as LINPACK's `dqrdc2`
 * in R does.
 */
export function qrDecomposition(columns: readonly DoubleColumn[], response: DoubleColumn): Triangle {
  const work = columns.map(copyOf);
  const y = copyOf(response);
  const rows = response.high.length;
  const kept: number[] = [];
  const dropped: number[] = [];
  const triangle: DoubleDouble[][] = [];
  work.forEach((column, number) => {
    const step = kept.length;
    const length = squareRoot(dot(column, column));
    const rest = squareRoot(dot(column, column, Math.min(step, rows)));
    if (!(rest[0] > collinearShare * length[0])) {
      dropped.push(number);
      return;
    }
    const first: DoubleDouble = [column.high[step]!, column.low[step]!];
    const diagonal = first[0] > 0 ? negate(rest) : rest;
    triangle.push([
      ...Array.from({ length: step }, (_, row): DoubleDouble => [column.high[row]!, column.low[row]!]),
      diagonal,
    ]);
    // The reflector is the rest of the column less the diagonal in its first place; half its squared length is `half`.
    const pivot = subtract(first, diagonal);
    [column.high[step], column.low[step]] = pivot;
    const half = negate(multiply(diagonal, pivot));
    for (const target of [...work.slice(number + 1), y]) {
      subtractMultiple(target, divide(dot(column, target, step), half), column, step);
    }
    kept.push(number);
  });
  return { kept, dropped, triangle, projection: kept.map((_, row) => [y.high[row]!, y.low[row]!]) };
}

/** The x with R x = right, from the bottom up. */
export function solveUpper(
  triangle: readonly (readonly DoubleDouble[])[],
  right: readonly DoubleDouble[],
): DoubleDouble[] {
  const solution = [...right];
  for (let column = triangle.length - 1; column >= 0; column--) {
    solution[column] = divide(solution[column]!, triangle[column]![column]!);
    for (let row = 0; row < column; row++) {
      solution[row] = subtract(solution[row]!, multiply(triangle[column]![row]!, solution[column]!));
    }
  }
  return solution;
}

/** The x with R' x = right, from the top down. */
export function solveLower(
  triangle: readonly (readonly DoubleDouble[])[],
  right: readonly DoubleDouble[],
): DoubleDouble[] {
  const solution: DoubleDouble[] = [];
  triangle.forEach((column, row) => {
    let value = right[row]!;
    for (let k = 0; k < row; k++) value = subtract(value, multiply(column[k]!, solution[k]!));
    solution.push(divide(value, column[row]!));
  });
  return solution;
}

/** The inverse of the triangle, `inverse[column][row]`. */
export function invertUpper(triangle: readonly (readonly DoubleDouble[])[]): DoubleDouble[][] {
  return triangle.map((_, number) =>
    solveUpper(
      triangle.slice(0, number + 1),
      Array.from({ length: number + 1 }, (_, row): DoubleDouble => [row === number ? 1 : 0, 0]),
    ),
  );
}
