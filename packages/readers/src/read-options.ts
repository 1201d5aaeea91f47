import { assertThat, didYouMean, listNames, sameName } from '@indexlab/core';
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

/** What an option says about a column; blanks in its name do not matter where the exact name is not there. */
export function ofColumn<T>(option: Readonly<Record<string, T>>, name: string): T | undefined {
  if (Object.hasOwn(option, name)) return option[name];
  const key = Object.keys(option).find((other) => sameName(other, name));
  return key === undefined ? undefined : option[key];
}

/** @throws IndexlabError when an option names a column that the table does not have, or contradicts another */
export function checkColumnOptions(caller: string, columns: readonly string[], options: ReadOptions): void {
  const named = {
    types: typeof options.types === 'object' ? Object.keys(options.types) : [],
    decimals: Object.keys(options.decimals ?? {}),
    exact: options.exact ?? [],
  };
  for (const [option, names] of Object.entries(named)) {
    const unknown = names.filter((name) => !columns.some((column) => sameName(column, name)));
    assertThat(
      unknown.length === 0,
      () => `${caller} requires columns of the table, got ${listNames(unknown)} (option ${option})`,
      () => didYouMean(unknown[0]!, columns, 'columns'),
    );
  }
  checkMarks(caller, options);
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
