import { sorted } from '../descriptive/values.js';

/** A matrix that is computed, not stored: values ascend, or stay, along each row and down each column. */
export interface SortedMatrix {
  readonly rows: number;
  readonly columns: number;
  /** The first column of a row that counts, not descending. */
  first(row: number): number;
  value(row: number, column: number): number;
}

/**
 * The cell at a sorted place, from 0, among all cells that count: a selection in O((rows + columns) log) steps that keeps
 * numbers for the rows only.
 *
 * The cells that may still be the one sought are a range of each row, and a pivot cuts all ranges. Most pivots are the cell
 * at the place's share in a sample of the candidates, which leaves few of them; every fourth is the median of the ranges'
 * middles, each weighted by its range, which leaves at most three quarters whatever the values (Johnson and Mizoguchi 1978).
 */
export function selectPair(matrix: SortedMatrix, place: number): number {
  const { rows, columns } = matrix;
  const left = Int32Array.from({ length: rows }, (_, row) => matrix.first(row));
  const right = new Int32Array(rows).fill(columns);
  let before = 0;
  for (let round = 1; ; round += 1) {
    const sizes = right.map((end, row) => Math.max(0, end - left[row]!));
    const candidates = sizes.reduce((sum, size) => sum + size, 0);
    if (candidates <= 2 * rows) return remaining(matrix, left, sizes, candidates)[place - before]!;
    const share = (place - before) / candidates;
    const pivot =
      round % 4 === 0
        ? weightedMedian(matrix, left, sizes, candidates)
        : sampleQuantile(matrix, left, sizes, candidates, share);
    const below = ends(matrix, (value) => value < pivot);
    const upTo = ends(matrix, (value) => value <= pivot);
    if (place < below.count) {
      below.end.forEach((end, row) => (right[row] = Math.min(right[row]!, end)));
    } else if (place >= upTo.count) {
      upTo.end.forEach((end, row) => (left[row] = Math.max(left[row]!, end)));
      before = left.reduce((sum, start, row) => sum + start - matrix.first(row), 0);
    } else {
      return pivot;
    }
  }
}

/** For each row the column after the last of those, from the first on, that belong; and how many belong in all. */
function ends(matrix: SortedMatrix, belongs: (value: number) => boolean): { end: Int32Array; count: number } {
  const end = new Int32Array(matrix.rows);
  let [column, count] = [matrix.columns, 0];
  for (let row = 0; row < matrix.rows; row += 1) {
    const first = matrix.first(row);
    while (column > first && !belongs(matrix.value(row, column - 1))) column -= 1;
    end[row] = Math.max(first, column);
    count += end[row]! - first;
  }
  return { end, count };
}

function remaining(matrix: SortedMatrix, left: Int32Array, sizes: Int32Array, candidates: number): Float64Array {
  const values = new Float64Array(candidates);
  let at = 0;
  sizes.forEach((size, row) => {
    for (let k = 0; k < size; k += 1) values[at++] = matrix.value(row, left[row]! + k);
  });
  return sorted(values);
}

/** How many candidates a sample has. */
const sampleSize = 1001;

/** The value at a share of a sample of the candidates, spread evenly over them row by row. */
function sampleQuantile(
  matrix: SortedMatrix,
  left: Int32Array,
  sizes: Int32Array,
  candidates: number,
  share: number,
): number {
  const sample = new Float64Array(sampleSize);
  let [row, before] = [0, 0];
  for (let k = 0; k < sampleSize; k += 1) {
    const at = Math.floor(((k + 0.5) / sampleSize) * candidates);
    while (at >= before + sizes[row]!) before += sizes[row++]!;
    sample[k] = matrix.value(row, left[row]! + at - before);
  }
  return sample.sort()[Math.floor(share * sampleSize)]!;
}

/** The least middle of a row's candidates that, with all below it, has half of the candidates. */
function weightedMedian(matrix: SortedMatrix, left: Int32Array, sizes: Int32Array, candidates: number): number {
  const middles = Array.from(sizes.keys())
    .filter((row) => sizes[row]! > 0)
    .map((row) => ({ value: matrix.value(row, left[row]! + (sizes[row]! >> 1)), weight: sizes[row]! }))
    .sort((a, b) => a.value - b.value);
  let weight = 0;
  return middles.find((middle) => 2 * (weight += middle.weight) >= candidates)!.value;
}
