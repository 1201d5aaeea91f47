import { assertThat, listNames } from '@indexlab/core';
import { type DoubleColumn, exactColumn } from '../../linear-algebra/double-column.js';

/** A named column of the design. */
export interface Coded {
  readonly name: string;
  readonly values: DoubleColumn;
}

/** The levels of a categorical column, the base first, and each row's. */
export interface Levels {
  readonly levels: readonly string[];
  readonly rows: readonly string[];
}

/** Levels sorted as numbers or as texts by code point; the base is the first, unless one is named. */
export function levelsOf(rows: readonly string[], numeric: boolean, base?: string): Levels {
  const levels = [...new Set(rows)].sort((a, b) => (numeric ? Number(a) - Number(b) : a < b ? -1 : 1));
  if (base === undefined) return { levels, rows };
  assertThat(
    levels.includes(base),
    () => `A formula requires a base that is one of the levels, got "${base}"`,
    `The levels are: ${listNames(levels)}.`,
  );
  return { levels: [base, ...levels.filter((level) => level !== base)], rows };
}

/** A design of more indicators, a gigabyte of them, is a mistake. */
const mostCells = 1e8;

/** One column of zeros and ones per level; without the base unless the full set is asked for. */
export function indicatorColumns(name: string, { levels, rows }: Levels, full: boolean): Coded[] {
  assertThat(
    levels.length * rows.length <= mostCells,
    () => `A model requires fewer categories, got ${levels.length} (${name})`,
    'For entities of a panel use panel() with the method within; a column of names is no category.',
  );
  const zeros = new Float64Array(rows.length);
  return (full ? levels : levels.slice(1)).map((level) => ({
    name: `${name}[${level}]`,
    values: exactColumn(
      Float64Array.from(rows, (value) => Number(value === level)),
      zeros,
    ),
  }));
}
