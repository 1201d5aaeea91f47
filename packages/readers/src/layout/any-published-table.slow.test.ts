import { IndexlabError } from '@indexlab/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../csv/read-csv.js';
import type { ReadResult } from '../import-result.js';

/** A table as it was before it was written: names, and cells as numbers, identifiers or nothing. */
interface Written {
  readonly text: string;
  readonly names: readonly string[];
  readonly labels: readonly string[];
  /** Column by column, what each cell says: a number with its decimals, or the token of one that is none. */
  readonly columns: readonly (readonly Said[])[];
}

interface Said {
  readonly value: number | null;
  readonly token: string;
}

const flags = ['', '', '', '', ' p', ' b', ' e', '*', '†', '①', ' (e)', ' [2]', '¹'];
const nothing = [':', '..', '…', '-', '—', '', 'n/a', 'c', 'x', ': c'];
const odd = ['<0.5', '(12.5)', 'confidential', '12.5万', 'Inf', '85+'];
const headers = [
  ['2018', '2019', '2020', '2021'],
  ['GDP', '人口', 'Anteil', 'taux'],
  ['2020-01', '2020-02', '2020-03', '2020-04'],
  ['1/22/20', '1/23/20', '1/24/20', '1/25/20'],
  ['10', '20', '30', '40'],
  ['1000', '1500', '1600', '1820'],
  ['110000', '120000', '130000', '140000'],
  ['2019 p', '2020 p', '2021 p', '2022 p'],
];
const firstNames = ['country', '地区', 'geo', 'city', 'Land', 'région'];
const places = ['北京', 'Wien', 'Roma', 'Åre', 'New York', 'Köln', '上海', 'Paris', 'AT', 'DE2'];

/** How a file writes numbers: its delimiter, decimal mark and what separates thousands. */
const styles = [
  { delimiter: ',', mark: '.', group: ',' },
  { delimiter: ',', mark: '.', group: '' },
  { delimiter: ';', mark: ',', group: '.' },
  { delimiter: ';', mark: ',', group: '' },
  { delimiter: ';', mark: '.', group: '' },
  { delimiter: '\t', mark: '.', group: '' },
  { delimiter: '\t', mark: ',', group: '' },
  { delimiter: ',', mark: ',', group: '' },
] as const;
type Style = (typeof styles)[number];

function printed(digits: number, decimals: number, { mark, group }: Style): string {
  const [whole, fraction] = Math.abs(digits / 10 ** decimals)
    .toFixed(decimals)
    .split('.') as [string, string?];
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group);
  return `${digits < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : mark + fraction}`;
}

const written: fc.Arbitrary<Written> = fc
  .record({
    style: fc.constantFrom(...styles),
    header: fc.constantFrom(...headers),
    first: fc.constantFrom(...firstNames),
    rows: fc.integer({ min: 2, max: 12 }),
    width: fc.integer({ min: 1, max: 4 }),
    decimals: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 }),
    mixed: fc.boolean(),
    below: fc.constantFrom('', 'Source: Eurostat\n', '注：来源\n', 'Remark one\nRemark two\n'),
    trailing: fc.boolean(),
    numbering: fc.boolean(),
  })
  .chain((shape) =>
    fc
      .array(
        fc.array(
          fc.oneof(
            { weight: 8, arbitrary: fc.tuple(fc.integer({ min: -99_999, max: 9_999_999 }), fc.constantFrom(...flags)) },
            { weight: 2, arbitrary: fc.constantFrom(...nothing) },
            { weight: shape.mixed ? 1 : 0, arbitrary: fc.constantFrom(...odd) },
          ),
          { minLength: shape.rows, maxLength: shape.rows },
        ),
        { minLength: shape.width, maxLength: shape.width },
      )
      .map((cells) => {
        const { style, header, first, rows, width, decimals, below, trailing, numbering } = shape;
        const columns = cells.map((column, index) =>
          column.map((cell): Said => {
            if (typeof cell === 'string') return { value: null, token: cell };
            const places = decimals[index]!;
            return { value: cell[0] / 10 ** places, token: `${printed(cell[0], places, style)}${cell[1]}` };
          }),
        );
        const labels = Array.from({ length: rows }, (_, row) => `${places[row % places.length]} ${row}`);
        const names = [first, ...header.slice(0, width)];
        const quoted = (text: string): string => (text.includes(style.delimiter) ? `"${text}"` : text);
        const line = (texts: readonly string[]): string => texts.map(quoted).join(style.delimiter);
        const body = labels.map((label, row) => line([label, ...columns.map((column) => column[row]!.token)]));
        const end = trailing ? style.delimiter : '';
        const count =
          numbering && width > 1 ? [line(['甲', ...names.slice(1).map((_, index) => String(index + 1))]) + end] : [];
        const text = `${[line(names), ...count, ...body.map((row) => row + end)].join('\n')}\n${below}`;
        return { text, names, labels, columns };
      }),
  );

