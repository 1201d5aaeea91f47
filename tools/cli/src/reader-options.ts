import { assertThat } from '@indexlab/core';
import { meantOptions } from '@indexlab/readers';
import { type Command, Option } from 'commander';
import { listOf } from './list-of.js';
import { oneOf } from './one-of.js';
import type { UserTableOptions } from './user-table.js';

/** Options for files that no reader reads yet: the readers say so. */
const unread = [
  ['pages', '--pages <pages>'],
  ['columnsAt', '--columns-at <places>'],
  ['password', '--password <password>'],
  ['preview', '--preview <file>'],
] as const;

/** Declares the options of a verb that reads a user's file: how the file is to be read. The same on every such verb. */
export function withReaderOptions(command: Command): Command {
  for (const [, flags] of unread) command.addOption(new Option(flags).hideHelp());
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
  const decimalMark = oneOf('--decimal-mark', options.decimalMark, ['.', ',']);
  const thousands = oneOf('--thousands', options.thousands, [',', '.', ' ', "'"]);
  assertThat(
    decimalMark === undefined || decimalMark !== thousands,
    () => `--decimal-mark and --thousands require two marks, got ${JSON.stringify(thousands)} twice`,
  );
  const stated = Object.fromEntries(names.filter((name) => name in options).map((name) => [name, options[name]]));
  return meantOptions<UserTableOptions>(
    stated,
    (option) => `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
  );
}

const names = ['sheet', 'range', 'table', 'header', 'types', 'missing', 'decimalMark', 'thousands', 'encoding'].concat(
  ['delimiter', 'plain', 'keepTotals', 'decimals', 'exact'],
  unread.map(([name]) => name),
);
