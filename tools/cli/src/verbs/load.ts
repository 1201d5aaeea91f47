import { displayWidth, exactDigits, type Table } from '@indexlab/core';
import { tableFigure, tableText } from '@indexlab/figures';
import type { ImportNote } from '@indexlab/readers';
import { noteText } from '../note-text.js';
import { readerOptions, withReaderOptions } from '../reader-options.js';
import { readUserFile } from '../user-table.js';
import { wrapText } from '../wrap-text.js';
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
      for (const line of columnLines(columns, `${rowsKept} of ${rowsIn} rows kept`)) terminal.line(line);
      if (notes.length > 0) terminal.line('\nWhat was assumed and changed');
      for (const line of notes.flatMap(noteLines)) terminal.line(line);
    }
    return true;
  },
};

/** The columns as a table, or one below the other where names are too long for one. */
function columnLines(columns: ReturnType<typeof columnsOf>, title: string): string[] {
  const table = tableText(tableFigure(columns, { title, limit: Infinity })).split('\n');
  if (table.every((line) => displayWidth(line) <= 80)) return table;
  return [
    title,
    '',
    ...columns.flatMap(({ name, type, unit, decimals, missing }) => {
      const more = [unit === null ? '' : `unit ${unit}`, decimals === null ? '' : `${decimals} decimals`];
      return wrapText([`${name}: ${type}`, ...more, `${missing} missing`].filter(Boolean).join(', '), 80, '  ');
    }),
  ];
}

/** A note in two parts: what it is about and where, then what was assumed. */
function noteLines(note: ImportNote): string[] {
  const { where, what } = noteText(note);
  const head = note.weight === 'warning' ? `warning: ${note.rule}` : note.rule;
  return ['', ...wrapText([head, ...where].join(', '), 80, '  '), ...wrapText(`  ${what}`, 80, '  ')];
}

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
