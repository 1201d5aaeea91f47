import { assertThat, IndexlabError } from '@indexlab/core';
import { columnsResult } from '../columns/columns-result.js';
import { dimensionColumn, observedColumns } from '../columns/long-columns.js';
import { asNumbers } from '../columns/numbers-from-texts.js';
import { NoteList } from '../import-report.js';
import type { ReadResult } from '../import-result.js';
import type { ReadOptions } from '../read-options.js';

const headerStart = /^\ufeff?"?([\w,]+)\\([\w]+)"?[ ]*[\t]/;

/** Whether a text begins as Eurostat's TSV does: "freq,unit,geo\TIME_PERIOD", then the times. */
export function isEurostatTsv(head: string): boolean {
  return headerStart.test(head);
}

/** A number or the mark of a missing one, then perhaps flags. */
const cellPattern = /^\s*(:|[+-]?\d*\.?\d+(?:[eE][+-]?\d+)?)?\s*([a-zA-Z]*)\s*$/;

/**
 * Reads Eurostat's TSV as a long table: a column for each dimension of the first column, one for the times that head the
 * others, `value`, and `value flag` for the letters behind a number ("12.3 p", ": c"). A `:` is a missing number.
 *
 * @throws IndexlabError naming the line and column of a cell that is neither
 */
export function readEurostatTsv(text: string, options: ReadOptions): ReadResult {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  while (lines.at(-1)?.trim() === '') lines.pop();
  const [, first = '', time = 'TIME_PERIOD'] = headerStart.exec(lines[0]!)!;
  const dimensions = first.split(',');
  const times = lines[0]!
    .split('\t')
    .slice(1)
    .map((cell) => cell.trim());
  const codes: (string | null)[][] = dimensions.map(() => []);
  const periods: string[] = [];
  const values: (string | null)[] = [];
  const flags: (string | null)[] = [];
  for (let line = 1; line < lines.length; line += 1) {
    const [series = '', ...cells] = lines[line]!.split('\t');
    const own = series.split(',').map((code) => code.trim());
    assertThat(
      own.length === dimensions.length && cells.length === times.length,
      () =>
        `readEurostatTsv requires ${dimensions.length} codes and ${times.length} cells in each line, got ${own.length} and ${cells.length} (line ${line + 1})`,
    );
    cells.forEach((cell, index) => {
      const found = cellPattern.exec(cell);
      if (!found)
        throw new IndexlabError(
          `readEurostatTsv requires numbers with flags, got ${JSON.stringify(cell.slice(0, 80))} (line ${line + 1}, column ${times[index]})`,
          { remedy: 'Read it as any other file with --plain.' },
        );
      const [, number = ':', flag = ''] = found;
      codes.forEach((column, dimension) => column.push(own[dimension] || null));
      periods.push(times[index]!);
      values.push(number === ':' ? null : number);
      flags.push(flag === '' ? null : flag);
    });
  }
  const notes = new NoteList();
  notes.count({
    rule: 'format',
    line: null,
    column: null,
    value: 'Eurostat TSV',
    message: `a row for each series and time: ${lines.length - 1} series of ${times.length} times`,
  });
  const flagged = flags.filter((flag) => flag !== null);
  if (flagged.length > 0)
    notes.count(
      {
        rule: 'flag',
        line: null,
        column: 'value',
        value: [...new Set(flagged)].sort().join(', '),
        message: 'flags behind the numbers stand in the column "value flag"',
      },
      flagged.length,
    );
  const value = { type: 'text' as const, name: 'value', values };
  const columns = [
    ...dimensions.map((name, index) => dimensionColumn(name, codes[index]!)),
    dimensionColumn(time, periods),
    ...observedColumns(asNumbers(value, { missing: options.missing ?? [] }) ?? value, flags),
  ];
  return columnsResult('readEurostatTsv', 'eurostat-tsv', columns, notes, options);
}
