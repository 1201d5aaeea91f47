import { type NumberColumn } from '@indexlab/core';

/** A column with the ends of what its printed digits allow, in doubles: to look for relations quickly, never to judge. */
export interface Bounded {
  readonly name: string;
  readonly values: Float64Array;
  readonly half: Float64Array;
  /** The greatest value minus the least. */
  readonly spread: number;
}

export function bounded(column: NumberColumn): Bounded {
  const { name, values, decimals } = column;
  const half = Float64Array.from(values, (_, row) => (decimals![row]! < 0 ? 0 : 0.5 * 10 ** -decimals![row]!));
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { name, values, half, spread: most - least };
}

/** What speaks for a relation between a column and what others say that its cells are. */
export interface Evidence {
  /** Rows in which the relation can be looked at. */
  readonly rows: number;
  readonly holding: number;
  /** Decimal digits of surprise: minus the logarithm of the chance that so many rows hold without a relation. */
  readonly digits: number;
}

/** The least share of the rows that must hold for a relation to be there at all. */
const most = 0.65;

/**
 * Compares the cells of a column with bounds of what they should be.
 *
 * The chance that a cell meets its bounds without a relation is the width of what meets them over the size of the cell,
 * or over the spread of the column where that is smaller. Rows that repeat a value count once.
 *
 * @param expected the bounds for a row as middle and half width; `undefined` where nothing follows
 * @returns `undefined` as soon as too many rows do not hold
 */
export function evidence(
  column: Bounded,
  expected: (row: number) => readonly [middle: number, half: number] | undefined,
): Evidence | undefined {
  const count = column.values.length;
  // Most relations that are tried do not hold, which a few rows of a long table show.
  if (count > 10 * sampled) {
    const few = over(column, expected, Math.floor(count / sampled));
    if (few.rows > 10 && few.holding < 0.5 * few.rows) return undefined;
  }
  const found = over(column, expected, 1);
  return found.rows >= 3 && found.holding >= most * found.rows ? found : undefined;
}

/** How many rows of a long table are looked at first. */
const sampled = 50;

/** The evidence of every n-th row, as far as not too many rows fail to hold. */
function over(
  column: Bounded,
  expected: (row: number) => readonly [middle: number, half: number] | undefined,
  step: number,
): Evidence {
  const count = column.values.length;
  const seen = new Set<number>();
  let [rows, holding, digits] = [0, 0, 0];
  for (let row = 0; row < count; row += step) {
    const value = column.values[row]!;
    if (Number.isNaN(value)) continue;
    const bounds = expected(row);
    if (bounds === undefined) continue;
    rows += 1;
    const width = bounds[1] + column.half[row]!;
    const slack = width + 1e-9 * Math.abs(value);
    if (Math.abs(value - bounds[0]) <= slack) {
      holding += 1;
      if (!seen.has(value)) {
        const room = Math.min(Math.abs(value), column.spread);
        digits += Math.max(0, Math.min(4, -Math.log10((2 * width + 1e-9 * Math.abs(value)) / room)) || 0);
        seen.add(value);
      }
    } else if (rows - holding > ((1 - most) * count) / step + 1) break;
  }
  return { rows, holding, digits };
}
