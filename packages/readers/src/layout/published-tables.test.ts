import { describe, expect, test } from 'vitest';
import type { ReadOptions } from '../read-options.js';
import { readCsv } from '../csv/read-csv.js';
import type { ReadResult } from '../import-result.js';
import { readJson } from '../json/read-json.js';
import { makeWorkbook, sheetRow } from '../workbook/workbook.testing.js';
import { readXlsx } from '../workbook/read-xlsx.js';

/** Columns with their names and cells, `null` where missing. */
const columns = ({ table }: ReadResult): [string, ...(string | number | null)[]][] =>
  table.columns.map((name) => [name, ...table.toRows().map((row) => row[name] ?? null)]);
const read = (text: string, options: ReadOptions = {}) => columns(readCsv(text, options));
const warnings = (text: string, options: ReadOptions = {}) =>
  readCsv(text, options)
    .report.notes.filter(({ weight }) => weight === 'warning')
    .map(({ rule, line, column, value }) => [rule, line, column, value]);
const noted = (text: string, options: ReadOptions = {}) =>
  readCsv(text, options).report.notes.map(({ rule, line, count }) => [rule, line, count]);
const counts = (text: string, options: ReadOptions = {}) => {
  const { rowsIn, rowsKept, rowsDropped } = readCsv(text, options).report;
  return [rowsIn, rowsKept, rowsDropped];
};

describe('a first row of data without a plain number stays data', () => {
  test.each([
    ['marks and flags', 'geo,2019,2020\nAT,:,12.5 p\nBE,10.1,11.2\nDE,9.0,9.1\n', [null, 10.1, 9]],
    ['two points', 'geo,2019,2020\nAT,..,..\nBE,10.1,11.2\nBG,11.1,12.2\n', [null, 10.1, 11.1]],
    ['dashes and letters', '地区,2019,2020\n北京,—,x\n上海,10.1,11.2\n天津,9,9.1\n', [null, 10.1, 9]],
    ['suppression letters', 'geo,2019,2020\nAT,c,c\nBE,10.1,11.2\nDE,9.0,9.1\n', [null, 10.1, 9]],
    ['brackets', 'geo,2019,2020\nAT,(12.5),(13.1)\nBE,10.1,11.2\nDE,9.0,9.1\n', ['(12.5)', '10.1', '9.0']],
    ['bounds', 'site,lead,zinc\nS1,<0.5,<2\nS2,1.2,3.1\nS3,2.2,4\n', [null, 1.2, 2.2]],
    [
      'words',
      'geo,2019,2020\nAT,confidential,confidential\nBE,10.1,11.2\nDE,9.0,9.1\n',
      ['confidential', '10.1', '9.0'],
    ],
    ['magnitudes', '城市,人口,面积\n北京,12.5万,1.6万\n上海,24.8,0.6\n天津,13.9,1.2\n', ['12.5万', '24.8', '13.9']],
    ['spans', 'k,a,b\nx,10-12,3-4\ny,10.1,11.2\nz,9.0,9.1\n', ['10-12', '10.1', '9.0']],
    ['infinities', 'id no,a,b\nx,Inf,-Inf\ny,10.1,11.2\nz,9.0,9.1\n', ['Inf', '10.1', '9.0']],
  ])('%s', (_, text, cells) => {
    const found = read(text);
    expect(found[1]!.slice(1)).toEqual(cells);
    expect(found.map(([name]) => name).slice(0, 2)).toEqual(text.split('\n')[0]!.split(',').slice(0, 2));
    expect(counts(text)).toEqual([3, 3, 0]);
  });

  test('three of them too, and in a sheet and in JSON', () => {
    const rows = [
      ['AT', ':', '..'],
      ['BE', '12.3 p', '(1.5)'],
      ['BG', 'c', '<0.5'],
    ];
    const numbers = Array.from({ length: 6 }, (_, row) => [`D${row}`, `${row}.5`, `${row}.1`]);
    const text = ['geo,2019,2020', ...[...rows, ...numbers].map((cells) => cells.join(','))].join('\n');
    const sheet = [['geo', '2019', '2020'], ...rows, ...numbers].map((cells, row) => sheetRow(row + 1, cells)).join('');
    const json = JSON.stringify([...rows, ...numbers].map(([geo, a, b]) => ({ geo, a, b })));
    const xlsx = readXlsx(makeWorkbook({ sheets: [sheet] }));
    for (const { table } of [readCsv(text), xlsx, readJson(json)]) {
      expect(table.rowCount).toBe(9);
      expect(table.column(table.columns[1]!)).toMatchObject({ type: 'number' });
      expect(table.column(table.columns[2]!).values.slice(0, 3)).toEqual(['p', 'c', null].length && [null, 'p', 'c']);
    }
  });
});

