import { escapeHtml } from '@indexlab/core';
import type { TableFigure } from './figure.js';
import { omittedRows } from './table-text.js';

/**
 * A table as an HTML element. It needs no style sheet, and every text in it is escaped.
 *
 * @example
 * tableHtml(tableFigure({ city: ['A & B'] }, { title: 'Cities' }))
 * // => '<table>\n<caption style="text-align:left;white-space:nowrap">Cities</caption>\n<thead>\n<tr><th style="text-align:left">city</th></tr>\n</thead>\n<tbody>\n<tr><td style="text-align:left">A &amp; B</td></tr>\n</tbody>\n</table>'
 */
export function tableHtml(table: TableFigure): string {
  const row = (tag: 'th' | 'td', cells: readonly string[]): string =>
    `<tr>${cells.map((cell, column) => `<${tag} style="text-align:${table.columns[column]!.align}">${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  return [
    '<table>',
    ...(table.title === ''
      ? []
      : [`<caption style="text-align:left;white-space:nowrap">${escapeHtml(table.title)}</caption>`]),
    '<thead>',
    row(
      'th',
      table.columns.map((column) => column.title),
    ),
    '</thead>',
    '<tbody>',
    ...table.rows.map((cells) => row('td', cells)),
    ...omittedRows(table).map(
      (text) => `<tr><td colspan="${table.columns.length}" style="text-align:left">${text}</td></tr>`,
    ),
    '</tbody>',
    '</table>',
  ].join('\n');
}
