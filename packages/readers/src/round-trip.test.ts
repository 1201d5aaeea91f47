import { Table } from '@indexlab/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCodeName, isPartName, mergedTokens } from './evidence/code-like.js';
import { missingMarks } from './evidence/missing-marks.js';
import { readCsv } from './csv/read-csv.js';
import { readJson } from './json/read-json.js';
import { readXlsx } from './workbook/read-xlsx.js';
import { propertyRuns } from './property-runs.testing.js';
import { anyTable, contentOf, typesOf } from './table.testing.js';
import { encodeUtf8 } from './encoding/text-encoding.js';
import { writeCsv } from './csv/write-csv.js';
import { writeJson } from './json/write-json.js';
import { writeXlsx } from './workbook/write-xlsx.js';

const plainly = (table: Table) => ({ layout: 'plain' as const, types: typesOf(table) });
const same = (read: Table, written: Table): void => {
  expect(contentOf(read, written)).toEqual(contentOf(written));
};

describe('any table written and read back is the same table', () => {
  test('as CSV, with any delimiter, as text and as bytes', () => {
    fc.assert(
      fc.property(anyTable, fc.constantFrom(',', ';', '\t', '|'), (table, delimiter) => {
        const text = writeCsv(table, { delimiter });
        same(readCsv(text, { ...plainly(table), delimiter }).table, table);
        same(
          readCsv(encodeUtf8(writeCsv(table, { delimiter, byteOrderMark: true })), {
            ...plainly(table),
            delimiter,
            encoding: 'utf-8',
          }).table,
          table,
        );
      }),
      { numRuns: propertyRuns(1500) },
    );
  });

  test('as JSON', () => {
    fc.assert(
      fc.property(anyTable, (table) => same(readJson(writeJson(table), plainly(table)).table, table)),
      { numRuns: propertyRuns(1500) },
    );
  });

  test('as XLSX', () => {
    fc.assert(
      fc.property(anyTable, (table) => same(readXlsx(writeXlsx(table), plainly(table)).table, table)),
      { numRuns: propertyRuns(500) },
    );
  });
});

/** Whether a column's name or cells are those of identifiers, which are read as texts. */
const isIdentifier = (table: Table, name: string): boolean => {
  const column = table.column(name);
  if (isCodeName(name) || isPartName(name)) return true;
  return column.type === 'number' && mergedTokens(column.values, column.decimals!, [...column.values.keys()]) !== null;
};

describe('an ordinary table written and read back without an option is the same table', () => {
  // A column called like a missing mark cannot be told from a row of data.
  const name = fc
    .stringMatching(/^[A-Za-z\u4e00-\u9fa5]{1,8}$/)
    .filter((text) => !missingMarks.includes(text.toLowerCase()) && !missingMarks.includes(text));
  const place = fc.constantFrom('北京', '上海', '重庆', 'Hong Kong', 'a, b', '"x"', '010', '12.50', '—', '=1+1', '-3');
  const cell = fc.option(fc.tuple(fc.integer({ min: -1e7, max: 1e7 }), fc.integer({ min: 0, max: 4 })), {
    nil: null,
    freq: 5,
  });
  const ordinary = fc
    .tuple(fc.uniqueArray(name, { minLength: 2, maxLength: 5 }), fc.integer({ min: 1, max: 8 }))
    .chain(([[label, ...names], rows]) =>
      fc
        .tuple(
          fc.array(place, { minLength: rows, maxLength: rows }),
          ...names.map((column) =>
            fc
              .array(cell, { minLength: rows, maxLength: rows })
              .filter((cells) => cells[0] !== null)
              .map((cells) => ({
                type: 'number' as const,
                name: column,
                values: Float64Array.from(cells, (one) => (one ? one[0] / 10 ** one[1] : NaN)),
                decimals: Int8Array.from(cells, (one) => one?.[1] ?? 0),
              })),
          ),
        )
        .map(([places, ...columns]) => new Table([{ type: 'text', name: label!, values: places }, ...columns])),
    )
    .filter((table) => !table.columns.some((column) => isIdentifier(table, column)));

  test('as CSV', () => {
    fc.assert(
      fc.property(ordinary, (table) => same(readCsv(writeCsv(table)).table, table)),
      { numRuns: propertyRuns(1000) },
    );
  });

  test('as JSON and as XLSX, whose numbers need no quotes around texts that look like them', () => {
    fc.assert(
      fc.property(ordinary, (table) => {
        same(readJson(writeJson(table), { layout: 'plain' }).table, table);
        same(readXlsx(writeXlsx(table), { layout: 'plain' }).table, table);
      }),
      { numRuns: propertyRuns(300) },
    );
  });
});

describe('what is written', () => {
  test('keeps a sheet from running a text as a formula', () => {
    const table = new Table([
      { type: 'text', name: '=name', values: ['=1+1', '+1', '-1', '@x', '\tx', "'=1", 'a=b'] },
      { type: 'number', name: 'n', values: new Float64Array(7).fill(-1) },
    ]);
    expect(writeCsv(table).split('\n').slice(0, -1)).toEqual([
      `"'=name",n`,
      `"'=1+1",-1`,
      `"'+1",-1`,
      `"'-1",-1`,
      `"'@x",-1`,
      `"'\tx",-1`,
      `"''=1",-1`,
      'a=b,-1',
    ]);
    expect(new TextDecoder().decode(writeXlsx(table)).includes('<f>')).toBe(false);
  });

  test('keeps a minus zero, the decimals of large numbers, and the columns of a table without rows', () => {
    const table = new Table([
      { type: 'number', name: 'n', values: new Float64Array([-0, 1e21]), decimals: new Int8Array([2, 1]) },
    ]);
    expect(writeCsv(table)).toBe('n\n-0.00\n1000000000000000000000.0\n');
    expect(readJson(writeJson(new Table([{ type: 'text', name: 'a', values: [] }]))).table.columns).toEqual(['a']);
  });

  test('refuses infinite numbers, long texts in sheets, delimiters that numbers hold', () => {
    const infinite = new Table([{ type: 'number', name: 'n', values: new Float64Array([Infinity]) }]);
    for (const write of [writeCsv, writeJson, writeXlsx])
      expect(() => write(infinite)).toThrow('requires finite numbers, got Infinity (column "n", row 1)');
    expect(() => writeXlsx(new Table([{ type: 'text', name: 't', values: ['x'.repeat(40_000)] }]))).toThrow(
      'requires texts of at most 32767 characters, got 40000 (column "t", row 1)',
    );
    expect(() => writeCsv(infinite, { delimiter: '.' })).toThrow(
      'requires a comma, semicolon, bar or tab as delimiter, got "."',
    );
  });
});