const tryRead = (text: string): ReadResult | null => {
  try {
    return readCsv(text);
  } catch (error) {
    if (error instanceof IndexlabError) return null;
    throw error;
  }
};

describe('any published table, with any flags, marks, decimal marks and header', () => {
  test('is read as it is, or what could not be decided is said aloud', () => {
    fc.assert(
      fc.property(written, ({ text, names, labels, columns }) => {
        const result = tryRead(text);
        if (!result) return;
        const { table, report } = result;
        expect(report.rowsIn).toBe(report.rowsKept + report.rowsDropped);
        const warned = report.notes.filter(({ weight }) => weight === 'warning');
        const told = (column: string): boolean => warned.some((note) => note.column === null || note.column === column);
        const first = table.column(table.columns[0]!);
        if (!told(table.columns[0]!)) {
          expect(table.columns.filter((name) => !name.endsWith(' flag'))).toEqual(names);
          expect(first.values).toEqual(labels);
        }
        if (table.rowCount !== labels.length || !table.has(names[0]!)) {
          expect(warned).not.toEqual([]);
          return;
        }
        columns.forEach((cells, index) => {
          const name = names[index + 1]!;
          if (!table.has(name)) return void expect(warned).not.toEqual([]);
          const column = table.column(name);
          const words = cells.filter((cell) => cell.value === null && /\p{L}|<|\(/u.test(cell.token)).length;
          const isNumeric = cells.filter((cell) => cell.value !== null).length >= words;
          cells.forEach(({ value, token }, row) => {
            const found = column.values[row]!;
            if (column.type === 'text') {
              if (found !== null) expect(found).toBe(token);
              if (value !== null && isNumeric) expect([token, told(name)]).toEqual([token, true]);
            } else if (value === null) {
              // A bound, a word or a magnitude is no number; one in brackets only with a warning.
              if (!Number.isNaN(found)) expect([token, told(name)]).toEqual(['(12.5)', true]);
            } else if (found !== value) {
              expect([token, found, told(name)]).toEqual([token, found, true]);
            }
          });
        });
      }),
      { numRuns: 5000 },
    );
  });

  test('never merges two identifiers without a warning', () => {
    const identifiers = fc.uniqueArray(
      fc.oneof(
        fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 })).map(([a, b]) => `${a}.${b}`),
        fc.tuple(fc.integer({ min: 2018, max: 2021 }), fc.integer({ min: 1, max: 12 })).map(([a, b]) => `${a}.${b}`),
        fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 12 })).map(([a, b]) => `${a}E${b}`),
        fc.integer({ min: 0, max: 99 }).map((code) => String(code).padStart(3, '0')),
      ),
      { minLength: 2, maxLength: 30 },
    );
    fc.assert(
      fc.property(identifiers, fc.constantFrom('key', 'item', '项目'), (cells, name) => {
        const { table } = readCsv(`${name},v\n${cells.map((cell, row) => `${cell},${row}.5`).join('\n')}\n`);
        expect(new Set<number | string | null>(table.column(name).values).size).toBe(cells.length);
      }),
      { numRuns: 3000 },
    );
  });
});
