import { describe, expect, test } from 'vitest';
import { readCsv } from '../csv/read-csv.js';
import type { ReadResult } from '../import-result.js';
import { readJson } from '../json/read-json.js';
import type { ReadOptions } from '../read-options.js';
import { readDta } from '../statistical/read-dta.js';
import { writeDta } from '../statistical/write-dta.js';
import { readXlsx } from '../workbook/read-xlsx.js';
import { makeWorkbook, sheetRow } from '../workbook/workbook.testing.js';

const columns = ({ table }: ReadResult): [string, ...(string | number | null)[]][] =>
  table.columns.map((name) => [name, ...table.toRows().map((row) => row[name] ?? null)]);
const read = (text: string, options: ReadOptions = {}) => columns(readCsv(text, options));
const warned = ({ report }: ReadResult) =>
  report.notes.filter(({ weight }) => weight === 'warning').map(({ rule, column }) => [rule, column]);
const warnings = (text: string, options: ReadOptions = {}) => warned(readCsv(text, options));
const sheet = (rows: readonly (readonly (string | number | null)[])[]): Uint8Array =>
  makeWorkbook({ sheets: [rows.map((cells, row) => sheetRow(row + 1, cells)).join('')] });

describe('a mark that the user states is missing', () => {
  test.each([
    ['9999', ['9999'], '9999'],
    ['a negative code', ['-999'], '-999'],
    ['the same number printed otherwise', ['-99'], '-99.0'],
    ['a code among words', ['kA', '99'], '99'],
    ['a word among codes', ['kA', '99'], 'kA'],
  ])('%s, in text, JSON and sheets', (_, missing, cell) => {
    const number = Number(cell);
    const stored = Number.isNaN(number) ? cell : number;
    const rows = [
      ['A', 1.5, 2],
      ['B', stored, 3],
      ['C', 2, stored],
    ];
    const expected = [
      [1.5, null, 2],
      [2, 3, null],
    ];
    const text = `city,v,w\nA,1.5,2\nB,${cell},3\nC,2,${cell}\n`;
    for (const layout of ['published', 'plain'] as const) {
      const found = readCsv(text, { missing, layout });
      expect(columns(found).map(([, ...cells]) => cells)).toEqual([['A', 'B', 'C'], ...expected]);
      expect(found.report.notes.filter(({ rule }) => rule === 'missing')).toHaveLength(2);
    }
    const json = readJson(JSON.stringify(rows.map(([city, v, w]) => ({ city, v, w }))), { missing });
    const xlsx = readXlsx(sheet([['city', 'v', 'w'], ...rows]), { missing });
    for (const found of [json, xlsx])
      expect(
        columns(found)
          .slice(1)
          .map(([, ...cells]) => cells),
      ).toEqual(expected);
  });

  test('in a file of a statistics program, and with a decimal comma', () => {
    const file = writeDta(readCsv('city,v\nA,1.5\nB,9999\n').table);
    expect(columns(readDta(file, { missing: ['9999'] }))[1]).toEqual(['v', 1.5, null]);
    expect(read('city;v\nA;1,5\nB;-99,9\n', { missing: ['-99,9'] })[1]).toEqual(['v', 1.5, null]);
  });
});
