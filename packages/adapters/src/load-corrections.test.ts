import { describe, expect, test } from 'vitest';
import { loadCorrections } from './load-corrections.js';
import { loadTable } from './load-table.js';

describe('loadCorrections', () => {
  test('gives mistakes that the tables still print', () => {
    const corrections = loadCorrections();
    expect(corrections.length).toBeGreaterThan(0);
    for (const { table, row, column, suggested, printed } of corrections) {
      expect(row).toBeLessThanOrEqual(loadTable(table).table.rowCount);
      expect([table, row, suggested === null || suggested !== printed]).toEqual([table, row, true]);
      expect([table, row, column === null]).toEqual([table, row, printed === null]);
    }
  });

  test('names the cell, what it prints and why that is doubted', () => {
    const found = loadCorrections('internet-plus-2016').find(
      ({ table, row }) => table === 'internet-plus-2016/base-50' && row === 35,
    );
    expect(found).toMatchObject({ column: 'index', printed: '0.384', suggested: '0.5093', guard: '太原' });
  });

  test('gives those of one report', () => {
    expect(loadCorrections('no-report')).toEqual([]);
  });

  test('never changes a published table', () => {
    expect(loadTable('internet-plus-2016/base-50').table.numbers('index').values[34]).toBe(0.384);
  });
});
