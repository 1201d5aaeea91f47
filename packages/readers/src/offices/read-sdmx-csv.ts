import type { Column } from '@indexlab/core';
import { columnsResult } from '../columns/columns-result.js';
import { dimensionColumn } from '../columns/long-columns.js';
import { asNumbers } from '../columns/numbers-from-texts.js';
import { type CsvOptions, readCsv } from '../csv/read-csv.js';
import { NoteList } from '../import-report.js';
import type { ReadResult } from '../import-result.js';

/** Whether a text begins as SDMX-CSV does: version 1 with DATAFLOW, version 2 with STRUCTURE and what follows. */
export function isSdmxCsv(head: string): boolean {
  const [line = ''] = head.replace(/^\ufeff/, '').split(/\r?\n/, 1);
  return /^"?(DATAFLOW|STRUCTURE(\[[^\]]*\])?"?[,;\t]"?STRUCTURE_ID)\b/.test(line) && /[,;\t]"?OBS_VALUE\b/.test(line);
}

/** Attributes that say how an observation is to be taken, the first one found. */
const flagNames = ['OBS_STATUS', 'OBS_FLAG'];

/**
 * Reads SDMX-CSV (1.0 and 2.0), the long form in which statistical offices give data: dimensions are codes and stay text
 * (years are numbers), `OBS_VALUE` holds the observations and `OBS_VALUE flag` their status. A column that gives codes
 * and labels ("geo: Geopolitical entity", "AT: Austria") becomes two.
 */
export function readSdmxCsv(input: string | Uint8Array, options: CsvOptions): ReadResult {
  const { missing: _missing, types: _types, decimals: _decimals, exact: _exact, ...textOptions } = options;
  const delimiter = options.delimiter ?? delimiterOf(input);
  const read = readCsv(input, { ...textOptions, layout: 'plain', delimiter, types: 'text' });
  const notes = new NoteList();
  for (const note of read.report.notes) notes.count(note, note.count);
  const status = flagNames.find((flag) => read.table.columns.some((name) => idOf(name) === flag));
  notes.count({
    rule: 'format',
    line: null,
    column: null,
    value: 'SDMX-CSV',
    message: `SDMX-CSV is read as it is: a row for each observation${status === undefined ? '' : `; ${status} is "OBS_VALUE flag"`}`,
  });
  const columns = read.table.columns.flatMap((name): Column[] => {
    const values = read.table.texts(name).values.map((text) => (text === '' ? null : text));
    const id = idOf(name);
    if (id === 'OBS_VALUE')
      return [asNumbers({ type: 'text', name: id, values }, options) ?? { type: 'text', name: id, values }];
    if (id === name) return [dimensionColumn(id === status ? 'OBS_VALUE flag' : id, values)];
    const codes = values.map((text) => text?.replace(/: .*$/s, '') ?? null);
    const labels = values.map((text) => (text?.includes(': ') ? text.slice(text.indexOf(': ') + 2) : null));
    return [
      dimensionColumn(id === status ? 'OBS_VALUE flag' : id, codes),
      { type: 'text', name: `${id} label`, values: labels },
    ];
  });
  return columnsResult('readSdmxCsv', 'sdmx-csv', columns, notes, options);
}

/** The id of a column that is given as "id: label", and of 2.0's "FREQ[]" for a list. */
function idOf(name: string): string {
  return name.replace(/: .*$/s, '').replace(/\[[^\]]*\]$/, '');
}

function delimiterOf(input: string | Uint8Array): string {
  const head = typeof input === 'string' ? input.slice(0, 200) : String.fromCharCode(...input.subarray(0, 200));
  return /(?:DATAFLOW|STRUCTURE)[^,;\t]*([,;\t])/.exec(head)?.[1] ?? ',';
}
