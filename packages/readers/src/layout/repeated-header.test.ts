import { describe, expect, test } from 'vitest';
import { readCsv } from '../csv/read-csv.js';

const table = (title: string, rows: string, header = 'city,gdp,pop') => `${title}${header}\n${rows}`;
const first = 'A,1.5,2.5\nB,2.5,3.5\n';
const second = 'A,10,20\nB,30,40\n';
const warnings = (text: string) =>
  readCsv(text).report.notes.flatMap(({ rule, weight, line }) => (weight === 'warning' ? [[rule, line]] : []));
const firsts = (text: string, options = {}) => readCsv(text, options).table.texts('city').values;

describe('a header that stands in a file once more', () => {
  test.each([
    ['lines of one cell', table('Table 1: Output\n', first) + table('Table 2: Jobs\n', second), 5],
    ['padded lines', table('Table 1: Output,,\n', first) + table('Table 2: Jobs,,\n', second), 5],
    ['an empty row between', table('Table 1,,\n', first) + table(',,\nTable 2,,\n', second), 6],
    ['an empty row below the title', table('Men\n', first) + table('Women\n\n', second), 5],
    ['no title above the first', table('', first) + table('Women\n', second), 4],
    ['two lines of title', table('', first) + table('Table 2\nJobs in 1000\n', second), 4],
    ['years for names', table('Men,,\n', first, 'city,2019,2020') + table('Women,,\n', second, 'city,2019,2020'), 5],
    ['a Chinese title', table('表1 男\n', first) + table('表2 女\n', second), 5],
  ])('under a title of its own begins another table: %s', (_, text, line) => {
    expect(warnings(text)).toEqual([['second-table', line]]);
    expect(readCsv(text).table.rowCount).toBe(2);
    const below = readCsv(text, { table: 2 }).table;
    expect([...below.numbers(below.columns[1]!).values]).toEqual([10, 30]);
  });

  test('begins another table where all columns are texts, too', () => {
    const text = 'city,mayor\nA,x\nB,y\nSince 2020\ncity,mayor\nA,z\nB,w\n';
    expect(firsts(text)).toEqual(['A', 'B']);
    expect(warnings(text)).toEqual([['second-table', 4]]);
  });

  test.each([
    ['without a title', table('', first) + table('', second), 4],
    ['years, without a title', table('', first, 'city,2019,2020') + table('', second, 'city,2019,2020'), 4],
    ['the same title', table('Table 1: Output,,\n', first) + table('Table 1: Output,,\n', second), 4],
    ['continued', table('Table 1\n', first) + table('Table 1 (continued)\n', second), 4],
    ['cont.', table('Table 1\n', first) + table("Table 1 cont'd\n", second), 4],
    ['续表', table('表1\n', first) + table('续表1\n', second), 4],
    ['（续）', table('表1\n', first) + table('表1（续）,,\n', second), 4],
    ['Fortsetzung', table('Tabelle 1\n', first) + table('noch Tabelle 1 (Fortsetzung)\n', second), 4],
  ])('is the next page of the same table, with a note: %s', (_, text, rows) => {
    expect(warnings(text)).toEqual([]);
    expect(readCsv(text).table.rowCount).toBe(rows);
    expect(readCsv(text).report.notes.map(({ rule }) => rule)).toContain('repeated-header');
  });

  test.each([
    ['an empty row', '\n', 'city,gdp,pop', 5],
    ['an empty row, years for names', '\n', 'city,2019,2020', 5],
    ['a note', 'Note: preliminary\n', 'city,2019,2020', 5],
    ['a note between empty rows', '\nNote: preliminary\n\n', 'city,gdp,pop', 7],
  ])('begins another table when the same units stand below it, behind %s', (_, between, header, line) => {
    const text = table('', first, header) + between + table('', second, header);
    expect(firsts(text)).toEqual(['A', 'B']);
    expect(warnings(text)).toContainEqual(['second-table', line]);
    const below = readCsv(text, { table: 2 }).table;
    expect([...below.numbers(below.columns[1]!).values]).toEqual([10, 30]);
  });

  test('is warned of behind an empty row or a note above other units, and can be read alone', () => {
    for (const between of ['\n', 'Source: office\n']) {
      const text = table('', first) + between + table('', 'C,10,20\nD,30,40\n');
      expect(firsts(text)).toEqual(['A', 'B', 'C', 'D']);
      expect(warnings(text)).toEqual([['repeated-header', 5]]);
      expect(firsts(text, { table: 1 })).toEqual(['A', 'B']);
      expect(firsts(text, { table: 2 })).toEqual(['C', 'D']);
    }
  });

  test('joins the years of a panel', () => {
    const text = table('', 'A,2019,2.5\nB,2019,3.5\n', 'city,year,gdp') + table('\n', 'A,2020,2.7\n', 'city,year,gdp');
    expect(firsts(text)).toEqual(['A', 'B', 'A']);
  });
});
