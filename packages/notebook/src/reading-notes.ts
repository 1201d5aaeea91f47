import type { Data } from '@indexlab/core';
import { tableFigure, type TableFigure } from '@indexlab/figures';

/** What the readers give: a table and what was assumed and changed to get it. */
export interface ReadingResult {
  readonly table: Data;
  readonly report: {
    readonly rowsIn: number;
    readonly rowsKept: number;
    readonly notes: readonly {
      readonly rule: string;
      readonly weight: string;
      readonly row: number | null;
      readonly line?: number | null;
      readonly column: string | null;
      readonly value: string | null;
      readonly message: string;
      readonly count: number;
    }[];
  };
}

/**
 * What was assumed and changed in the reading of a file, as a table: warnings, on which a result may hang, come first.
 *
 * @param limit how many notes at most
 *
 * @example
 * const table = { city: ['A'] };
 * const note = { rule: 'hidden', weight: 'warning', row: 2, column: null, value: null, message: 'a hidden row', count: 1 };
 * readingNotes({ table, report: { rowsIn: 1, rowsKept: 1, notes: [note] } }).title // => '1 of 1 rows kept'
 */
export function readingNotes(result: ReadingResult, { limit = 20 }: { readonly limit?: number } = {}): TableFigure {
  const { rowsIn, rowsKept, notes } = result.report;
  const rows = [...notes.filter(isWarning), ...notes.filter((note) => !isWarning(note))].map(
    ({ weight, rule, row, line = null, ...rest }) => ({ weight, rule, row, line, ...rest }),
  );
  const title = `${rowsKept} of ${rowsIn} rows kept`;
  const columns = ['weight', 'rule', 'row', 'line', 'column', 'value', 'message', 'count'];
  return tableFigure(rows, { title, limit, ...(rows.length > 0 && { columns }) });
}

export const isWarning = ({ weight }: { readonly weight: string }): boolean => weight === 'warning';
