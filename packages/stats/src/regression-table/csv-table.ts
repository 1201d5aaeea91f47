import { csvLine } from '@indexlab/core';
import type { TableLayout } from './table-layout.js';

/** Comma-separated values: a line per estimate, one for what stands below, the statistics, then the notes. */
export function csvTable({ title, heads, outcomes, coefficients, statistics, notes }: TableLayout): string {
  const lines: (readonly string[])[] = [
    ...(title === null ? [] : [[title]]),
    ['', ...heads],
    ['', ...outcomes],
    ...coefficients.flatMap(({ label, cells }) => [
      [label, ...cells.map((cell) => (cell === null ? '' : cell.estimate + cell.stars))],
      ['', ...cells.map((cell) => cell?.below ?? '')],
    ]),
    ...statistics.map(({ label, cells }) => [label, ...cells]),
    ...notes.map((note) => [note]),
  ];
  return lines.map((line) => csvLine(line)).join('\r\n') + '\r\n';
}
