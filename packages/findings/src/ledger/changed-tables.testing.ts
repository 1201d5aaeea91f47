import { loadTable } from '@indexlab/adapters';
import { Table } from '@indexlab/core';
import { loadingOnce } from './compute-ledger.js';

/** The published tables, each loaded once. */
export const published = loadingOnce((id) => loadTable(id).table);

/** The published tables with one number of one table raised by one in its last printed place. */
export function raised(id: string, row: number, column: string): (wanted: string) => Table {
  return loadingOnce((wanted) => {
    const table = published(wanted);
    if (wanted !== id) return table;
    const columns = table.columns.map((name) => table.column(name));
    return new Table(
      columns.map((original) => {
        if (original.name !== column || original.type !== 'number') return original;
        const step = 10 ** -Math.max(0, original.decimals![row - 1]!);
        return {
          ...original,
          values: original.values.map((value, index) => (index === row - 1 ? value + step : value)),
        };
      }),
    );
  });
}

/** The published tables with every index of one of them ten times as large. */
export function spoilt(id: string): (wanted: string) => Table {
  return loadingOnce((wanted) => (wanted === id ? tenfold(published(wanted)) : published(wanted)));
}

function tenfold(table: Table): Table {
  return new Table(
    table.columns.map((name) => {
      const column = table.column(name);
      return column.name === 'index' && column.type === 'number'
        ? { ...column, values: column.values.map((value) => 10 * value) }
        : column;
    }),
  );
}