describe('header rows', () => {
  test('a second row of units, years, group members or another language belongs to the header, and is counted', () => {
    expect(read('省份,GDP,,人口,\n,2019,2020,2019,2020\n北京,1,2,3,4\n上海,2,3,4,5\n').map(([name]) => name)).toEqual([
      '省份',
      'GDP 2019',
      'GDP 2020',
      '人口 2019',
      '人口 2020',
    ]);
    expect(read('city,GDP,GDP\ncity,2019,2020\nA,1,2\nB,3,4\n').map(([name]) => name)).toEqual([
      'city',
      'GDP 2019',
      'GDP 2020',
    ]);
    const bilingual = '地区,生产总值,人口\nRegion,GDP,Population\n北京,36102,2189\n上海,38700,2487\n';
    expect(read(bilingual).map(([name]) => name)).toEqual(['地区 Region', '生产总值 GDP', '人口 Population']);
    expect([noted(bilingual), counts(bilingual)]).toEqual([[['header', 1, 2]], [2, 2, 0]]);
  });

  test.each([
    ['dates', 'Country,Lat,1/22/20,1/23/20\nAF,33.9,0,0\nAL,41.1,0,1\n'],
    [
      'dates behind an empty cell',
      'Province/State,Country/Region,Lat,1/22/20\n,Afghanistan,33.9,0\n,Albania,41.1,1\nHubei,China,30.9,444\n',
    ],
    ['months', '地区,2020-01,2020-02\n北京,1,2\n上海,3,3\n'],
    [
      'benchmark years',
      'country,1,1000,1500,1600\nChina,450,466,600,600\nIndia,450,450,550,550\nJapan,400,425,500,520\n',
    ],
    ['deciles', 'país,10,20,30\nA,1.5,2.5,3\nB,4.5,5.5,7\n'],
    ['division codes', 'year,110000,120000,130000\n2019,36102,14083,36207\n2020,37102,14183,36307\n'],
    ['years over years', 'city,2015,2016\nA,1987,2001\nB,1950,2020\n'],
    ['numbers of columns over decimals', '0,1,2\na,4.5,3.2\nb,1.5,6.2\n'],
    ['age groups', 'age,<15,15-64,65+\nA,1.5,2.5,3.5\nB,2.5,3.5,4.5\n'],
    ['years with flags', 'geo,2019,2020 p\nAT,1.5,2.5\nBE,3.5,4.5\n'],
  ])('%s make a header', (_, text) => {
    const [header, ...body] = text.trim().split('\n');
    expect(read(text).map(([name]) => name)).toEqual(header!.split(','));
    expect(counts(text)).toEqual([body.length, body.length, 0]);
  });

  test('a header of numbers is taken and left with a warning', () => {
    expect(warnings('country,10,20,30\nA,1.5,2.5,3\nB,4.5,5.5,7\n')).toEqual([['header', 1, null, 'country 10 20 30']]);
    expect(warnings('北京,2015,1.5\n上海,2016,2.5\n')).toEqual([['header', null, null, null]]);
    expect(read('北京,2015,1.5\n上海,2016,2.5\n')).toHaveLength(3);
    expect(read('country,10,20\nA,1,2\n', { header: false })[0]).toEqual(['column 1', 'country', 'A']);
  });

  test('a row that numbers the columns is left out', () => {
    expect(read('地区,GDP,人口\n甲,1,2\n北京,36102,2189\n')).toEqual([
      ['地区', '北京'],
      ['GDP', 36102],
      ['人口', 2189],
    ]);
    expect(counts('地区,GDP,人口\n甲,1,2\n北京,36102,2189\n')).toEqual([2, 1, 1]);
    expect(warnings('Region,GDP,Population\n1,2,3\nA,36102,2189\nB,38700,2487\nC,3,4\n')).toEqual([
      ['column-numbers', 2, null, '1 2 3'],
    ]);
    expect(read('x,y,z\n1,2,3\n2,5,8\n')[0]).toEqual(['x', 1, 2]);
    const sheet = [
      ['项目', '金额', '占比'],
      ['(1)', '(2)', '(3)'],
      ['a', 1.5, 2.5],
    ];
    const { table } = readXlsx(
      makeWorkbook({ sheets: [sheet.map((cells, row) => sheetRow(row + 1, cells)).join('')] }),
    );
    expect(table.toRows()).toEqual([{ 项目: 'a', 金额: 1.5, 占比: 2.5 }]);
  });
});

