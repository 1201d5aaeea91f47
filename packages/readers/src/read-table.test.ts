import { describe, expect, test } from 'vitest';
import { encodeAs } from './encoding/encode-as.testing.js';
import { readCsv } from './csv/read-csv.js';
import { readTable } from './read-table.js';
import { writeXlsx } from './workbook/write-xlsx.js';

describe('readTable', () => {
  test('goes by the content', () => {
    const { table } = readCsv('a,b\nx,1\n');
    expect(readTable(writeXlsx(table)).report.format).toBe('xlsx');
    expect(readTable(encodeAs('utf-16le', '\ufeff [{"a":1}]')).report.format).toBe('json');
    expect(readTable(encodeAs('gb18030', '地区,a\n北京,1\n')).report.format).toBe('csv');
  });

  test('holds to the stated format', () => {
    expect(readTable('[a],b\n1,2\n', { format: 'csv' }).table.columns).toEqual(['[a]', 'b']);
    expect(() => readTable('x', { format: 'xlsx' })).toThrow('requires bytes for a workbook, got text');
  });

  test('says who reads Parquet', () => {
    expect(() => readTable(encodeAs('utf-8', 'PAR1xxxx'))).toThrow('got Parquet');
  });
});
