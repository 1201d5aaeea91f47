import { listTables, loadTable } from '@indexlab/adapters';
import { tableFigure, tableText } from '@indexlab/figures';
import { cellToken, type Column, csvLine, type Table } from '@indexlab/core';
import type { Verb } from './verb.js';

/** `tables [id]`: lists the published tables, or prints one. */
export const tables: Verb = {
  declare: (program) =>
    program
      .command('tables')
      .description('list the published tables, or print one')
      .argument('[id]', 'the table, such as internet-plus-2016/cities')
      .option('--csv', 'print the table as CSV, with the digits as printed'),
  async act({ args: [id], options, terminal }) {
    if (typeof id === 'string') {
      const { table, title, locator } = loadTable(id);
      if (options.json) terminal.json({ tables: [summary(id)], rows: table.toRows() });
      else if (options.csv) terminal.line(csv(table));
      else terminal.line(tableText(tableFigure(table, { title: `${title} (${place(locator)})`, limit: Infinity })));
      return true;
    }
    const all = listTables().map((info) => summary(info.id));
    if (options.json) terminal.json({ tables: all });
    else
      terminal.line(
        tableText(
          tableFigure(
            all.map(({ id: name, rows, title }) => ({ id: name, rows, title })),
            { limit: Infinity },
          ),
        ),
      );
    return true;
  },
};

function summary(id: string) {
  const { report, title, locator, columns, source, table } = loadTable(id);
  return {
    id,
    report,
    title,
    locator: place(locator),
    rows: table.rowCount,
    columns: columns.map(({ name, type, unit, decimals }) => ({
      name,
      type,
      unit: unit ?? null,
      decimals: decimals ?? null,
    })),
    source,
  };
}

function place({ chapter, heading, offset }: { chapter: string; heading: string; offset: number }): string {
  return `${chapter} / ${heading} / ${offset}`;
}

function csv(table: Table): string {
  const columns = table.columns.map((name) => table.column(name));
  const lines = Array.from({ length: table.rowCount }, (_, row) => csvLine(columns.map((column) => cell(column, row))));
  return [csvLine(table.columns), ...lines].join('\n');
}

function cell(column: Column, row: number): string {
  if (column.type === 'text') return column.values[row] ?? '';
  return Number.isNaN(column.values[row]) ? '' : cellToken(column, row);
}
