import { exactDigits, type Table } from '@indexlab/core';
import { tableFigure, tableText } from '@indexlab/figures';
import { readerOptions, withReaderOptions } from '../reader-options.js';
import { readUserFile } from '../user-table.js';
import type { Verb } from './verb.js';

/** `load <file>`: reads a file and says what was assumed and changed. */
export const load: Verb = {
  declare: (program) =>
    withReaderOptions(
      program
        .command('load')
        .description('read a file and say what was assumed and changed')
        .argument('<file>', '.csv, .tsv, .xlsx, .xls, .ods, .json, .parquet, .dta or .sav'),
    ),
  async act({ args: [file], options, terminal }) {
    const { table, report } = await readUserFile(file, terminal, readerOptions(options));
    const { rowsIn, rowsKept, rowsDropped, notes } = report;
    const columns = columnsOf(table);
    if (options.json) {
      terminal.json({ columns, rowsIn, rowsKept, rowsDropped, notes });
    } else {
      terminal.line(tableText(tableFigure(columns, { title: `${rowsKept} of ${rowsIn} rows kept`, limit: Infinity })));
      if (notes.length > 0)
        terminal.line(
          `\n${tableText(
            tableFigure(
              notes.map((note) => ({ ...note })),
              { title: 'What was assumed and changed', limit: Infinity },
            ),
          )}`,
        );
    }
    return true;
  },
};

function columnsOf(table: Table) {
  return table.columns.map((name) => {
    const column = table.column(name);
    if (column.type === 'text')
      return {
        name,
        type: 'text',
        unit: null,
        decimals: null,
        missing: column.values.filter((value) => value === null).length,
      };
    const printed = [...(column.decimals ?? [])].filter((decimals) => decimals !== exactDigits);
    return {
      name,
      type: 'number',
      unit: column.unit ?? null,
      decimals: printed.length > 0 ? printed.reduce((most, decimals) => Math.max(most, decimals)) : null,
      missing: column.values.filter(Number.isNaN).length,
    };
  });
}
