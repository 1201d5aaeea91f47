import { escapeHtml } from '@indexlab/core';
import type { TableLayout } from './table-layout.js';

/** A table element, without styles of its own but for the alignment of numbers. */
export function htmlTable({ title, heads, outcomes, coefficients, statistics, notes }: TableLayout): string {
  const row = (label: string, cells: readonly string[], tag = 'td'): string =>
    `<tr><th scope="row" style="text-align:left">${label}</th>${cells.map((cell) => `<${tag} style="text-align:right">${cell}</${tag}>`).join('')}</tr>`;
  return [
    '<table class="regression-table">',
    ...(title === null ? [] : [`<caption>${escapeHtml(title)}</caption>`]),
    '<thead>',
    row('', heads.map(escapeHtml), 'th'),
    row('', outcomes.map(escapeHtml), 'th'),
    '</thead>',
    '<tbody>',
    ...coefficients.map(({ label, cells }) =>
      row(
        escapeHtml(label),
        cells.map((cell) =>
          cell === null ? '' : `${cell.estimate}<sup>${cell.stars}</sup><br>${escapeHtml(cell.below)}`,
        ),
      ),
    ),
    '</tbody>',
    '<tbody>',
    ...statistics.map(({ label, cells }) => row(label, cells.map(escapeHtml))),
    '</tbody>',
    '<tfoot>',
    `<tr><td colspan="${heads.length + 1}">${notes.map(escapeHtml).join('<br>')}</td></tr>`,
    '</tfoot>',
    '</table>',
  ].join('\n');
}
