import { cellToken, IndexlabError } from '@indexlab/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeAs } from '../encoding/encode-as.testing.js';
import { readCsv } from './read-csv.js';

const rows = (text: string, options = {}) => readCsv(text, options).table.toRows();
const notes = (text: string, options = {}) =>
  readCsv(text, options).report.notes.map(({ rule, line, column, value, count }) => ({
    rule,
    line,
    column,
    value,
    count,
  }));
const column = (text: string, options = {}) => {
  const { table } = readCsv(text, options);
  return table.column(table.columns.at(-1)!);
};

/** What a reader gives, or `null` where it refuses a header with fewer names than the rows have cells. */
const unlessShort = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch (error) {
    if (
      error instanceof IndexlabError &&
      /requires a name for each|requires names of rows that differ/.test(error.message)
    )
      return null;
    throw error;
  }
};

describe('readCsv', () => {
  test('loads a sheet saved by Excel in Chinese and says all that it did', () => {
    const text =
      '表2-1 地区生产总值\n单位：亿元\n地区,生产总值,比重,增速（%）\n北京,"36,102.60",3.6%,1.2\n天津,—,1.4%,…\n合　计,"1,015,986.20",100%,2.3\n注：数据来源于统计年鉴。\n';
    const { table, report } = readCsv(encodeAs('gb18030', text));
    expect(table.toRows()).toEqual([
      { 地区: '北京', 生产总值: 36102.6, 比重: 3.6, 增速: 1.2 },
      { 地区: '天津', 生产总值: null, 比重: 1.4, 增速: null },
    ]);
    expect(
      table.columns.map((name) => {
        const found = table.column(name);
        return found.type === 'number' ? found.unit : null;
      }),
    ).toEqual([null, '亿元', '%', '%']);
    expect(cellToken(table.numbers('生产总值'), 0)).toBe('36102.60');
    expect(report).toMatchObject({ rowsIn: 6, rowsKept: 2, rowsDropped: 4 });
    expect(report.notes.map(({ rule, line, column: name }) => [rule, line, name])).toEqual(
      expect.arrayContaining([
        ['encoding', null, null],
        ['preamble', 1, null],
        ['preamble', 2, null],
        ['header', 3, null],
        ['unit', 3, '增速'],
        ['total-row', 6, null],
        ['footnote', 7, null],
        ['thousands', 4, '生产总值'],
        ['missing', 5, '生产总值'],
        ['missing', 5, '增速'],
        ['percent', 4, '比重'],
      ]),
    );
  });

  test('reads the same table in every encoding', () => {
    const text = '地区,人口（万人）\n北京,2189\n上海,2487\n广州,1868\n';
    const expected = rows(text);
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const) {
      const traditional = encoding === 'big5' ? text.replace('区', '區').replace('万', '萬').replace('广', '廣') : text;
      expect(Object.values(readCsv(encodeAs(encoding, traditional)).table.toRows()[0]!)).toEqual(
        Object.values(expected[0]!),
      );
    }
    expect(readCsv(encodeAs('utf-8', `\ufeff${text}`)).table.toRows()).toEqual(expected);
    expect(readCsv(encodeAs('gb18030', text), { encoding: 'gbk' }).table.toRows()).toEqual(expected);
    expect(readCsv(encodeAs('utf-16le', `\ufeff${text}`), { encoding: 'UTF-16' }).table.toRows()).toEqual(expected);
  });

  test('finds the encoding of a long file whose first megabyte is ASCII', () => {
    const head = 'n,name\n' + '1,Beijing\n'.repeat(120_000);
    const bytes = encodeAs('gb18030', head + '2,广州\n');
    expect(readCsv(bytes).table.texts('name').values.at(-1)).toBe('广州');
  });

  test('says when bytes are no text', () => {
    const bytes = encodeAs('utf-8', `name,v\n${'北京,1\n'.repeat(30)}`);
    bytes[bytes.length - 5] = 0xff;
    expect(readCsv(bytes).report.notes).toEqual([expect.objectContaining({ rule: 'undecodable', value: 'utf-8' })]);
  });

  test('requires an encoding that exists', () => {
    expect(() => readCsv(new Uint8Array([0x61]), { encoding: 'klingon' })).toThrow(
      'requires the name of an encoding, got "klingon" (option encoding)',
    );
  });

  test.each([
    ['a semicolon and decimal commas', '地区;值\n北京;1,5\n上海;-2,25\n'],
    ['a tab', '地区\t值\n北京\t1.5\n上海\t-2.25\n'],
    ['a bar', '地区|值\n北京|1.5\n上海|-2.25\n'],
    ['a comma and a space', '地区, 值\n北京, 1.5\n上海, -2.25\n'],
    ['spaces', '地区    值\n北京   1.5\n上海 -2.25\n'],
    ['a full-width comma', '地区，值\n北京，1.5\n上海，-2.25\n'],
    ['old line ends', '地区,值\r北京,1.5\r上海,-2.25\r'],
    ['single quotes', "'地区','值'\n'北京','1.5'\n'上海','-2.25'\n"],
  ])('finds cells separated by %s', (_, text) => {
    expect(rows(text)).toEqual([
      { 地区: '北京', 值: 1.5 },
      { 地区: '上海', 值: -2.25 },
    ]);
  });

  test('takes any delimiter, quote and escape that is stated', () => {
    expect(rows('a~|~b\n<x~|~y<~|~2\n', { delimiter: '~|~', quote: '<' })).toEqual([{ a: 'x~|~y', b: 2 }]);
    expect(rows('a,b\n"x\\"y",2\n', { escape: '\\' })).toEqual([{ a: 'x"y', b: 2 }]);
    expect(rows('a,b\n"x,2\n', { quote: false })).toEqual([{ a: '"x', b: 2 }]);
  });

  test('requires a delimiter, quote and escape that can be one', () => {
    expect(() => readCsv('a', { delimiter: '' })).toThrow(
      'readCsv requires characters on one line, got "" (option delimiter)',
    );
    expect(() => readCsv('a', { quote: '“' })).toThrow('readCsv requires one ASCII character, got "“" (option quote)');
  });

  test('leaves codes text: leading zeros, names of codes, codes of administrative divisions, long integers', () => {
    expect(column('v\n010\n020\n')).toMatchObject({ type: 'text', values: ['010', '020'] });
    expect(column('邮编\n100000\n200000\n').type).toBe('text');
    expect(column('unit\n110000\n120000\n130100\n').type).toBe('text');
    expect(column('v\n110101199003070000\n').type).toBe('text');
    expect(column('place,gdp\na,110000\nb,36102\n').type).toBe('number');
  });

  test('takes needless quotes for a mark of text where other cells have none', () => {
    expect(column('v,code\n1,"12"\n2,"13"\n').type).toBe('text');
    expect(column('"v","w"\n"1","12"\n"2","13"\n').type).toBe('number');
    expect(column('v,w\n1,"1,200"\n2,"1,300"\n').type).toBe('number');
  });

  test('leaves a whole column text, to the letter, when one late cell is no number', () => {
    const text = `n,v\n${Array.from({ length: 500 }, (_, row) => `${row},1.50`).join('\n')}\n500,n. v.\n`;
    const { table, report } = readCsv(text);
    expect(table.texts('v').values.slice(-2)).toEqual(['1.50', 'n. v.']);
    expect(report.notes).toEqual([
      expect.objectContaining({
        rule: 'not-a-number',
        column: 'v',
        message:
          '1 of 501 cells are no numbers, the first in row 501, line 502, so the column stays text: "n. v."; if it stands for a missing number, the option missing says so',
      }),
    ]);
  });

  test('takes further missing marks, and holds to stated types', () => {
    expect(column('v\n1\nn. v.\n', { missing: ['n. v.'] })).toMatchObject({
      type: 'number',
      values: new Float64Array([1, NaN]),
    });
    expect(column('v\n1\n2\n', { types: { v: 'text' } })).toMatchObject({ values: ['1', '2'] });
    expect(column('code\n110000\n', { types: { code: 'number' } }).type).toBe('number');
    expect(() => readCsv('v\n1\nx\n', { types: { v: 'number' } })).toThrow(
      'readCsv requires numbers, got "x" (column "v", row 2, line 3)',
    );
    expect(() => readCsv('v\n1\n', { types: { w: 'number' } })).toThrow(
      'requires columns of the table, got w (option types)',
    );
  });

  test('keeps a column with percentages and plain numbers text', () => {
    expect(notes('v\n1.5%\n2.5\n')).toContainEqual({
      rule: 'mixed-units',
      line: null,
      column: 'v',
      value: null,
      count: 1,
    });
    expect(column('v（%）\n1.5%\n2.5\n')).toMatchObject({ type: 'number', unit: '%' });
    expect(column('v\n1.5%\n0\n')).toMatchObject({ type: 'number', unit: '%' });
  });

  test('takes decimals and exactness that are stated', () => {
    expect(column('v\n1.5\n2\n', { decimals: { v: 2 } })).toMatchObject({ decimals: new Int8Array([2, 2]) });
    expect(() => readCsv('v\nx\n', { decimals: { v: 2 } })).toThrow(
      'requires a column of numbers to state digits, got text (column "v")',
    );
    expect(column('rank\n1\n2\n', { exact: ['rank'] })).toMatchObject({ decimals: new Int8Array([-1, -1]) });
  });

  test('gives no decimals where a double does not give the digits back', () => {
    expect(column('v\n0.1234567890123456789\n')).not.toHaveProperty('decimals');
    expect(column('v\n123456789012.345\n')).toMatchObject({
      values: new Float64Array([123456789012.345]),
      decimals: new Int8Array([3]),
    });
  });

  test('joins two header rows, the upper one over several columns', () => {
    expect(
      readCsv('城市,2018年,,2019年,\n,GDP（亿元）,人口（万人）,GDP（亿元）,人口（万人）\n北京,1,2,3,4\n').table.columns,
    ).toEqual(['城市', '2018年 GDP', '2018年 人口', '2019年 GDP', '2019年 人口']);
    expect(readCsv('城市,GDP,人口\n,亿元,万人\n北京,1,2\n上海,3,4\n').table.numbers('人口').unit).toBe('万人');
  });

  test('takes years for names where the columns hold other numbers, and for data where they hold years', () => {
    expect(readCsv('city,2015,2016\n北京,1,2\n上海,3,4\n').table.columns).toEqual(['city', '2015', '2016']);
    expect(rows('北京,2015,1.5\n上海,2016,2.5\n')[0]).toEqual({
      'column 1': '北京',
      'column 2': 2015,
      'column 3': 1.5,
    });
  });

  test('takes the header rows that are stated', () => {
    expect(readCsv('x\na,b\n1,2\n', { header: 2 }).table.columns).toEqual(['a', 'b']);
    expect(rows('a,b\nc,d\n', { header: false })).toHaveLength(2);
    expect(() => readCsv('a\n1\n', { header: 9 })).toThrow('requires rows from 1 to 2, got 9');
  });

  test('keeps rows without numbers below the header', () => {
    expect(rows('city,a,b\n北京,,\n上海,1,2\n天津,3,4\n')).toHaveLength(3);
  });

  test('drops no row of totals when told to keep them, or when there is nothing to add up', () => {
    expect(rows('city,v\n北京,1\n全国,2\n', { keepTotals: true })).toHaveLength(2);
    expect(rows('city,v\n北京,1\n全国,2\n')).toHaveLength(1);
    expect(rows('code,city,v\n110000,北京,1\n,合计,2\n')).toHaveLength(1);
    expect(rows('city,sex,v\n北京,合计,3\n北京,男,1\n北京,女,2\n')).toHaveLength(3);
    expect(rows('label,v\ntotal,1\ntotal,2\nother,3\n')).toHaveLength(3);
    expect(rows('level,name\n全国,中国\n省,北京\n')).toHaveLength(2);
  });

  test('drops a header that is printed again, and a second table below', () => {
    expect(notes('city,v\n北京,1\ncity,v\n上海,2\n')).toContainEqual({
      rule: 'repeated-header',
      line: 3,
      column: null,
      value: 'city v',
      count: 1,
    });
    expect(notes('city,v,w\n北京,1,2\n上海,1,2\n天津,1,2\ncity,v,w,x\n北京,1,2,3\n上海,1,2,3\n')).toContainEqual({
      rule: 'second-table',
      line: 5,
      column: null,
      value: 'city v w x',
      count: 3,
    });
  });

  test('mends rows of another length without losing a cell', () => {
    expect(rows('name,n,date\na,1,2018-01-01\nb,,2,2018-01-02\nc,3\n')).toEqual([
      { name: 'a', n: 1, date: '2018-01-01' },
      { name: 'b', n: 2, date: '2018-01-02' },
      { name: 'c', n: 3, date: null },
    ]);
    const { table, report } = readCsv('a,b\n1,2\n3,4,5\n6,7\n');
    expect(table.toRows()[1]).toEqual({ a: 3, b: 4, 'column 3': 5 });
    expect(report.notes).toEqual([expect.objectContaining({ rule: 'long-row', line: 3 })]);
  });

  test('reads a header that is one name short as R writes it: the first column holds names of rows', () => {
    expect(readCsv('gdp\tpop\n北京\t1\t2\n上海\t3\t4\n').table.columns).toEqual(['column 1', 'gdp', 'pop']);
  });

  test('leaves out comments', () => {
    expect(rows('# made by hand\na,b\n1,2\n# the end\n3,4\n')).toEqual([
      { a: 1, b: 2 },
      { a: 3, b: 4 },
    ]);
  });

  test('numbers columns without a name, and second columns of a name', () => {
    expect(readCsv('a,,a\n1,2,3\n').table.columns).toEqual(['a', 'column 2', 'a (2)']);
    expect(readCsv('a,b,\n1,2,\n').table.columns).toEqual(['a', 'b']);
  });

  test('gives an empty table for an empty file, and for a header alone', () => {
    expect([readCsv('').table.rowCount, readCsv('a,b\n').table.columns]).toEqual([0, ['a', 'b']]);
    expect(notes('')).toEqual([{ rule: 'empty', line: null, column: null, value: null, count: 1 }]);
  });

  test('takes a plain file at its word', () => {
    const plain = { layout: 'plain' as const };
    expect(rows('city,v\n全国,1\n,\n"",2%\n', plain)).toEqual([
      { city: '全国', v: '1' },
      { city: null, v: null },
      { city: '', v: '2%' },
    ]);
    expect(() => readCsv('a,b\n1\n', plain)).toThrow(
      'readCsv requires rows like the header, with 2 cells, got 1 (row 1, line 2)',
    );
    expect(readCsv('v\n1\n\n2\n', plain).table.numbers('v').values).toEqual(new Float64Array([1, NaN, 2]));
  });

  test('reports progress on long reads', () => {
    const seen: number[] = [];
    const text = `a,b\n${'1,2\n'.repeat(3_000_000)}`;
    readCsv(text, { onProgress: (done, total) => seen.push(done / total) });
    expect(seen.length).toBeGreaterThan(2);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
    expect(seen.at(-1)).toBe(1);
  });

  test('counts every row it takes in as kept or dropped, and every dropped one in a note', () => {
    const line = fc.constantFrom(
      '北京,1,2',
      '上海,—,3',
      '合计,4,5',
      '',
      ',,',
      '注：来源',
      'city,a,b',
      '天津,1',
      '天津,1,2,3',
      '天津,1,,2',
      '"重庆,1,2',
      'x',
      '# c',
      '北京,a,b',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const read = unlessShort(() => readCsv(['city,a,b', ...lines].join('\n')));
        if (!read) return;
        const { table, report } = read;
        const dropping = [
          'preamble',
          'blank-row',
          'comment',
          'footnote',
          'total-row',
          'repeated-header',
          'second-table',
          'column-numbers',
        ];
        const dropped = report.notes
          .filter(({ rule }) => dropping.includes(rule))
          .reduce((sum, { count }) => sum + count, 0);
        expect(report.rowsKept).toBe(table.rowCount);
        expect(report.rowsIn).toBe(report.rowsKept + report.rowsDropped);
        expect(report.rowsDropped).toBe(dropped);
      }),
      { numRuns: 1000 },
    );
  });

  test('never throws on any text but where the header is shorter than the rows', () => {
    const piece = fc.constantFrom(
      '1',
      '2.5',
      'x',
      '"',
      "'",
      ',',
      ';',
      '\t',
      '|',
      ' ',
      '\n',
      '\r',
      '\\',
      '北',
      '—',
      '%',
      '#',
      '（',
      '=',
      '\0',
      '\ufeff',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const read = unlessShort(() => readCsv(pieces.join('')));
        if (read) expect(read.report.rowsIn).toBe(read.table.rowCount + read.report.rowsDropped);
      }),
      { numRuns: 2000 },
    );
  });

  test('never throws on any bytes but there', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(unlessShort(() => readCsv(bytes))?.table.rowCount ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });

  test('finds nothing wrong with a column of texts that begins far below its header', () => {
    const { table, report } = readCsv(`unit,v\n${'\n'.repeat(20_000)}B,1\n`);
    expect(table.toRows()).toEqual([{ unit: 'B', v: 1 }]);
    expect(report.notes.map(({ rule, count }) => [rule, count])).toEqual([['blank-row', 20_000]]);
  });
});
