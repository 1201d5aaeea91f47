/** The texts of a column that was to hold numbers. */
export interface TextCells {
  /** How many are numbers, and how many are none. */
  readonly numbers: number;
  readonly others: number;
  /** Those that are none, the first five that differ, each with its first row: `"n/a" (row 3 and 2 more), "12 a" (row 7)`. */
  readonly listed: string;
}

const shown = 5;
const number = /^[-+−]?(?=\.?\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?(e[-+]?\d+)?%?$/i;

/**
 * Tells the texts of a column that could be numbers from those that are none. Empty texts are missing.
 *
 * @param rowOf the row of a cell, counted from one; its place in the column unless told
 *
 * @example
 * textCells(['12', 'n/a', '9', '', 'n/a', '12 a']).listed // => '"n/a" (row 2 and 1 more), "12 a" (row 6)'
 */
export function textCells(
  values: ArrayLike<unknown>,
  rowOf: (index: number) => number = (index) => index + 1,
): TextCells {
  const others = new Map<string, { readonly row: number; count: number }>();
  let numbers = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (typeof value === 'number' && Number.isFinite(value)) numbers += 1;
    if (typeof value !== 'string' || value === '') continue;
    const known = others.get(value);
    if (known !== undefined) known.count += 1;
    else if (number.test(value.trim())) numbers += 1;
    else others.set(value, { row: rowOf(index), count: 1 });
  }
  const words = [...others].slice(0, shown).map(([value, { row, count }]) => {
    const text = JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
    return `${text} (row ${row}${count > 1 ? ` and ${count - 1} more` : ''})`;
  });
  return {
    numbers,
    others: [...others.values()].reduce((sum, { count }) => sum + count, 0),
    listed: `${words.join(', ')}${others.size > shown ? ` and ${others.size - shown} other text${others.size === shown + 1 ? '' : 's'}` : ''}`,
  };
}
