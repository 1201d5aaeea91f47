import { alignedLines, visibleText } from '@indexlab/core';
import type { TableFigure } from './figure.js';

/**
 * A table as lines of text for a fixed-width font, where a Chinese character takes two columns.
 *
 * @example
 * tableText(tableFigure({ city: ['北京', '阿坝州'], score: [9.5, 10] }))
 * // => 'city    score\n------  -----\n北京      9.5\n阿坝州   10.0'
 */
export function tableText(table: TableFigure): string {
  const { lines, widths } = alignedLines(
    [table.columns.map((column) => column.title), ...table.rows],
    table.columns.map((column) => column.align),
  );
  const [header = '', ...rows] = lines;
  return [
    ...(table.title === '' ? [] : [visibleText(table.title), '']),
    header,
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...rows,
    ...omittedRows(table),
  ].join('\n');
}

/** The line that says how many rows were left out, if any. */
export function omittedRows(table: TableFigure): string[] {
  return table.omitted === 0 ? [] : [`… ${table.omitted} more ${table.omitted === 1 ? 'row' : 'rows'}`];
}
