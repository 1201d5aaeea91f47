import { add, divide, type DoubleDouble, multiply, squareRoot, subtract } from './double-double.js';
import { dot, type DoubleColumn } from './double-column.js';
import type { Triangle } from './householder.js';

/** So many rows at a time stay in the processor's cache while all pairs of columns are multiplied. */
export const block = 1024;

/**
 * The triangle by Cholesky from cross products in double-double arithmetic: several times faster than Householder on many
 * rows. Its error grows with the square of the condition number, which leaves 1e-26 where that is at most 1,000; a design
 * where some column's own share is less than a thousandth, but not zero, gives null.
 */
export function normalEquations(columns: readonly DoubleColumn[], response: DoubleColumn): Triangle | null {
  const products = crossProducts([...columns, response]);
  const kept: number[] = [];
  const dropped: number[] = [];
  const triangle: DoubleDouble[][] = [];
  const projection: DoubleDouble[] = [];
  for (let number = 0; number <= columns.length; number++) {
    const entries: DoubleDouble[] = [];
    kept.forEach((earlier, row) => {
      let value = products[number]![earlier]!;
      for (let k = 0; k < row; k++) value = subtract(value, multiply(triangle[row]![k]!, entries[k]!));
      entries.push(divide(value, triangle[row]![row]!));
    });
    if (number === columns.length) {
      projection.push(...entries);
      break;
    }
    const length = products[number]![number]!;
    const rest = entries.reduce((left, entry) => subtract(left, multiply(entry, entry)), length);
    if (!(rest[0] > 1e-24 * length[0])) {
      dropped.push(number);
    } else if (rest[0] > 1e-6 * length[0]) {
      kept.push(number);
      triangle.push([...entries, squareRoot(rest)]);
    } else {
      return null;
    }
  }
  return { kept, dropped, triangle, projection };
}

/** The sums of products of every two columns, `products[j][i]` for i up to j. */
function crossProducts(columns: readonly DoubleColumn[]): DoubleDouble[][] {
  const rows = columns[0]!.high.length;
  const products = columns.map((_, j): DoubleDouble[] => Array.from({ length: j + 1 }, () => [0, 0]));
  for (let from = 0; from < rows; from += block) {
    products.forEach((line, j) => {
      line.forEach((sum, i) => (line[i] = add(sum, dot(columns[i]!, columns[j]!, from, Math.min(from + block, rows)))));
    });
  }
  return products;
}
