import { readDataFile } from '@indexlab/adapters';
import { exactDigits, type Table } from '@indexlab/core';
import { tableFigure, tableText } from '@indexlab/figures';
import { decimalsOf } from '../decimals-of.js';
import { listOf } from '../list-of.js';
import type { Verb } from './verb.js';

/** `load <file>`: reads a file and says what was assumed and changed. */
export const load: Verb = {
  declare: (program) =>
    program
      .command('load')
      .description('read a file and say what was assumed and changed')
      .argument('<file>', '.csv, .tsv, .xlsx, .json or .parquet')
      .option('--encoding <encoding>', 'of a text file, such as gb18030; found by itself unless told')
      .option('--delimiter <delimiter>', 'of a text file; found by itself unless told')
      .option('--sheet <sheet>', 'of a workbook')
      .option('--range <range>', 'of a workbook, such as B3:F40')
      .option('--plain', 'take the file at its word: one header row, every other row is data')
      .option('--keep-totals', 'keep total rows')
      .option('--decimals <column=n>', 'printed decimals of columns, separated by commas')
      .option('--exact <columns>', 'columns without rounding, separated by commas'),
  async act({ args: [file], options, terminal }) {
    const text = (name: string): string | undefined =>
      options[name] === undefined ? undefined : String(options[name]);
    const { table, report } = await readDataFile(String(file), {
      ...(text('encoding') && { encoding: text('encoding')! }),
      ...(text('delimiter') && { delimiter: text('delimiter')! }),
      ...(text('sheet') && { sheet: text('sheet')! }),
      ...(text('range') && { range: text('range')! }),
      ...(options.plain === true && { layout: 'plain' as const }),
      ...(options.keepTotals === true && { keepTotals: true }),
      ...(text('decimals') && { decimals: decimalsOf(listOf(text('decimals')!)) }),
      ...(text('exact') && { exact: listOf(text('exact')!) }),
      onProgress: (done, total) => terminal.progress(`reading: ${Math.floor((100 * done) / total)} %`),
    });
    terminal.progress('');
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
