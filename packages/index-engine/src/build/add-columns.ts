/**
 * `sum of w x` of every row, column by column, four columns in one pass. Terms are added in the order of the columns,
 * so that the result has the bits of a sum row by row; a missing value makes a sum missing by itself.
 *
 * @param into where the sums go
 */
export function addColumns(columns: readonly Float64Array[], weights: readonly number[], into: Float64Array): void {
  into.fill(0);
  let first = 0;
  for (; first + 4 <= columns.length; first += 4) addFour(columns, weights, first, into);
  for (; first < columns.length; first += 1) addOne(columns[first]!, weights[first]!, into);
}

function addFour(
  columns: readonly Float64Array[],
  weights: readonly number[],
  first: number,
  into: Float64Array,
): void {
  const [a, b, c, d] = [columns[first]!, columns[first + 1]!, columns[first + 2]!, columns[first + 3]!];
  const [u, v, w, x] = [weights[first]!, weights[first + 1]!, weights[first + 2]!, weights[first + 3]!];
  for (let row = 0; row < into.length; row += 1) {
    into[row] = into[row]! + u * a[row]! + v * b[row]! + w * c[row]! + x * d[row]!;
  }
}

function addOne(column: Float64Array, weight: number, into: Float64Array): void {
  for (let row = 0; row < into.length; row += 1) into[row]! += weight * column[row]!;
}
