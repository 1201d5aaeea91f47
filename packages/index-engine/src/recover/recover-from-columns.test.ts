import { exactDigits, Table } from '@indexlab/core';
import { describe, expect, test } from 'vitest';
import { recoverFromColumns } from './recover-from-columns.js';

const numbers = (name: string, values: number[], decimals?: number | number[]) => ({
  type: 'number' as const,
  name,
  values: Float64Array.from(values),
  ...(decimals !== undefined && {
    decimals: Int8Array.from(values, (_, row) => (typeof decimals === 'number' ? decimals : decimals[row]!)),
  }),
});
const options = { total: 'total', parts: ['market', 'technology'] };
const weightsOf = (...args: Parameters<typeof recoverFromColumns>) => recoverFromColumns(...args).weights;

/** What the printed digits of one decimal allow for the weight of the market. */
const fromOneDecimal = { estimate: 0.4, lower: 0.3975, upper: 0.4025, identified: true };

describe('recoverFromColumns', () => {
  const table = new Table([
    { type: 'text', name: 'city', values: ['Chengdu', null, 'Hangzhou'] },
    numbers('total', [28, 20, 26], 1),
    numbers('market', [10, 20, 50], 1),
    numbers('technology', [40, 20, 10], 1),
  ]);
  const texts = {
    total: ['28.0', '20.0', '26.0'],
    market: ['10.0', '20.0', '50.0'],
    technology: ['40.0', '20.0', '10.0'],
  };

  test('takes the printed digits that a table carries', () => {
    expect(weightsOf(table, options).market).toEqual(fromOneDecimal);
  });

  test('takes the digits of text cells, in columns or in rows', () => {
    const rows = texts.total.map((total, row) => ({
      total,
      market: texts.market[row],
      technology: texts.technology[row],
    }));
    expect(weightsOf(texts, options).market).toEqual(fromOneDecimal);
    expect(weightsOf(rows, options).market).toEqual(fromOneDecimal);
  });

  test('takes stated decimals and exact columns for plain numbers', () => {
    const plain = { total: [28, 20, 26], market: [10, 20, 50], technology: [40, 20, 10] };
    const decimals = { total: 1, market: 1, technology: 1 };
    expect(weightsOf(plain, { ...options, decimals }).market).toEqual(fromOneDecimal);
    expect(weightsOf(plain, { ...options, exact: Object.keys(plain) }).market).toEqual({
      estimate: 0.4,
      lower: 0.4,
      upper: 0.4,
      identified: true,
    });
  });

  test('a count or a rank of a table is exact', () => {
    const exact = new Table(
      ['total', 'market', 'technology'].map((name) => numbers(name, [...table.numbers(name).values], exactDigits)),
    );
    expect(weightsOf(exact, options).market!.lower).toBe(0.4);
  });

  test('names rows by the unit column, or by their number where it is empty', () => {
    const { wrongRows } = recoverFromColumns(
      { ...texts, city: ['Chengdu', null, 'Hangzhou'], total: ['28.0', '25.0', '26.0'] },
      { ...options, unit: 'city' },
    );
    expect(wrongRows).toEqual([['2']]);
  });

  test('leaves out rows with an empty, null or NaN cell', () => {
    const gaps = {
      total: ['28.0', '', '26.0', '1.0'],
      market: ['10.0', '20.0', '50.0', null],
      technology: ['40.0', '20.0', '10.0', '9.0'],
    };
    const { weights, assumptions } = recoverFromColumns(gaps, options);
    expect(weights.market).toEqual(fromOneDecimal);
    expect(assumptions).toContain('rows with a missing cell are left out: 2, 4');
    const missing = new Table([...options.parts.map((name) => table.column(name)), numbers('total', [28, NaN, 26], 1)]);
    expect(weightsOf(missing, options).market).toEqual(fromOneDecimal);
  });

  test('bad input is refused with the column and the row', () => {
    const refused = (run: () => unknown): string => {
      try {
        run();
      } catch (error) {
        return String(error);
      }
      return 'accepted';
    };
    expect(refused(() => recoverFromColumns(texts, { ...options, total: 'sum' }))).toMatch('no column "sum"');
    expect(refused(() => recoverFromColumns(texts, { ...options, parts: ['market', 'total'] }))).toMatch(
      'distinct columns, got total, market, total',
    );
    expect(refused(() => recoverFromColumns({ ...texts, total: ['28.0', 'n/a', '26.0'] }, options))).toMatch(
      'got "n/a" (column "total", row 2)',
    );
    expect(refused(() => recoverFromColumns({ ...texts, total: [28, 20, 26] }, options))).toMatch(
      'requires printed digits, got none (column "total")',
    );
    expect(
      refused(() =>
        recoverFromColumns({ ...texts, total: [28, Infinity, 26] }, { ...options, decimals: { total: 1 } }),
      ),
    ).toMatch('got Infinity (column "total", row 2)');
  });
});
