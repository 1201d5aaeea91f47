import type { Column, Table } from '@indexlab/core';
import { printedCell, printedName } from '../columns/printed-cell.js';

/**
 * Writes a table as JSON that `readJson` reads back as the same table: an array of one object a row, one row a line. A table
 * without rows is written as its `columns` and no `data`.
 *
 * Numbers are written with their printed decimals (27.70, which other readers take for 27.7), units in brackets behind the
 * names, missing cells as `null`.
 *
 * @throws IndexlabError when a number is infinite
 *
 * @example
 * writeJson(readCsv('place,index\n北京,25.80\n').table) // => '[\n{"place":"北京","index":25.80}\n]\n'
 */
export function writeJson(table: Table): string {
  const columns = table.columns.map((name) => table.column(name));
  const keys = columns.map((column) => JSON.stringify(printedName(column)));
  if (table.rowCount === 0) return `{"columns":[${keys.join(',')}],"data":[]}\n`;
  const rows = Array.from(
    { length: table.rowCount },
    (_, row) => `{${columns.map((column, index) => `${keys[index]}:${cell(column, row)}`).join(',')}}`,
  );
  return `[\n${rows.join(',\n')}\n]\n`;
}

function cell(column: Column, row: number): string {
  if (column.type === 'number') return printedCell(column, row, 'writeJson') ?? 'null';
  return JSON.stringify(column.values[row] ?? null);
}
