import { type Cell, cellText, type CellClass } from '../columns/cells.js';

/**
 * Among as many cells as columns and one more, the empty one without which the others look most like their columns; the
 * last of equals, and -1 when none is empty.
 */
export function emptyCellTooMany(found: readonly CellClass[], columns: readonly CellClass[]): number {
  const fits = (cell: number, column: number): number => (found[cell] === columns[column] ? 1 : 0);
  const width = found.length - 1;
  let score = 0;
  for (let column = 0; column < width; column += 1) score += fits(column + 1, column);
  let best = -1;
  let bestScore = -1;
  for (let cell = 0; cell <= width; cell += 1) {
    if (found[cell] === 'empty' && score >= bestScore) {
      best = cell;
      bestScore = score;
    }
    if (cell < width) score += fits(cell, cell) - fits(cell + 1, cell);
  }
  return best;
}

/** Whether a row repeats most names of the header, place by place: another table begins. */
export function repeatsNames(cells: readonly Cell[], names: readonly string[]): boolean {
  const shared = Math.min(cells.length, names.length);
  const same = names
    .slice(0, shared)
    .filter((name, column) => name !== '' && name === cellText(cells[column] ?? null)).length;
  return same >= 2 && same >= 0.8 * shared;
}
