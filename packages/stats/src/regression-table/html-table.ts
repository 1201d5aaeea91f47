import type { TableLayout } from './table-layout.js';

/** A table element, without styles of its own but for the alignment of numbers. */
export function htmlTable({ title, heads, outcomes, coefficients, statistics, notes }: TableLayout): string {
  const row = (label: string, cells: readonly string[], tag = 'td'): string =>
    `<tr><th scope="row" style="text-align:left">${label}</th>${cells.map((cell) => `<${tag} style="text-align:right">${cell}</${tag}>`).join('')}</tr>`;
  return [
    '<table class="regression-table">',
    ...(title === null ? [] : [`<caption>${escape(title)}</caption>`]),
    '<thead>',
    row('', heads.map(escape), 'th'),
    row('', outcomes.map(escape), 'th'),
    '</thead>',
    '<tbody>',
    ...coefficients.map(({ label, cells }) =>
      row(
        escape(label),
        cells.map((cell) => (cell === null ? '' : `${cell.estimate}<sup>${cell.stars}</sup><br>${escape(cell.below)}`)),
      ),
    ),
    '</tbody>',
    '<tbody>',
    ...statistics.map(({ label, cells }) => row(label, cells.map(escape))),
    '</tbody>',
    '<tfoot>',
    `<tr><td colspan="${heads.length + 1}">${notes.map(escape).join('<br>')}</td></tr>`,
    '</tfoot>',
    '</table>',
  ].join('\n');
}

function escape(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!,
  );
}
