import type { TableLayout } from './table-layout.js';

/** A table for a terminal or a fixed-width page; Chinese characters count two columns. */
export function textTable({ title, heads, outcomes, coefficients, statistics, notes }: TableLayout): string {
  // Estimates stand above each other, their stars to the right.
  const room = Math.max(0, ...coefficients.flatMap(({ cells }) => cells.map((cell) => cell?.stars.length ?? 0)));
  const lines: string[][] = [
    ['', ...heads],
    ['', ...outcomes],
    [],
    ...coefficients.flatMap(({ label, cells }) => [
      [label, ...cells.map((cell) => (cell === null ? '' : cell.estimate + cell.stars.padEnd(room)))],
      ['', ...cells.map((cell) => (cell === null ? '' : cell.below + ' '.repeat(room)))],
    ]),
    [],
    ...statistics.map(({ label, cells }) => [label, ...cells]),
  ];
  const widths = ['', ...heads].map((_, column) => Math.max(...lines.map((line) => displayWidth(line[column] ?? ''))));
  const total = widths.reduce((sum, width) => sum + width + 2, -2);
  const write = (line: readonly string[]): string =>
    line.length === 0
      ? '-'.repeat(total)
      : line
          .map((cell, column) =>
            column === 0 ? cell + fill(cell, widths[0]!) : `  ${fill(cell, widths[column]!)}${cell}`,
          )
          .join('')
          .trimEnd();
  return [...(title === null ? [] : [title]), '='.repeat(total), ...lines.map(write), '='.repeat(total), ...notes].join(
    '\n',
  );
}

function fill(cell: string, width: number): string {
  return ' '.repeat(width - displayWidth(cell));
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{3fffd}]/u;

function displayWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
}