describe('rows with one cell more than the header', () => {
  test('an empty last cell in all rows is left out, and no column shifts', () => {
    expect(read('id,x,y\n1,4,7,\n2,5,8,\n')).toEqual([
      ['id', '1', '2'],
      ['x', 4, 5],
      ['y', 7, 8],
    ]);
    const trailing = 'province,city,gdp\nP,A,1,\nP,B,2,\nQ,C,3,\n';
    expect(read(trailing)).toEqual([
      ['province', 'P', 'P', 'Q'],
      ['city', 'A', 'B', 'C'],
      ['gdp', 1, 2, 3],
    ]);
    expect(noted(trailing)).toEqual([['unnamed-column', 1, 1]]);
    expect(read('x;y;z\n1;4;7;;\n2;5;8;;\n').map(([name]) => name)).toEqual(['x', 'y', 'z']);
  });

  test('names of rows are unique texts that are cells of their own', () => {
    expect(read('"mpg","cyl"\n"Mazda RX4",21,6\n"Datsun 710",22.8,4\n')[0]).toEqual([
      'column 1',
      'Mazda RX4',
      'Datsun 710',
    ]);
    expect(read('gdp\tregion\n北京\t1\tN\n上海\t2\tS\n')[1]).toEqual(['gdp', 1, 2]);
  });

  test.each([
    ['a comma in every name', 'name,pop\nWashington, DC,700\nBoston, MA,650\nAustin, TX,950\n'],
    ['a comma without a blank', 'name,pop\nWashington,DC,700\nBoston,MA,650\n'],
    ['numbers all over', 'x,y\n1,4,7\n2,5,8\n'],
    ['names that repeat', 'gdp,pop\nA,1,2\nA,3,4\n'],
    ['two cells more', 'name,pop\nA,B,1,2\nC,D,3,4\n'],
  ])('%s is refused, with the rows and the remedy', (_, text) => {
    expect(() => readCsv(text)).toThrow(/The header requires a name for each of the \d cells of a row, got 2 .*line 1/);
    expect(read(text, { header: false })[0]![0]).toBe('column 1');
  });

  test('names of rows that repeat further down are refused as well', () => {
    const rows = Array.from({ length: 300 }, (_, row) => `r${row % 250},${row},1.5`).join('\n');
    expect(() => readCsv(`v,w\n${rows}\n`)).toThrow(
      'requires names of rows that differ where the header is one name short, got "r0" (row 251, line 252)',
    );
  });
});

