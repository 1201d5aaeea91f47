import { assertThat, columnNamed, didYouMean } from '@indexlab/core';
import type { DecimalMark } from './columns/parse-number.js';

/** What a user may say about a file instead of leaving it to be found out. */
export interface ReadOptions {
  /**
   * `published` (the default) reads a table as people publish it: titles above, two header rows, units in the header,
   * thousands separators, percent signs, missing marks, total rows, notes below. `plain` takes a file at its word: one
   * header row, every other row is data, only an empty cell is missing.
   */
  readonly layout?: 'published' | 'plain';
  /** The header's row, or rows, counted from 1; `false` for none. */
  readonly header?: number | readonly number[] | false;
  /** The type of single columns, or `text` for all. A cell that is no number in a column said to be one is an error. */
  readonly types?: 'text' | Readonly<Record<string, 'text' | 'number'>>;
  /** Printed decimals of columns whose cells cannot carry them. */
  readonly decimals?: Readonly<Record<string, number>>;
  /** Columns that are not rounded: counts and ranks. */
  readonly exact?: readonly string[];
  /** Further texts that stand for a missing number. */
  readonly missing?: readonly string[];
  /** The decimal mark of numbers that stand as texts; found column by column when left out. */
  readonly decimalMark?: DecimalMark;
  /** What separates thousands in numbers that stand as texts; `false` for nothing. Any usual separator when left out. */
  readonly thousands?: ',' | '.' | ' ' | "'" | false;
  /** Which table of a file or sheet, counted from 1 from the top: others stand below it, with headers of their own. */
  readonly table?: number;
  /** The encoding of a text file, such as utf-8, gb18030, windows-1252 or latin1; found by itself when left out. */
  readonly encoding?: string;
  /** What stands between two cells of a text file, one character or several. */
  readonly delimiter?: string;
  /** Keeps rows such as 合计, 全国 or Total. */
  readonly keepTotals?: boolean;
  /** Gives the rows of totals beside the table: `totals` of the result. */
  readonly totalsApart?: boolean;
  /** Called now and then on long reads, with what is done and what there is, in bytes or rows. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What an option says about a column. */
export function ofColumn<T>(option: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(option, name) ? option[name] : undefined;
}

/**
 * The options, with the table's own names for the columns that they name as their headers are written; see `columnNamed`.
 *
 * @param units the unit of each column, where its header gives one
 * @throws IndexlabError when an option names a column that the table does not have, or contradicts another
 */
export function withOwnNames<Options extends ReadOptions>(
  caller: string,
  columns: readonly string[],
  units: readonly (string | undefined)[],
  options: Options,
): Options {
  const source = { columns, column: (name: string) => ({ unit: units[columns.indexOf(name)] }) };
  const own = (option: string) => (name: string) => {
    const column = columnNamed(source, name);
    assertThat(
      column !== undefined,
      () => `${caller} requires columns of the table, got ${name} (option ${option})`,
      () => didYouMean(name, columns, 'columns'),
    );
    return column;
  };
  const renamed = <T>(option: string, record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [own(option)(name), value]));
  const { types, decimals, exact } = options;
  checkMarks(caller, options);
  return {
    ...options,
    ...(typeof types === 'object' && { types: renamed('types', types) }),
    ...(decimals && { decimals: renamed('decimals', decimals) }),
    ...(exact && { exact: exact.map(own('exact')) }),
  };
}

function checkMarks(caller: string, { decimalMark, thousands, table }: ReadOptions): void {
  assertThat(
    decimalMark === undefined || decimalMark === '.' || decimalMark === ',',
    () => `${caller} requires "." or "," for the decimal mark, got ${JSON.stringify(decimalMark)} (option decimalMark)`,
  );
  assertThat(
    thousands === undefined || [',', '.', ' ', "'", false].includes(thousands),
    () =>
      `${caller} requires a comma, point, space, apostrophe or false between thousands, got ${JSON.stringify(thousands)} (option thousands)`,
  );
  assertThat(
    decimalMark === undefined || decimalMark !== thousands,
    () =>
      `${caller} requires different characters for the decimal mark and between thousands, got ${JSON.stringify(thousands)} for both`,
  );
  assertThat(
    table === undefined || (Number.isInteger(table) && table >= 1),
    () => `${caller} requires the number of a table from 1, got ${table} (option table)`,
  );
}

/** The decimal mark that the options state, or that follows from what separates thousands. */
export function statedMark({ decimalMark, thousands }: ReadOptions): DecimalMark | undefined {
  return decimalMark ?? (thousands === ',' ? '.' : thousands === '.' ? ',' : undefined);
}
