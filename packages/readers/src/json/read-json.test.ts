import { cellToken } from '@indexlab/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeAs } from '../encoding/encode-as.testing.js';
import { JsonObject, NumberToken, parseJson } from './parse-json.js';
import { readJson } from './read-json.js';

const rows = (json: string, options = {}) => readJson(json, options).table.toRows();
const expected = [
  { place: '北京', v: 1.5 },
  { place: '上海', v: 2 },
];

describe('readJson', () => {
  test.each([
    ['rows', '[{"place":"北京","v":1.5},{"place":"上海","v":2}]'],
    ['columns', '{"place":["北京","上海"],"v":[1.5,2]}'],
    ['names and rows', '{"columns":["place","v"],"data":[["北京",1.5],["上海",2]]}'],
    ['rows below a header', '[["place","v"],["北京",1.5],["上海",2]]'],
    ['lines', '{"place":"北京","v":1.5}\n{"place":"上海","v":2}\n'],
    [
      'rows under a key',
      '{"status":"ok","result":{"count":2,"records":[{"place":"北京","v":1.5},{"place":"上海","v":2}],"pages":[1]}}',
    ],
  ])('reads a table given as %s', (_, json) => {
    expect(rows(json)).toEqual(expected);
  });

  test('keeps the digits of numbers, in quotes or not', () => {
    const { table } = readJson('[{"a":27.70,"b":"25.80","c":"010"},{"a":1,"b":null,"c":"020"}]');
    expect([cellToken(table.numbers('a'), 0), cellToken(table.numbers('b'), 0), table.texts('c').values]).toEqual([
      '27.70',
      '25.80',
      ['010', '020'],
    ]);
  });

  test('keeps integers that a double does not hold, as text', () => {
    expect(readJson('[{"id":12345678901234567890}]').table.texts('id').values).toEqual(['12345678901234567890']);
  });

  test('keeps the order of columns that look like numbers, and rows that lack some', () => {
    expect(readJson('[{"city":"x","2016":1,"2015":2},{"city":"y","2014":3}]').table.columns).toEqual([
      'city',
      '2016',
      '2015',
      '2014',
    ]);
  });

  test('keeps __proto__ like any other key', () => {
    const { table } = readJson('[{"__proto__":"x","constructor":"y"}]');
    expect(table.columns).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('keeps a list or an object in a cell as text, with a note', () => {
    const { table, report } = readJson('[{"a":{"b":[1,2]}}]');
    expect(table.texts('a').values).toEqual(['{"b":[1,2]}']);
    expect(report.notes).toEqual([expect.objectContaining({ rule: 'nested', line: 1, column: 'a' })]);
  });

  test('takes the table at the stated path, and asks for one where several are alike', () => {
    const json = '{"a":[{"x":1}],"b":{"c":[{"y":2}]}}';
    expect(() => readJson(json)).toThrow('readJson requires one table, got several (a, b.c)');
    expect(rows(json, { path: 'b.c' })).toEqual([{ y: 2 }]);
    expect(() => readJson(json, { path: 'b.d' })).toThrow(
      'requires a table (rows as objects, or columns as arrays), got none',
    );
  });

  test('finds units, totals and missing marks as in any published table, and takes a plain one at its word', () => {
    const json = '[{"place":"北京","GDP（亿元）":"1,5"},{"place":"合计","GDP（亿元）":"—"}]'.replace('1,5', '1,500');
    expect(readJson(json).report).toMatchObject({
      rowsIn: 2,
      rowsKept: 1,
      notes: expect.arrayContaining([expect.objectContaining({ rule: 'total-row', line: 2 })]) as unknown,
    });
    expect(readJson(json, { layout: 'plain' }).table.toRows()[1]).toEqual({ place: '合计', GDP: '—' });
  });

  test('reads any encoding', () => {
    expect(readJson(encodeAs('gb18030', '[{"地区":"北京"},{"地区":"上海"}]')).table.texts('地区').values).toEqual([
      '北京',
      '上海',
    ]);
    expect(readJson(encodeAs('utf-16le', '\ufeff[{"a":1}]')).table.rowCount).toBe(1);
  });

  test('refuses 200,000 nested brackets, at once', () => {
    for (const json of ['['.repeat(200_000), `${'['.repeat(200_000)}${']'.repeat(200_000)}`, '{"a":'.repeat(200_000)]) {
      expect(() => readJson(json)).toThrow('readJson requires JSON nested at most 200 levels deep, got more');
    }
  });

  test('refuses rows that each have keys of their own', () => {
    const json = JSON.stringify(Array.from({ length: 8000 }, (_, row) => ({ [`k${row}`]: 1 })));
    expect(() => readJson(json)).toThrow(
      'readJson requires at most 50000000 cells, got 8000 rows with 8000 different keys',
    );
  });

  test('says where the text is no JSON', () => {
    expect(() => readJson('[{"a":1},\n {"b"}]')).toThrow(
      'readJson requires JSON, got "}" where it cannot stand (line 2, character 6)',
    );
    expect(() => readJson('[{"a":1,"a":2}]')).toThrow('requires each key once in an object, got "a" twice');
    expect(() => readJson('["a')).toThrow('got "\\"" where it cannot stand');
    expect(() => readJson('')).toThrow('readJson requires JSON, got an empty text');
  });
});

describe('parseJson', () => {
  test('agrees with JSON.parse', () => {
    const plain = (value: unknown): unknown => {
      if (value instanceof NumberToken) return Number(value.token);
      if (value instanceof JsonObject)
        return Object.fromEntries(value.entries().map(([key, member]) => [key, plain(member)]));
      return Array.isArray(value) ? value.map(plain) : value;
    };
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 1), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(plain(parseJson(text, 'test')[0])).toEqual(JSON.parse(text));
      }),
    );
  });

  test('takes no text for one value that JSON.parse refuses', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', '-', 'true', 'nul', ' ', '"');
    const attempt = (parse: () => unknown): unknown => {
      try {
        return parse();
      } catch {
        return null;
      }
    };
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const text = `[${pieces.join('')}]`;
        if (attempt(() => JSON.parse(text)) === null) expect(attempt(() => parseJson(text, 'test').length)).not.toBe(1);
      }),
      { numRuns: 1000 },
    );
  });
});
