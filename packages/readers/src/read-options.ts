import { assertThat, didYouMean, listNames } from '@indexlab/core';
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
  /** The decimal mark of numbers that stand as text. */
  readonly decimalMark?: DecimalMark;
  /** What separates thousands in numbers that stand as text. */
  readonly thousands?: ',' | '.' | ' ' | "'";
  /** Which table, counted from 1, where there are several below each other or in one file. */
  readonly table?: number;
  /** Keeps rows such as 合计, 全国 or Total. */
  readonly keepTotals?: boolean;
  /** Called now and then on long reads, with what is done and what there is, in bytes or rows. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** @throws IndexlabError when an option names a column that the table does not have */
export function checkColumnOptions(caller: string, columns: readonly string[], options: ReadOptions): void {
  const named = {
    types: typeof options.types === 'object' ? Object.keys(options.types) : [],
    decimals: Object.keys(options.decimals ?? {}),
    exact: options.exact ?? [],
  };
  for (const [option, names] of Object.entries(named)) {
    const unknown = names.filter((name) => !columns.includes(name));
    assertThat(
      unknown.length === 0,
      () => `${caller} requires columns of the table, got ${listNames(unknown)} (option ${option})`,
      didYouMean(unknown[0] ?? '', columns, 'columns'),
    );
  }
}