describe('decimal marks', () => {
  test('one list of choices changes no salary', () => {
    for (const text of [
      'respondent,choices,salary\n1,"1,3","12,500"\n2,2,"8,750"\n',
      'respondent,choices,salary\n1,"1,3","12,500"\n2,2,"8,750"\n3,"1,2,3","15,200"\n4,3,"9,100"\n',
    ]) {
      expect(read(text)[2]!.slice(1, 3)).toEqual([12500, 8750]);
      expect(read(text)[1]!.slice(1, 3)).toEqual(['1,3', '2']);
      expect(warnings(text)).toContainEqual(['decimal-mark', 2, 'choices', '1,3']);
    }
  });

  test('columns of one file may differ', () => {
    expect(read('a;b;c\nx;1.234,5;0.5\ny;2,25;1.75\n').slice(1)).toEqual([
      ['b', 1234.5, 2.25],
      ['c', 0.5, 1.75],
    ]);
  });

  test('three digits behind a comma are decimals in a file with semicolons, and the doubt is told', () => {
    const text = 'Jahr;Index\n2019;101,235\n2020;99,871\n';
    expect([read(text)[1], warnings(text)]).toEqual([
      ['Index', 101.235, 99.871],
      [['decimal-mark', 2, 'Index', '101,235']],
    ]);
    expect(read(text, { decimalMark: '.' })[1]).toEqual(['Index', 101235, 99871]);
    expect(read(text, { thousands: ',' })[1]).toEqual(['Index', 101235, 99871]);
  });

  test('three digits behind a point stay text there, unless another column tells', () => {
    const text = 'Kreis;Einwohner\nA;327.258\nB;101.235\n';
    expect([read(text)[1], warnings(text)]).toEqual([
      ['Einwohner', '327.258', '101.235'],
      [['decimal-mark', 2, 'Einwohner', '327.258']],
    ]);
    expect(read(text, { decimalMark: ',' })[1]).toEqual(['Einwohner', 327258, 101235]);
    expect(read('Kreis;Einwohner;Anteil\nA;327.258;18,1\nB;101.235;4,75\n')[1]).toEqual(['Einwohner', 327258, 101235]);
    expect(read('k;v;w\nA;327.258;18.1\nB;101.235;4.75\n')[1]).toEqual(['v', 327.258, 101.235]);
  });

  test('the whole column decides, however late the proof stands', () => {
    const rows = Array.from({ length: 400 }, (_, row) => `r${row};${100 + row}.250`).join('\n');
    expect(read(`k;v\n${rows}\nz;1.5\n`)[1]!.slice(1, 3)).toEqual([100.25, 101.25]);
    expect(read(`k;v\n${rows}\nz;1,5\n`)[1]!.slice(1, 3)).toEqual([100250, 101250]);
    expect(read(`k;v\n${rows}\nz;1,5\ny;1.5\n`)[1]!.slice(1, 3)).toEqual(['100.250', '101.250']);
  });

  test('tabs tell nothing', () => {
    expect(read('a\tb\nx\t101,235\ny\t99,871\n')[1]).toEqual(['b', '101,235', '99,871']);
    expect(read('a\tb\nx\t7,2\ny\t9,85\n')[1]).toEqual(['b', 7.2, 9.85]);
  });

  test('one column of numbers with commas is one column', () => {
    expect(read('value\n1,5\n2,7\n3,9\n')).toEqual([['value', 1.5, 2.7, 3.9]]);
    expect(warnings('value\n1,5\n2,7\n3,9\n')).toEqual([['decimal-mark', 2, 'value', '1,5']]);
    expect(read('Wert\r\n12,50\r\n-3,75\r\n')).toEqual([['Wert', 12.5, -3.75]]);
    expect(read('value\n12,500\n8,750\n')).toEqual([['value', '12,500', '8,750']]);
  });

  test('thousands are separated by what the option says alone', () => {
    const text = 'k;v\na;1 234\nb;1,5\n';
    expect(read(text, { thousands: ' ' })[1]).toEqual(['v', 1234, 1.5]);
    expect(read('k;v\na;12,500\nb;8,750\n', { thousands: ' ' })[1]).toEqual(['v', 12.5, 8.75]);
    expect(read('k;v\na;1 234\nb;15\n', { thousands: false })[1]).toEqual(['v', '1 234', '15']);
    expect(() => readCsv(text, { decimalMark: ',', thousands: ',' })).toThrow('requires different characters');
  });

  test('texts in sheets and in JSON are decided in the same way', () => {
    const sheet =
      sheetRow(1, ['k', 'choices', 'v']) + sheetRow(2, ['a', '1,3', '12,500']) + sheetRow(3, ['b', '2', '8,750']);
    const json = '[{"k":"a","choices":"1,3","v":"12,500"},{"k":"b","choices":"2","v":"8,750"}]';
    for (const result of [readXlsx(makeWorkbook({ sheets: [sheet] })), readJson(json)]) {
      expect(columns(result).slice(1)).toEqual([
        ['choices', '1,3', '2'],
        ['v', 12500, 8750],
      ]);
      expect(result.report.notes.filter(({ weight }) => weight === 'warning').map(({ column }) => column)).toEqual([
        'v',
        'choices',
      ]);
    }
    expect(columns(readJson('[{"v":"1,5"},{"v":"2,25"}]', { decimalMark: ',' }))).toEqual([['v', 1.5, 2.25]]);
  });
});

