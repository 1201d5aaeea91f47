import type { Table } from '@indexlab/core';
import { isEmptyRow } from '../is-empty-row.js';
import type { Problem } from '../problem.js';
import type { Rule } from '../rule.js';

export const duplicateRow: Rule = {
  name: 'duplicate-row',
  finds: 'two rows that are equal in every cell',
  roles: [],
  check: ({ table }) => [{ columns: [], problems: repeatedRows(table) }],
};

function repeatedRows(table: Table): Problem[] {
  const columns = table.columns.map((name) => table.column(name).values);
  const equal = (a: number, b: number): boolean => columns.every((cells) => Object.is(cells[a], cells[b]));
  const rowsOfHash = new Map<number, number[]>();
  const problems: Problem[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    if (isEmptyRow(table, row)) continue;
    const hash = columns.reduce((sum, cells) => Math.imul(sum, 31) + hashOf(cells[row]), 7) | 0;
    const candidates = rowsOfHash.get(hash);
    const earlier = candidates?.find((other) => equal(other, row));
    if (earlier !== undefined) {
      const message = `Row ${row + 1} repeats row ${earlier + 1}.`;
      problems.push({ rule: 'duplicate-row', severity: 'error', row: row + 1, column: null, value: null, message });
    } else if (candidates) candidates.push(row);
    else rowsOfHash.set(hash, [row]);
  }
  return problems;
}

function hashOf(cell: unknown): number {
  if (typeof cell === 'number') return Math.imul((cell * 1000) | 0, 0x9e3779b1);
  const text = String(cell);
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}
