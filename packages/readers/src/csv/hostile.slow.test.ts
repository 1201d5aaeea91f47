import { describe, expect, test } from 'vitest';
import { readCsv } from './read-csv.js';
import { encodeUtf8 } from '../encoding/text-encoding.js';

describe('a file made to break its reader', () => {
  test('with columns named __proto__, constructor and the like keeps them all', () => {
    const { table } = readCsv('__proto__,constructor,__proto__,toString\n1,x,3,y\n');
    expect(table.columns).toEqual(['__proto__', 'constructor', '__proto__ (2)', 'toString']);
    expect(Object.entries(table.toRows()[0]!)).toEqual([
      ['__proto__', 1],
      ['constructor', 'x'],
      ['__proto__ (2)', 3],
      ['toString', 'y'],
    ]);
    expect(
      readCsv('__proto__\n1\n', { types: JSON.parse('{"__proto__":"text"}') as Record<string, 'text'> }).table.texts(
        '__proto__',
      ).values,
    ).toEqual(['1']);
  });

  test('with a field of 64 MiB, quoted or not, loads it', () => {
    const field = 'x'.repeat(64 * 2 ** 20);
    for (const text of [`a,b\n1,"${field}"\n`, `a,b\n1,${field}`]) {
      const { table } = readCsv(text);
      expect(table.texts('b').values[0]!.length).toBe(field.length);
    }
  });

  test('with a quote that never closes keeps every row below it', () => {
    const { table, report } = readCsv(`a,b\n1,"x\n${'2,y\n'.repeat(200_000)}`);
    expect([table.rowCount, table.texts('b').values[0]]).toEqual([200_001, '"x']);
    expect(report.notes).toContainEqual(expect.objectContaining({ rule: 'stray-quote', line: 2, column: 'b' }));
  });

  test('with a quote in front of every field loads in time', () => {
    const { table } = readCsv(`a,b\n${'"1,"2\n'.repeat(200_000)}`);
    expect([table.rowCount, table.texts('a').values[1]]).toEqual([200_000, '"1']);
  });

  test('with brackets 200,000 deep is only text', () => {
    const { table } = readCsv(`a,b\n1,${'['.repeat(200_000)}\n`);
    expect(table.texts('b').values[0]).toHaveLength(200_000);
  });

  test('with formulas loads them as texts', () => {
    expect(readCsv('a,b\n=1+1,"=cmd|\'/C calc\'!A0"\n@x,+y\n').table.toRows()).toEqual([
      { a: '=1+1', b: "=cmd|'/C calc'!A0" },
      { a: '@x', b: '+y' },
    ]);
  });

  test('with one row of a million cells is refused, and with a header of 20,000 columns loads', () => {
    expect(() => readCsv(`a,b\n1,2\n3,4\n${'5,'.repeat(1_000_000)}\n`)).toThrow(
      'readCsv requires at most 100000 cells in a row, got more (the row at byte 12)',
    );
    expect(() => readCsv(`a,b\n${'1,2\n'.repeat(1_000_000)}${'5,'.repeat(1000)}6\n`)).toThrow(
      'readCsv requires rows of about 2 cells, got one of 1001 (row 1000001, line 1000002)',
    );
    expect(readCsv(`a,b\n1,2\n3,4\n${'5,'.repeat(1000)}6\n`).table.columns).toHaveLength(1001);
    const names = Array.from({ length: 20_000 }, (_, index) => `c${index}`);
    expect(readCsv(`${names.join(',')}\n${names.map(() => '1').join(',')}\n`).table.columns).toHaveLength(20_000);
  });

  test('with a line of 200,000 spaces or commas in a quoted cell finds the delimiter all the same', () => {
    expect(readCsv(`a;b\n1;"${' '.repeat(200_000)}"\n2;"${','.repeat(200_000)}"\n`).table.columns).toEqual(['a', 'b']);
  });

  test('with short lines in front of long ones takes no more memory than it needs', () => {
    const text = `${'\n'.repeat(200)}a,b,c\n${'1,2,3\n'.repeat(500_000)}`;
    expect(readCsv(text).table.rowCount).toBe(500_000);
  });

  test('of zero bytes, of line ends or of one byte loads as what it is', () => {
    expect(readCsv(new Uint8Array(1000)).table.rowCount).toBeLessThanOrEqual(1);
    expect(readCsv('\n'.repeat(1_000_000)).table.rowCount).toBe(0);
    expect(readCsv(encodeUtf8(','.repeat(90_000))).table.rowCount).toBe(0);
  });
});
