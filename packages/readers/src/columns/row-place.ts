/** The place of a row among those kept, counted from 1; `null` when it was dropped. */
export function rowIn(kept: Int32Array, row: number): number | null {
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (kept[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return kept[low] === row ? low + 1 : null;
}

/** A row of the data with its line in the file, which is another where a header or titles stand above. */
export function placeText(row: number, line: number): string {
  return row === line ? `row ${row}` : `row ${row}, line ${line}`;
}
