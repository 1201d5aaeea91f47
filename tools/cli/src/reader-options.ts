import { assertThat, IndexlabError } from '@indexlab/core';
import type { Command } from 'commander';
import { decimalsOf, pairs } from './decimals-of.js';
import { listOf } from './list-of.js';
import { oneOf } from './one-of.js';
import type { UserTableOptions } from './user-table.js';
import { wholeNumber } from './whole-number.js';

/** Declares the options of a verb that reads a user's file: how the file is to be read. The same on every such verb. */
export function withReaderOptions(command: Command): Command {
  return command
    .option('--sheet <sheet>', 'the sheet of a workbook, by name or number')
    .option('--range <range>', 'the cells of a sheet, such as B3:F40')
    .option('--table <n>', 'which table, where a file holds several')
    .option('--header <rows>', 'the rows of the header, such as 1 or 1-2, or none')
    .option('--types <column=type>', 'text or number, by column; "text" alone for all', collect)
    .option('--missing <marks>', 'further marks of missing numbers, separated by commas', collect)
    .option('--decimal-mark <mark>', '"." or ","')
    .option('--thousands <mark>', 'what separates thousands: "," "." " " or "\'"')
    .option('--encoding <encoding>', 'of a text file, such as gb18030; found by itself unless told')
    .option('--delimiter <delimiter>', 'of a text file, such as ";" or tab; found by itself unless told')
    .option('--plain', 'take the file at its word: one header row, every other row is data')
    .option('--keep-totals', 'keep total rows')
    .option('--decimals <column=n>', 'printed decimals of columns, separated by commas', collect)
    .option('--exact <columns>', 'columns without rounding, separated by commas', collect);
}

/** An option may be given more than once, and each time hold a list. */
function collect(value: string, before: string[] = []): string[] {
  return [...before, ...listOf(value)];
}

/**
 * How a file is to be read, from the options of a verb declared by `withReaderOptions`.
 *
 * @throws IndexlabError naming an option that says nothing
 */
export function readerOptions(options: Readonly<Record<string, unknown>>): UserTableOptions {
  const text = (name: string): string | undefined => (options[name] === undefined ? undefined : String(options[name]));
  const list = (name: string): string[] | undefined => options[name] as string[] | undefined;
  const decimalMark = oneOf('--decimal-mark', text('decimalMark'), ['.', ',']) as '.' | ',' | undefined;
  const thousands = oneOf('--thousands', text('thousands'), [',', '.', ' ', "'"]) as ',' | '.' | ' ' | "'" | undefined;
  assertThat(
    decimalMark === undefined || decimalMark !== thousands,
    () => `--decimal-mark and --thousands require two marks, got ${JSON.stringify(thousands)} twice`,
  );
  return given({
    sheet: text('sheet'),
    range: text('range'),
    table: options.table === undefined ? undefined : wholeNumber('--table', options.table, 1),
    header: text('header') === undefined ? undefined : headerOf(text('header')!),
    types: list('types') && typesOf(list('types')!),
    missing: list('missing'),
    decimalMark,
    thousands,
    encoding: text('encoding'),
    delimiter: text('delimiter') === undefined ? undefined : delimiterOf(text('delimiter')!),
    layout: options.plain === true ? ('plain' as const) : undefined,
    keepTotals: options.keepTotals === true ? true : undefined,
    decimals: list('decimals') && decimalsOf(list('decimals')!),
    exact: list('exact'),
  });
}

/** An object without its undefined fields. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** `1`, `1-2`, `2,3` or `none`. */
function headerOf(text: string): number | number[] | false {
  if (text === 'none') return false;
  const range = /^(\d+)-(\d+)$/.exec(text);
  const rows = range
    ? Array.from({ length: Math.max(0, Number(range[2]) - Number(range[1]) + 1) }, (_, row) => Number(range[1]) + row)
    : listOf(text).map(Number);
  assertThat(
    rows.length > 0 && rows.length <= 10 && rows.every((row) => Number.isInteger(row) && row >= 1),
    () => `--header requires rows from 1, such as 1 or 1-2, or none, got ${JSON.stringify(text)}`,
  );
  return rows.length === 1 ? rows[0]! : rows;
}

function typesOf(items: readonly string[]): 'text' | Record<string, 'text' | 'number'> {
  if (items.length === 1 && items[0] === 'text') return 'text';
  return Object.fromEntries(
    Object.entries(pairs('--types', items)).map(([column, type]) => {
      if (type === 'text' || type === 'number') return [column, type];
      throw new IndexlabError(
        `--types requires text or number, got ${JSON.stringify(type)} (column ${JSON.stringify(column)})`,
      );
    }),
  );
}

function delimiterOf(text: string): string {
  return text === 'tab' || text === '\\t' ? '\t' : text;
}