describe('identifiers', () => {
  test.each([
    ['digits, E, digits', 'product,sales\n1001,5\n1E10,6\n'],
    ['the same behind a name', 'product_id,sales\n1001,5\n1E10,6\n'],
    ['flats', 'flat,rent\n2E05,500\n3E01,700\n'],
    ['two cells of one value', 'section,weight\n1.1,12.5\n1.2,1\n1.10,3.1\n'],
    ['months', 'ym,cpi\n2020.1,3.5\n2020.9,3\n2020.10,4\n'],
    ['months of two digits', 'ym,cpi\n2020.09,3.5\n2020.10,4\n2020.11,4.5\n'],
    ['the name of a month', '月份,cpi\n2020.3,3.5\n2020.4,4\n'],
    ['versions', 'version,n\n1.9,3\n1.10,4\n1.11,5\n'],
    ['the name of a code', 'coicop,weight\n1.1,12.5\n1.2,3.1\n'],
    ['leading zeros', 'state,n\n01,5\n02,6\n'],
    ['decimal codes with zeros', 'group,n\n01.1,5\n01.10,6\n'],
    ['census codes', 'GEOID,POP\n01001,58805\n48201,4731145\n'],
  ])('%s stay text, with a note', (_, text) => {
    const [name, ...cells] = text
      .trim()
      .split('\n')
      .map((line) => line.split(',')[0]!);
    expect(read(text)[0]).toEqual([name, ...cells]);
    expect(readCsv(text).report.notes).toContainEqual(expect.objectContaining({ rule: 'code', column: name }));
  });

  test('a note on cells that would become one names the second', () => {
    expect(warnings('section,weight\n1.1,12.5\n1.10,3.1\n')).toEqual([['code', 3, 'section', '1.10']]);
  });

  test.each([
    ['negative ones', 'v\n-1.5\n2.5\n2.50\n'],
    ['a zero', 'v\n0.0\n0.00\n1.5\n'],
    ['exponents with a sign', 'k,v\na,1e+05\nb,2e+03\n'],
    ['an exponent behind a point', 'k,v\na,1e5\nb,2.5e3\n'],
    ['whole months', '月份,v\n1,2.5\n2,3.5\n'],
  ])('%s stay numbers', (_, text) => {
    const { table } = readCsv(text);
    expect(table.columns.map((name) => table.column(name).type).at(text.startsWith('月') ? 0 : -1)).toBe('number');
  });

  test('texts of a sheet or of JSON that look like numbers with an exponent stay text; stored numbers are numbers', () => {
    const sheet = sheetRow(1, ['k', 'v']) + sheetRow(2, ['a', '1.5E3']) + sheetRow(3, ['b', '2E05']);
    expect(columns(readXlsx(makeWorkbook({ sheets: [sheet] })))[1]).toEqual(['v', '1.5E3', '2E05']);
    expect(columns(readJson('[{"v":"1E10"},{"v":"1001"}]'))[0]).toEqual(['v', '1E10', '1001']);
    expect(columns(readJson('[{"v":1E2},{"v":1.10},{"v":1.1}]'))[0]).toEqual(['v', 100, 1.1, 1.1]);
  });
});

