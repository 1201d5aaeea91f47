import { alignedLines } from '@indexlab/core';
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
  const aligned = alignedLines(lines, ['left', ...heads.map(() => 'right' as const)]);
  const total = aligned.widths.reduce((sum, width) => sum + width + 2, -2);
  const body = aligned.lines.map((line, index) => (lines[index]!.length === 0 ? '-'.repeat(total) : line));
  const rule = '='.repeat(total);
  return [...(title === null ? [] : [title]), rule, ...body, rule, ...notes].join('\n');
}
