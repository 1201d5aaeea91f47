import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDialect } from './detect-dialect.js';
import { cellKind, emptyBlock, scanRecords } from './scan-records.js';
import { type Dialect, splitRecord } from './split-record.js';
import { cellTexts } from './cell-texts.js';
import { CellDecoder, encodeUtf8 } from '../encoding/text-encoding.js';

const split = (text: string, dialect: Partial<Dialect> = {}): (string | null)[][] => {
  const bytes = encodeUtf8(text);
  const records: (string | null)[][] = [];
  for (let at = 0, literalUntil = 0; at < bytes.length; ) {
    const record = splitRecord(bytes, at, { ...plainDialect, ...dialect }, new CellDecoder(), literalUntil);
    records.push(record.cells);
    ({ next: at, literalUntil } = record);
  }
  return records;
};
const delimiter = (text: string) => encodeUtf8(text);

describe('splitRecord', () => {
  test('tells nothing from an empty pair of quotes', () => {
    expect(split('a,,""\n')).toEqual([['a', null, '']]);
  });

  test('ends records with any line end, the last one with none', () => {
    expect(split('a,b\nc,d\r\ne,f\rg,h')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ]);
  });

  test('keeps delimiters, line ends and doubled quotes inside quotes', () => {
    expect(split('"a,b\nc","say ""x"""\n')).toEqual([['a,b\nc', 'say "x"']]);
  });

  test('reads a stray opening quote as text and spoils no other cell', () => {
    expect(split('1,"2,3,"a, b",c\n')).toEqual([['1', '"2', '3', 'a, b', 'c']]);
    expect(split('1,""a" b",c\n')).toEqual([['1', '"a" b', 'c']]);
    expect(split('1,2,"\n3,"x, y",4\n')).toEqual([
      ['1', '2', '"'],
      ['3', 'x, y', '4'],
    ]);
  });

  test('reads a quote that never closes as text', () => {
    expect(split('a,"b\n1,2\n3,4')).toEqual([
      ['a', '"b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test('takes time in proportion to the text, whatever its quotes', () => {
    for (const piece of ['"a\n', '"a,""b', ',"', '"",', '""b\n', 'a"b,"\n']) {
      const start = performance.now();
      split(`"a\n${`${piece.repeat(1000)}\n`.repeat(90)}`);
      expect(performance.now() - start).toBeLessThan(3000);
    }
    expect(split(`"a${'"""'.repeat(300_000)}`)).toHaveLength(1);
  });

  test('reads delimiters of several characters, runs of spaces, and spaces behind a delimiter', () => {
    expect(split('a||b|c\n', { delimiter: delimiter('||') })).toEqual([['a', 'b|c']]);
    expect(split('  a   b c  \n1 2  3\n', { delimiter: delimiter(' '), run: true })).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ]);
    expect(split('a, "b, c",  d\n', { skipSpace: true })).toEqual([['a', 'b, c', 'd']]);
    expect(split('甲，乙\n', { delimiter: delimiter('，') })).toEqual([['甲', '乙']]);
  });

  test('reads another quote and an escape', () => {
    expect(split("'a,b',don't\n", { quote: 39 })).toEqual([['a,b', "don't"]]);
    expect(split('"a\\"b",c\\,d,e\\f\n', { escape: 92 })).toEqual([['a"b', 'c,d', 'e\\f']]);
  });
});

describe('scanRecords', () => {
  const piece = fc.constantFrom(
    '1',
    '23',
    '-4',
    '.5',
    '0',
    '007',
    '1.25',
    '123456789012',
    '1e5',
    'x',
    '北京',
    ' ',
    '"',
    '""',
    ',',
    ';',
    '\n',
    '\r',
    '\r\n',
    '"a,b"',
    '"1.5"',
    '%',
  );

  test('reads regular records as splitRecord does, and stops before any other', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        (pieces, width, skipSpace) => {
          const bytes = encodeUtf8(`${pieces.join('')}\n`);
          const dialect = { ...plainDialect, skipSpace };
          const block = emptyBlock(width);
          const decoder = new CellDecoder();
          const text = cellTexts(bytes, dialect.quote, decoder);
          for (let at = 0; at < bytes.length; ) {
            const from = at;
            const next = scanRecords(bytes, from, bytes.length, dialect, '.', block);
            for (let row = 0; row < block.rows; row += 1) {
              const record = splitRecord(bytes, at, dialect, decoder);
              expect(record.cells).toHaveLength(width);
              record.cells.forEach((cell, column) => {
                const index = row * width + column;
                expect(text(block, index)).toBe(cell);
                expect(block.kinds[index] !== cellKind.text || !record.quoted[column]).toBe(true);
                if (block.kinds[index]! >= 0)
                  expect([block.values[index], block.kinds[index]]).toEqual([
                    Number(cell),
                    (cell!.split('.')[1] ?? '').length,
                  ]);
              });
              at = record.next;
            }
            expect(next).toBe(at);
            if (next === from) at = splitRecord(bytes, at, dialect, decoder).next;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('gives the double nearest to the digits', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 0, max: 2 ** 31 }), fc.maxSafeInteger().map(Math.abs)),
        fc.integer({ min: 0, max: 16 }),
        fc.boolean(),
        (digits, decimals, negative) => {
          const padded = String(digits).padStart(decimals + 1, '0');
          const token = `${negative ? '-' : ''}${padded.slice(0, padded.length - decimals)}${decimals > 0 ? '.' : ''}${padded.slice(padded.length - decimals)}`;
          const bytes = encodeUtf8(`${token}\n`);
          const block = emptyBlock(1);
          scanRecords(bytes, 0, bytes.length, plainDialect, '.', block);
          if (block.kinds[0]! >= 0) expect(block.values[0]).toBe(Number(token));
          else expect(token.replace(/\D/g, '').length).toBeGreaterThan(15);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
