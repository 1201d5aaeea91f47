import { type NumberColumn, printedDecimals, type TextColumn } from '@indexlab/core';
import type { Problem } from './problem.js';

/** Reads a column of texts that should be one of numbers: each cell that is no number is missing, and a problem. */
export function numbersAmongTexts({ name, values }: TextColumn): {
  readonly column: NumberColumn;
  readonly problems: readonly Problem[];
} {
  const read = values.map((cell) => (cell === null ? NaN : numberOf(cell)));
  const problems = values.flatMap((cell, row): Problem[] =>
    cell === null || !Number.isNaN(read[row])
      ? []
      : [
          {
            rule: 'text-cell',
            severity: 'error',
            row: row + 1,
            column: name,
            value: cell,
            message: `The cell holds ${JSON.stringify(cell)} where a number should stand.`,
          },
        ],
  );
  const decimals = Int8Array.from(values, (cell, row) => (Number.isNaN(read[row]) ? 0 : printedDecimals(cell!.trim())));
  return { column: { type: 'number', name, values: Float64Array.from(read), decimals }, problems };
}

/** How many of the cells that hold something are plain numbers. */
export function shareOfNumbers({ values }: TextColumn): number {
  const present = values.filter((cell) => cell !== null);
  if (present.length === 0) return 0;
  return present.filter((cell) => !Number.isNaN(numberOf(cell))).length / present.length;
}

function numberOf(cell: string): number {
  const text = cell.trim();
  const plain = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : NaN;
}
