import { displayWidth } from './display-width.js';
import { visibleText } from './visible-text.js';

/**
 * Rows of texts as lines for a fixed-width font, each column as wide as its widest cell and two blanks from the next.
 *
 * @param rows each with a text per column; a shorter row ends early
 * @param align a side per column
 * @returns the lines, without blanks at their ends, and the columns' widths
 *
 * @example
 * alignedLines([['city', 'score'], ['北京', '9.5']], ['left', 'right'])
 * // => { lines: ['city  score', '北京    9.5'], widths: [4, 5] }
 */
export function alignedLines(
  rows: readonly (readonly string[])[],
  align: readonly ('left' | 'right')[],
): { lines: string[]; widths: number[] } {
  const cells = rows.map((row) => row.map(oneLine));
  const widths = align.map((_, column) =>
    cells.reduce((width, row) => Math.max(width, displayWidth(row[column] ?? '')), 0),
  );
  const fitted = (cell: string, column: number): string => {
    const space = ' '.repeat(widths[column]! - displayWidth(cell));
    return align[column] === 'right' ? space + cell : cell + space;
  };
  return { lines: cells.map((row) => row.map(fitted).join('  ').trimEnd()), widths };
}

function oneLine(text: string): string {
  return visibleText(text.replace(/\s*[\r\n]+\s*|\t/g, ' '));
}