describe('flags', () => {
  test('are split from the numbers into a column behind', () => {
    const text = 'geo,2018,2019,2020\nAT,12.3 p,: c,9.1\nBE,10.1 b,11.2,:\nDE,9.0 e,9.1 bp,: u\nFR,1.1,2.2 d,3.3\n';
    expect(readCsv(text).table.columns).toEqual(['geo', '2018', '2018 flag', '2019', '2019 flag', '2020', '2020 flag']);
    expect(read(text).slice(1, 5)).toEqual([
      ['2018', 12.3, 10.1, 9, 1.1],
      ['2018 flag', 'p', 'b', 'e', null],
      ['2019', null, 11.2, 9.1, 2.2],
      ['2019 flag', 'c', null, 'bp', 'd'],
    ]);
    expect(noted(text)).toContainEqual(['flag', 2, 3]);
    expect(readCsv(text).table.numbers('2018').decimals).toEqual(new Int8Array([1, 1, 1, 1]));
  });

  test.each([
    ['city,人口\n北京,2189①\n上海,2487\n广州,1868②\n', [2189, 2487, 1868], ['①', null, '②']],
    ['term,b\nx,0.51***\nz,-0.22*\nw,0.1\n', [0.51, -0.22, 0.1], ['***', '*', null]],
    ['région;taux\nA;7,1 (p)\nB;8,25\nC;nd\n', [7.1, 8.25, null], ['(p)', null, 'nd']],
    ['Land;Quote\nA;12,5 b\nB;7,2 1)\nC;.\n', [12.5, 7.2, null], ['b', '1)', null]],
    ['area,v\nA,[c]\nB,12.5 [e]\nC,13.1\n', [null, 12.5, 13.1], ['[c]', '[e]', null]],
  ])('%j gives numbers and flags', (text, numbers, flags) => {
    const found = read(text);
    expect([found[1]!.slice(1), found[2]!.slice(1)]).toEqual([numbers, flags]);
  });

  test('a bound is missing, never its number, and this is told', () => {
    const text = 'site,lead\nS1,<0.5\nS2,<0.5\nS3,1.2\nS4,2.2\n';
    expect(read(text).slice(1)).toEqual([
      ['lead', null, null, 1.2, 2.2],
      ['lead flag', '<0.5', '<0.5', null, null],
    ]);
    expect(warnings(text)).toEqual([['flag', 2, 'lead', '<0.5']]);
  });

  test('a number in brackets is negative in accounts, itself beside minus signs, and else text', () => {
    expect(read('item,net income\na,(12.5)\nb,10.1\nc,7\n')[1]).toEqual(['net income', -12.5, 10.1, 7]);
    expect(read('geo,v,w\na,(12.5),-1\nb,10.1,2\nc,7,3\n')[1]).toEqual(['v', 12.5, 10.1, 7]);
    expect(read('geo,v\na,(12.5)\nb,10.1\nc,7\n')[1]).toEqual(['v', '(12.5)', '10.1', '7']);
    for (const [name, other] of [
      ['net income', '1'],
      ['v', '-1'],
      ['v', '1'],
    ])
      expect(warnings(`geo,${name},w\na,(12.5),${other}\nb,10.1,2\nc,7,3\n`)).toHaveLength(1);
  });

  test('letters that could be a unit are none: all cells have the same', () => {
    expect(read('k,v\na,12 s\nb,15 s\n')[1]).toEqual(['v', '12 s', '15 s']);
    expect(read('k,v\na,12.5b\nb,15\n')[1]).toEqual(['v', '12.5b', '15']);
    expect(read('geo,2020\na,12.5 p\nb,15.1 p\n')[1]).toEqual(['2020', 12.5, 15.1]);
  });

  test('take a name of their own', () => {
    expect(readCsv('k,v,v flag\na,1 p,x\nb,2,y\n').table.columns).toEqual(['k', 'v', 'v flag (2)', 'v flag']);
  });

  test('why a column is text is told wherever the bad cell stands', () => {
    for (const [at, row] of [
      [0, 2],
      [50, 52],
      [400, 402],
    ] as const) {
      const rows = Array.from({ length: 401 }, (_, index) => `r${index},${index === at ? 'a word' : `${index}.5`}`);
      expect(warnings(`k,v\n${rows.join('\n')}\n`)).toEqual([['not-a-number', row, 'v', 'a word']]);
    }
  });
});

