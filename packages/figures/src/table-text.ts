import { displayWidth } from './display-width.js';
import type { TableFigure } from './figure.js';

/**
 * A table as lines of text for a fixed-width font, where a Chinese character takes two columns.
 *
 * @example
 * tableText(tableFigure({ city: ['北京', '阿坝州'], score: [9.5, 10] }))
 * // => 'city    score\n------  -----\n北京      9.5\n阿坝州   10.0'
 */
export function tableText(table: TableFigure): string {
  const header = table.columns.map((column) => oneLine(column.title));
  const rows = table.rows.map((row) => row.map(oneLine));
  const widths = header.map((title, column) =>
    Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[column]!))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const space = ' '.repeat(widths[column]! - displayWidth(cell));
        return table.columns[column]!.align === 'right' ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  return [
    ...(table.title === '' ? [] : [table.title, '']),
    line(header),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...rows.map(line),
    ...omittedRows(table),
  ].join('\n');
}

/** The line that says how many rows were left out, if any. */
export function omittedRows(table: TableFigure): string[] {
  return table.omitted === 0 ? [] : [`… ${table.omitted} more ${table.omitted === 1 ? 'row' : 'rows'}`];
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}
