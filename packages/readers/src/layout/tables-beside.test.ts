import { describe, expect, test } from 'vitest';
import { readCsv } from '../csv/read-csv.js';
import { readXlsx } from '../workbook/read-xlsx.js';
import { makeWorkbook } from '../workbook/workbook.testing.js';

const sheetOf = (text: string) => {
  const cell = (value: string) =>
    value === ''
      ? '<c/>'
      : /^[\d.]+$/.test(value)
        ? `<c><v>${value}</v></c>`
        : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const lines = text.trim().split('\n');
  return makeWorkbook({ sheets: [lines.map((line) => `<row>${line.split(',').map(cell).join('')}</row>`).join('')] });
};
const readers = [
  ['CSV', (text: string, options = {}) => readCsv(text, options)],
  ['a sheet', (text: string, options = {}) => readXlsx(sheetOf(text), options)],
] as const;
const twins = 'city,gdp,,city,gdp\nA,1.5,,C,2.5\nB,2.5,,D,3.5\n,,,E,4.5\n';

describe.each(readers)('tables side by side in %s', (_, read) => {
  const told = (text: string, options = {}) =>
    read(text, options).report.notes.flatMap(({ weight, message }) => (weight === 'warning' ? [message] : []));

  test.each([
    ['the name of places repeats', twins],
    ['another name for places', 'city,gdp,,region,pop\nA,1.5,,C,2.5\nB,2.5,,D,3.5\n'],
    ['one has more rows', 'city,gdp,,x,pop\nA,1.5,,C,2.5\nB,2.5,,D,3.5\n,,,E,4.5\n'],
    ['titles above them', 'Table A,,,Table B,\ncity,gdp,,city,gdp\nA,1.5,,C,2.5\nB,2.5,,D,3.5\n'],
    ['two empty columns', 'year,gdp,,,year,pop\n2019,1.5,,,2019,2.5\n2020,2.5,,,2020,3.5\n'],
  ])('are read one by one, the first with a warning: %s', (_name, text) => {
    expect(told(text)).toEqual([
      expect.stringMatching(/^2 tables stand side by side.*the first is read \(the option table: 2/),
    ]);
    const [left, right] = [read(text).table, read(text, { table: 2 }).table];
    expect([...left.numbers('gdp').values]).toEqual([1.5, 2.5]);
    expect([...right.numbers(right.columns[1]!).values].slice(0, 2)).toEqual([2.5, 3.5]);
    expect(told(text, { table: 1 })).toEqual([]);
    expect(() => read(text, { table: 3 })).toThrow('requires a file with 3 tables, got 2');
  });

  test('are counted before those below them', () => {
    const text = `${twins},,,,\nTable 3,,,,\nland,area,,,\nX,7,,,\nY,8,,,\n`;
    expect(read(text, { table: 3 }).table.columns).toEqual(['land', 'area']);
    expect(told(text)).toEqual(expect.arrayContaining([expect.stringContaining('the option table: 3 reads it')]));
    expect(read(text, { table: 2 }).table.rowCount).toBe(3);
  });

  test.each([
    ['parts of a list', 'city,gdp,city,gdp\nA,1.5,C,2.5\nB,2.5,D,3.5\n'],
    ['an empty column before words and numbers', 'city,gdp,,mayor,age\nA,1.5,,C,25\nB,2.5,,D,35\n'],
  ])('are read as one with a warning where they may be one: %s', (_name, text) => {
    expect(told(text)).toEqual([expect.stringContaining('they are read as one')]);
    expect(read(text).table.columns).toHaveLength(4);
    expect(read(text, { table: 2 }).table.rowCount).toBe(2);
    expect(read(text, { table: 2 }).table.columns).toHaveLength(2);
  });

  test.each([
    ['an empty column among numbers', 'city,gdp,,pop\nA,1.5,,2.5\nB,2.5,,3.5\n'],
    ['an empty column before a remark', 'city,gdp,,remark\nA,1.5,,x\nB,2.5,,y\n'],
    ['a gap that a later row fills', 'city,gdp,,city,gdp\nA,1.5,,C,2.5\nB,2.5,5,D,3.5\n'],
    ['no empty column', 'city,gdp,pop\nA,1.5,2\nB,2.5,3\n'],
  ])('are none: %s', (_name, text) => {
    expect(told(text)).toEqual([]);
    expect(read(text).table.rowCount).toBe(2);
  });
});

test('records of tables side by side have their line, and names in quotes their delimiter', () => {
  const text = 'city;gdp;;city;gdp\n"A;\nB";1,5;;C;2,5\nB;2,5;;D;x\nE;3,5;;F;4,5\n';
  expect(readCsv(text).table.texts('city').values).toEqual(['A;\nB', 'B', 'E']);
  expect([...readCsv(text).table.numbers('gdp').values]).toEqual([1.5, 2.5, 3.5]);
  const { notes } = readCsv(text, { table: 2 }).report;
  expect(notes.find(({ column }) => column === 'gdp')).toMatchObject({ line: 4 });
});