describe('what stands around a table', () => {
  test('notes longer than the table do not win over it', () => {
    for (const lines of [3, 8, 60]) {
      const remarks = Array.from({ length: lines }, (_, line) => `Remark ${line}`).join('\n');
      const text = `city,v,w\nA,1,2\nB,2,3\n${remarks}\n`;
      expect(read(text)).toEqual([
        ['city', 'A', 'B'],
        ['v', 1, 2],
        ['w', 2, 3],
      ]);
      expect(counts(text)).toEqual([2 + lines, 2, lines]);
      expect(warnings(text)[0]).toEqual(['footnote', 4, null, 'Remark 0']);
    }
    const title = Array.from({ length: 150 }, (_, line) => `Introduction${' and more of it'.repeat(line % 7)}`).join(
      '\n',
    );
    expect(read(`${title}\ncity,v,w\nA,1,2\nB,2,3\n`)[1]).toEqual(['v', 1, 2]);
  });

  test('lines that are many and begin as no note stay where all columns hold texts', () => {
    const lines = (count: number) =>
      `a,b,c\nx,y,z\nu,v,w\n${Array.from({ length: count }, (_, line) => `text ${line}`).join('\n')}\n`;
    expect([readCsv(lines(5)).table.rowCount, readCsv(lines(6)).table.rowCount]).toEqual([2, 8]);
  });

  test('the last lines of data banks are notes', () => {
    const text =
      'Country Name,Country Code,2019 [YR2019],2020 [YR2020]\nAustria,AUT,1.5,..\nBelgium,BEL,2.5,3.5\n\n\nData from database: World Development Indicators\nLast Updated: 06/30/2022\n';
    expect(counts(text)).toEqual([6, 2, 4]);
    expect(warnings(text)).toEqual([]);
    const sheet = [['Country', '2019', '2020'], ['Austria', 1.5, 2.5], ['Belgium', 3.5, 4.5], [], ['Extracted by hand']]
      .map((cells, row) => sheetRow(row + 1, cells))
      .join('');
    expect(readXlsx(makeWorkbook({ sheets: [sheet] })).report).toMatchObject({
      rowsIn: 4,
      rowsKept: 2,
      rowsDropped: 2,
    });
  });

  test('a last row whose values are missing is data', () => {
    expect(read('city,v,w\nA,1,2\nB,,\n')[0]).toEqual(['city', 'A', 'B']);
  });

  test.each([
    ['of equal width behind a title', 'city,v,w\nA,1,2\nB,2,3\n\nTable 2\ntown,x,y\nC,3,4\nD,5,6\n', 5],
    ['without a gap', 'city,v,w\nA,1,2\nB,2,3\ntown,x,y\nC,3,4\nD,5,6\n', 4],
    ['with years for names', 'geo,2018,2019\nA,1,2\nB,2,3\n\ngeo,2020,2021\nC,3,4\nD,5,6\n', 5],
    ['narrower', 'city,v,w\nA,1,2\nB,2,3\n\ntown,x\nC,3\nD,5\n', 5],
    ['wider', 'city,v,w\nA,1,2\nB,2,3\n\nThe second\n\ntown,x,y,z\nC,3,4,5\nD,5,6,7\n', 7],
  ])('a second table %s is left out, and read when asked for', (_, text, row) => {
    const [, ...first] = read(text);
    expect(first.map(([, ...cells]) => cells)).toEqual([
      [1, 2],
      [2, 3],
    ]);
    expect(warnings(text).map(([rule, at]) => [rule, at])).toContainEqual(['second-table', row]);
    const [rowsIn, kept, dropped] = counts(text);
    expect([kept, rowsIn! - dropped!]).toEqual([2, 2]);
    const second = read(text, { table: 2 });
    expect([second[0]!.slice(1), second[1]!.slice(1)]).toEqual([
      ['C', 'D'],
      [3, 5],
    ]);
    const [all, two, rest] = counts(text, { table: 2 });
    expect([two, all! - rest!]).toEqual([2, 2]);
    expect(() => readCsv(text, { table: 3 })).toThrow('readCsv requires a file with 3 tables, got 2 (option table)');
  });

  test('a second table of a sheet is found in the same way', () => {
    const sheet = [['city', 'v'], ['A', 1], ['B', 2], [], ['town', 'x'], ['C', 3]]
      .map((cells, row) => sheetRow(row + 1, cells))
      .join('');
    const workbook = makeWorkbook({ sheets: [sheet] });
    expect(columns(readXlsx(workbook))).toEqual([
      ['city', 'A', 'B'],
      ['v', 1, 2],
    ]);
    expect(columns(readXlsx(workbook, { table: 2 }))).toEqual([
      ['town', 'C'],
      ['x', 3],
    ]);
  });

  test('a subtotal in a second column is left out; a total there is a category', () => {
    expect(read('省份,类别,值\n河北,城镇,1\n河北,农村,2\n河北,小计,3\n')[2]).toEqual(['值', 1, 2]);
    expect(read('省份,类别,值\n河北,城镇,1\n河北,农村,2\n河北,合计,3\n')[2]).toEqual(['值', 1, 2, 3]);
  });
});

