import { cellToken } from '@indexlab/core';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readXlsx } from './read-xlsx.js';
import { makeWorkbook, sheetRow, type WorkbookParts } from './workbook.testing.js';

const read = (parts: WorkbookParts, options = {}) => readXlsx(makeWorkbook(parts), options);
const bytes = (text: string) => new TextEncoder().encode(text);

describe('readXlsx', () => {
  test('reads a table with a title, merged headers in two rows and a row of totals', () => {
    const sheet = [
      sheetRow(1, ['表1 主要指标', null, null, null, null]),
      sheetRow(2, ['城市', 2018, null, 2019, null]),
      sheetRow(3, [null, 'GDP（亿元）', '人口（万人）', 'GDP（亿元）', '人口（万人）']),
      sheetRow(4, ['北京', '30320.0', 2154, '35371.3', 2154]),
      sheetRow(5, ['上海', '32679.9', 2424, '—', 2428]),
      sheetRow(6, ['合计', '62999.9', 4578, null, 4582]),
    ].join('');
    const merged =
      '<mergeCells count="4"><mergeCell ref="A1:E1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/><mergeCell ref="D2:E2"/></mergeCells>';
    const { table, report } = read({ sheets: [sheet], behindData: merged });
    expect(table.columns).toEqual(['城市', '2018 GDP', '2018 人口', '2019 GDP', '2019 人口']);
    expect(table.rowCount).toBe(2);
    expect([table.numbers('2019 GDP').unit, cellToken(table.numbers('2018 GDP'), 0)]).toEqual(['亿元', '30320.0']);
    expect(report).toMatchObject({ rowsIn: 4, rowsKept: 2, rowsDropped: 2 });
    expect(report.notes.map(({ rule, line }) => [rule, line])).toEqual(
      expect.arrayContaining([
        ['preamble', 1],
        ['header', 2],
        ['total-row', 6],
        ['missing', 5],
        ['merged', null],
      ]),
    );
  });

  test('takes printed digits from number formats, and none from the general one', () => {
    const cell = (style: number, value: number) => ({ xml: `s="${style}"><v>${value}</v>` });
    const { table, report } = read({
      formats: ['0.00', '0.0%', '#,##0.000_ ', '# ?/?'],
      sheets: [
        sheetRow(1, ['a', 'b', 'c', 'd', 'e']) +
          sheetRow(2, [cell(1, 27.7), cell(2, 0.07), cell(3, 1234.5), 1.5, cell(4, 0.5)]),
      ],
    });
    expect([
      cellToken(table.numbers('a'), 0),
      cellToken(table.numbers('b'), 0),
      cellToken(table.numbers('c'), 0),
    ]).toEqual(['27.70', '7.0', '1234.500']);
    expect(table.numbers('b')).toMatchObject({ unit: '%', values: new Float64Array([7]) });
    expect([table.numbers('d'), table.numbers('e')].map((column) => column.decimals)).toEqual([undefined, undefined]);
    expect(report.notes.filter(({ rule }) => rule === 'digits-unknown').map(({ column }) => column)).toEqual([
      'd',
      'e',
    ]);
    expect(
      read({ sheets: [sheetRow(1, ['d']) + sheetRow(2, [1.5])] }, { decimals: { d: 2 } }).table.numbers('d').decimals,
    ).toEqual(new Int8Array([2]));
  });

  test('gives dates, truth values and errors, and the saved value of a formula', () => {
    const { table, report } = read({
      formats: ['yyyy-mm-dd', 'yyyy"年"', 'h:mm'],
      sheets: [
        sheetRow(1, ['day', 'year', 'time', 'true', 'error', 'sum', 'unsaved']) +
          sheetRow(2, [
            { xml: 's="1"><v>43466</v>' },
            { xml: 's="2"><v>43466</v>' },
            { xml: 's="3"><v>0.75</v>' },
            { xml: 't="b"><v>1</v>' },
            { xml: 't="e"><v>#DIV/0!</v>' },
            { xml: '><f>1+1</f><v>2</v>' },
            { xml: '><f>1+1</f>' },
          ]),
      ],
    });
    expect(table.toRows()).toEqual([
      { day: '2019-01-01', year: 2019, time: '18:00:00', true: 'TRUE', error: null, sum: 2, unsaved: null },
    ]);
    expect(report.notes).toContainEqual({
      rule: 'formula',
      weight: 'note',
      row: null,
      line: null,
      column: 'sum',
      value: null,
      message: 'values saved with formulas, which are not run',
      count: 1,
    });
  });

  test('reads shared texts without their pronunciation, and escaped characters', () => {
    const { table } = read({
      sharedStrings:
        '<si><t>name</t></si><si><r><t>北</t></r><r><t xml:space="preserve">京 </t></r><rPh><t>beijing</t></rPh></si><si><t>a_x000D_b&#x1F600;&lt;</t></si>',
      sheets: [[[0], [1], [2]].map(([text], row) => sheetRow(row + 1, [{ xml: `t="s"><v>${text}</v>` }])).join('')],
    });
    expect(table.texts('name').values).toEqual(['北京 ', 'a\rb😀<']);
  });

  test('reads the sheet and the range that are stated, and the first sheet that holds something', () => {
    const parts = {
      names: ['空', '数据'],
      sheets: ['', sheetRow(1, ['x', 'a', 'b']) + sheetRow(2, ['x', 'k', 1]) + sheetRow(3, ['x', 'l', 2])],
    };
    expect(read(parts).table.columns).toEqual(['x', 'a', 'b']);
    expect(read(parts).report.notes).toContainEqual(expect.objectContaining({ rule: 'sheet', value: '数据' }));
    expect(read(parts, { sheet: '数据', range: 'B1:C2' }).table.toRows()).toEqual([{ a: 'k', b: 1 }]);
    expect(read(parts, { sheet: 2 }).table.rowCount).toBe(2);
    expect(read(parts, { sheet: 1 }).table.rowCount).toBe(0);
    expect(() => read(parts, { sheet: 'x' })).toThrow('readXlsx requires a sheet of the workbook, got "x"');
    expect(() => read(parts, { range: 'B2' })).toThrow('requires a range such as "B3:F40", got "B2"');
  });

  test('counts rows as the sheet does', () => {
    const { report } = read({
      sheets: [
        sheetRow(4, [null, 'city', 'v']) +
          sheetRow(5, [null, '北京', '—']) +
          sheetRow(6, [null, '上海', 2]) +
          sheetRow(7, [null, '全国', 3]),
      ],
    });
    expect(report.notes.map(({ rule, line }) => [rule, line])).toEqual(
      expect.arrayContaining([
        ['missing', 5],
        ['total-row', 7],
      ]),
    );
    expect(report).toMatchObject({ rowsIn: 3, rowsDropped: 1 });
  });

  test('keeps a merged label for each of its rows, and a merged number once', () => {
    const sheet =
      sheetRow(1, ['省', '市', 'v']) +
      sheetRow(2, ['河北', '石家庄', 1]) +
      sheetRow(3, [null, '唐山', null]) +
      sheetRow(4, ['山东', '济南', 3]);
    const { table } = read({
      sheets: [sheet],
      behindData: '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="C2:C3"/></mergeCells>',
    });
    expect([table.texts('省').values, table.numbers('v').values]).toEqual([
      ['河北', '河北', '山东'],
      new Float64Array([1, NaN, 3]),
    ]);
  });

  test('requires a workbook', () => {
    expect(() => readXlsx(bytes('a,b\n1,2\n'))).toThrow('readXlsx requires a workbook (.xlsx), got other bytes');
    expect(() => readXlsx(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toThrow(
      'got one of the old format (.xls) or with a password',
    );
    expect(() => readXlsx(zipSync({ 'a.txt': bytes('x') }))).toThrow('got an archive of a.txt');
    expect(() => readXlsx(makeWorkbook({ sheets: [sheetRow(1, ['a'])] }).subarray(0, 400))).toThrow(
      'requires a whole archive, got no directory',
    );
  });

  test('refuses a sheet that inflates a thousandfold', () => {
    const workbook = makeWorkbook({ sheets: [sheetRow(1, ['a']) + ' '.repeat(50_000_000)] });
    expect(workbook.length).toBeLessThan(60_000);
    expect(() => readXlsx(workbook)).toThrow(
      /requires an archive that inflates reasonably, got \d+ bytes that become 50\d+ \(xl\/worksheets\/sheet1\.xml\)/,
    );
  });

  test('refuses a sheet that inflates to more, or to less, than it announces', () => {
    for (const change of [-1000, 1000]) {
      const workbook = makeWorkbook({ sheets: [sheetRow(1, ['a']) + ' '.repeat(5_000_000)] });
      const view = new DataView(workbook.buffer);
      for (let at = 0; at + 46 < workbook.length; at += 1) {
        const isSheet =
          view.getUint32(at, true) === 0x02014b50 &&
          new TextDecoder().decode(workbook.subarray(at + 46, at + 70)).startsWith('xl/worksheets');
        if (isSheet) view.setUint32(at + 24, view.getUint32(at + 24, true) + change, true);
      }
      expect(() => readXlsx(workbook)).toThrow(/requires a whole archive, got .* bytes it announces/);
    }
  });

  test('refuses an archive whose names lead out of it', () => {
    for (const name of ['../evil.xml', 'xl/../../evil', '/etc/passwd', 'C:\\evil', 'xl\\..\\evil']) {
      expect(() => readXlsx(zipSync({ [name]: bytes('x') }))).toThrow('requires an archive whose files stay inside it');
    }
  });

  test('refuses a sheet whose only far-off cell makes it huge', () => {
    const far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect(() => read({ sheets: [far] })).toThrow(
      'readXlsx requires at most 50000000 cells, got 1048576 rows of 16384',
    );
    expect(read({ sheets: [far] }, { range: 'A1:B2', header: false }).table.rowCount).toBe(1);
  });

  test('keeps columns named __proto__ and texts that start with "="', () => {
    const { table } = read({ sheets: [sheetRow(1, ['__proto__', '__proto__', 'a']) + sheetRow(2, ['=1+1', 'x', 1])] });
    expect(table.columns).toEqual(['__proto__', '__proto__ (2)', 'a']);
    expect(table.texts('__proto__').values).toEqual(['=1+1']);
  });

  test('refuses XML with a document type, which could declare texts of its own', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
    expect(() => read({ sheets: [bomb + sheetRow(1, ['v']) + sheetRow(2, ['&b;'])] })).toThrow(
      'requires XML without a document type',
    );
  });

  test('writes raised and lowered text with characters of their own, so that no mark joins a number', () => {
    const rich = (text: string, mark: string, position: string) =>
      `<r><t>${text}</t></r><r><rPr><vertAlign val="${position}"/></rPr><t>${mark}</t></r><r><t/></r>`;
    const inline = (xml: string) => ({ xml: `t="inlineStr"><is>${xml}</is>` });
    const { table } = read(
      {
        sharedStrings: `<si>${rich('12.5', '1', 'superscript')}</si><si><r><rPr><vertAlign val="superscript"/></rPr><t>13</t></r></si>`,
        sheets: [
          sheetRow(1, ['a', 'b', 'c', 'd']) +
            sheetRow(2, [
              { xml: 't="s"><v>0</v>' },
              inline(rich('CO', '2', 'subscript')),
              inline(rich('北京', '注a)', 'superscript')),
              { xml: 't="s"><v>1</v>' },
            ]) +
            sheetRow(3, ['14', inline(rich('km', '2', 'superscript')), inline('<r><t>x</t></r><r><t>1</t></r>'), '2']),
        ],
        behindData: '',
      },
      { header: 1, types: { a: 'text' } },
    );
    expect(table.toRows()).toEqual([
      { a: '12.5¹', b: 'CO₂', c: '北京注ᵃ⁾', d: 13 },
      { a: '14', b: 'km²', c: 'x1', d: 2 },
    ]);
  });

  test('refuses a sheet of which no formula was ever computed, and warns where some were not', () => {
    const formula = (value: string) => ({ xml: `><f>A1*2</f>${value}` });
    const sheet = (values: string[]) =>
      sheetRow(1, ['a', 'b']) + values.map((value, row) => sheetRow(row + 2, [row, formula(value)])).join('');
    for (const none of ['', '<v></v>'])
      expect(() => read({ sheets: [sheet([none, none])] })).toThrow(
        'readXlsx requires values saved with the formulas, got none (column "b")',
      );
    const { table, report } = read({ sheets: [sheet(['<v>1</v>', '', ''])] });
    expect(table.numbers('b').values).toEqual(new Float64Array([1, NaN, NaN]));
    expect(report.notes).toContainEqual(
      expect.objectContaining({ rule: 'formula', weight: 'warning', line: 3, column: 'b', count: 2 }),
    );
  });

  test('warns of hidden rows and columns, and counts them', () => {
    const hidden = (row: string) => row.replace('<row ', '<row hidden="1" ');
    const { table, report } = read({
      sheets: [
        sheetRow(1, ['a', 'b']) +
          hidden(sheetRow(2, ['x', 1])) +
          hidden(sheetRow(3, ['y', 2])) +
          sheetRow(4, ['z', 3]) +
          '<row r="9" hidden="1"/>',
      ],
      behindData: '<cols><col min="2" max="2" hidden="1"/><col min="3" max="16384" hidden="1"/></cols>',
    });
    expect(table.rowCount).toBe(3);
    expect(
      report.notes
        .filter(({ rule }) => rule === 'hidden')
        .map((note) => [note.weight, note.line, note.column, note.count]),
    ).toEqual([
      ['warning', 2, null, 2],
      ['warning', null, 'b', 1],
    ]);
  });

  test('leaves out what stands far below the table, with a warning, and makes no row of the gap', () => {
    const far = (row: number, cell: string) =>
      `<row r="${row}"><c r="A${row}" t="inlineStr"><is><t>${cell}</t></is></c></row>`;
    const table = sheetRow(1, ['a', 'b']) + sheetRow(2, ['x', 1]) + sheetRow(3, ['y', 2]);
    const { report } = read({ sheets: [table + far(1_048_576, 'the end')] });
    expect(report).toMatchObject({ rowsIn: 3, rowsKept: 2, rowsDropped: 1 });
    expect(report.notes).toContainEqual(
      expect.objectContaining({ rule: 'second-table', weight: 'warning', line: 1_048_576, value: 'the end', count: 1 }),
    );
    expect(read({ sheets: [`${table}<row r="1048576"><c r="A1048576" s="1"/></row>`] }).report).toMatchObject({
      rowsIn: 2,
    });
    expect(read({ sheets: [table + far(1002, 'z')] }).report.rowsDropped).toBeGreaterThan(900);
  });

  test.each([
    [
      'accounts',
      [
        ['firm', 'profit'],
        ['A', '(1,204)'],
        ['B', '(88)'],
      ],
    ],
    [
      'flags',
      [
        ['city', 'v'],
        ['A', '12.5 p'],
        ['B', '13.5 e'],
      ],
    ],
    [
      'texts',
      [
        ['city', 'mayor'],
        ['A', 'x'],
        ['B', 'y'],
      ],
    ],
  ])('chooses the sheet of rows over a title page: %s', (_, rows) => {
    const page = sheetRow(1, ['About this file']) + sheetRow(2, ['Contact: the office']);
    const data = rows.map((cells, row) => sheetRow(row + 1, cells)).join('');
    const { table } = readXlsx(makeWorkbook({ sheets: [page, data], names: ['Read me', 'Data'] }));
    expect([table.rowCount, table.columns.slice(0, 2)]).toEqual([2, rows[0]]);
  });

  test('chooses the sheet that holds a table over one of texts, and says what the others are', () => {
    const readme = sheetRow(1, ['About']) + sheetRow(2, ['Made by', 'nobody']) + sheetRow(3, ['See', 'below']);
    const contents = sheetRow(1, ['No', 'Sheet']) + sheetRow(2, [1, 'a']) + sheetRow(3, [2, 'b']);
    const data = sheetRow(1, ['city', 'v']) + sheetRow(2, ['x', 7]) + sheetRow(3, ['y', 9]);
    const sheetNote = (sheets: string[], names: string[]) => {
      const { report, table } = read({ sheets, names });
      const { weight, value, message } = report.notes.find(({ rule }) => rule === 'sheet')!;
      return [table.columns[0], weight, value, message];
    };
    expect(sheetNote([readme, contents, data], ['README', 'Contents', 'Data'])).toEqual([
      'city',
      'note',
      'Data',
      'the sheet "Data" of 3 is read, not "README", "Contents"',
    ]);
    expect(sheetNote([data, data], ['2019', '2020'])).toEqual([
      'city',
      'warning',
      '2019',
      'the sheet "2019" of 2 is read; "2020" holds a table too (option sheet)',
    ]);
    expect(read({ sheets: [data, readme] }, { sheet: '2' }).table.columns).not.toContain('city');
    expect(() => read({ sheets: [data, data], names: ['2019', '2020'] }, { sheet: '2021' })).toThrow('got "2021"');
  });

  test('reads a number with a raised mark as the number, and the mark as its flag', () => {
    const rich = (text: string, mark: string) => ({
      xml: `t="inlineStr"><is><r><t>${text}</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>${mark}</t></r></is>`,
    });
    const { table } = read({
      sheets: [
        sheetRow(1, ['city', 'v']) +
          sheetRow(2, ['A', rich('12.5', '1')]) +
          sheetRow(3, ['B', rich('13.1', 'c')]) +
          sheetRow(4, ['C', 14.1]),
      ],
    });
    expect(table.toRows()).toEqual([
      { city: 'A', v: 12.5, 'v flag': '¹' },
      { city: 'B', v: 13.1, 'v flag': 'ᶜ' },
      { city: 'C', v: 14.1, 'v flag': null },
    ]);
  });
});
