import type { ImportNote, ImportReport } from '@indexlab/readers';
import { describe, expect, test } from 'vitest';
import { warningLines } from './warning-lines.js';

const note = (fields: Partial<ImportNote>): ImportNote => ({
  rule: 'short-row',
  weight: 'warning',
  row: null,
  line: null,
  column: null,
  value: null,
  message: 'something was assumed',
  count: 1,
  ...fields,
});
const report = (notes: ImportNote[]): ImportReport => ({
  format: 'csv',
  rowsIn: 1,
  rowsKept: 1,
  rowsDropped: 0,
  notes,
});

describe('warningLines', () => {
  test('says file, row, column, value, message and how often; notes are not told', () => {
    expect(
      warningLines(
        'a.csv',
        report([note({ weight: 'note' }), note({ row: 3, line: 5, column: 'v', value: 'x', count: 2 }), note({})]),
      ),
    ).toEqual([
      'warning: a.csv, row 3 (line 5), column "v", "x": something was assumed (2 times)',
      'warning: a.csv: something was assumed',
    ]);
  });

  test('tells ten, and counts the rest', () => {
    const lines = (count: number) => warningLines('a', report(Array.from({ length: count }, () => note({}))));
    expect([lines(10).length, lines(12).length, lines(12)[10]]).toEqual([
      10,
      11,
      'a: 2 more warnings; "indexlab load" lists them all',
    ]);
  });

  test('shows what a terminal would obey as it is written, and cuts what is long', () => {
    expect(warningLines('a', report([note({ value: `\u001b[2J${'x'.repeat(100)}` })]))[0]).toBe(
      `warning: a, "\\u001b[2J${'x'.repeat(76)}…": something was assumed`,
    );
  });

  test('only counts the warnings of columns that are not used', () => {
    const notes = [note({ column: 'x' }), note({ column: 'other' }), note({ column: 'another' }), note({})];
    expect(warningLines('a.csv', report(notes), ['y ~ x'])).toEqual([
      'warning: a.csv, column "x": something was assumed',
      'warning: a.csv: something was assumed',
      'a.csv: 2 more warnings on columns that are not used here; "indexlab load" lists them all',
    ]);
  });
});