describe('names', () => {
  test('units are split from brackets and from strokes behind Chinese names', () => {
    const { table } = readCsv(
      '城市,常住人口/万人,GDP（亿元）,收入/元/人,元/人,beds/persons\n北京,1,2,3,4,5\n上海,2,3,4,5,6\n',
    );
    expect(table.columns).toEqual(['城市', '常住人口', 'GDP', '收入', '元/人', 'beds/persons']);
    expect(['常住人口', 'GDP', '收入', '元/人'].map((name) => table.numbers(name).unit)).toEqual([
      '万人',
      '亿元',
      '元/人',
      undefined,
    ]);
  });

  test('blanks beside Latin letters stay, and columns are asked for with or without them', () => {
    const text = '城市 City,GDP 增速,城 市 化 率\n北京,1.5,2.5\n上海,3.5,4.5\n';
    const { table, report } = readCsv(text, { types: { GDP增速: 'number' }, decimals: { 'GDP 增速': 2 } });
    expect(table.columns).toEqual(['城市 City', 'GDP 增速', '城市化率']);
    expect([table.numbers('GDP增速').values[0], table.numbers('城 市 化 率').values[0]]).toEqual([1.5, 2.5]);
    expect(report.notes).toEqual([
      expect.objectContaining({ rule: 'renamed', column: '城市化率', value: '城 市 化 率' }),
    ]);
  });

  test('an unknown column is answered with the nearest', () => {
    expect(() => readCsv('score,rank\n1,2\n', { types: { scor: 'text' } })).toThrow(
      'readCsv requires columns of the table, got scor (option types)',
    );
  });
});
