import { describe, expect, test } from 'vitest';
import { readCsv } from '../index.js';

const glued = (csv: string) =>
  readCsv(csv).report.notes.flatMap(({ rule, weight, row, column, value, count }) =>
    rule === 'glued-digit' ? [[weight, row, column, value, count]] : [],
  );
const columnOf = (...cells: string[]): string =>
  `city,v\n${cells.map((cell, row) => `c,${cell},${row}`.slice(0, -2)).join('\n')}\n`;

describe('a digit that may be the mark of a note', () => {
  test('is warned of behind the names of some rows', () => {
    expect(glued('country,v\nAustria,1\nBelgium,2\nChina1,3\nDenmark2,4\n')).toEqual([
      ['warning', 3, 'country', 'China1', 2],
    ]);
    expect(glued('城市,v\n北京,1\n上海2,2\n广州,3\n')).toEqual([['warning', 2, '城市', '上海2', 1]]);
  });

  test('is none where such names are usual, in codes, and behind a blank', () => {
    expect(glued('arm,v\nGroup1,1\nGroup2,2\nControl,3\n')).toEqual([]);
    expect(glued('nuts,v\nAT,1\nBE,2\nDE1,3\nDE2,4\nFR,5\n')).toEqual([]);
    expect(glued('city,v\nAgglomeration 1,1\nBern,2\nBasel,3\n')).toEqual([]);
  });

  test('is warned of where a number prints one decimal more than nearly all others', () => {
    expect(glued(columnOf('12.51', '13.5', '14.5', '15.5', '16.5'))).toEqual([['warning', 1, 'v', '12.51', 1]]);
  });

  test('is none where decimals differ, where zeros were dropped, in few numbers, and behind whole numbers', () => {
    expect(glued(columnOf('12.51', '13.52', '14.5', '15.5', '16.5'))).toEqual([]);
    expect(glued(columnOf('12.51', '13.52', '14.53', '15.5', '16'))).toEqual([]);
    expect(glued(columnOf('12.51', '13.5', '14.5', '15.5'))).toEqual([]);
    expect(glued(columnOf('12.5', '13', '14', '15', '16', '17'))).toEqual([]);
    expect(glued(columnOf('12.513', '13.5', '14.5', '15.5', '16.5'))).toEqual([]);
  });
});

test.each([
  ['12-', '5', '7-', 'write it in front: 12- as -12'],
  ['$5.50', '$6.50', '$7.00', 'take $ off every cell and call the column "v ($)"'],
])('%s stays text, and the warning says how to write it', (...cells) => {
  const [remedy] = cells.splice(3) as [string];
  const { table, report } = readCsv(columnOf(...cells));
  expect(table.column('v').type).toBe('text');
  expect(report.notes.find(({ rule }) => rule === 'not-a-number')).toMatchObject({ weight: 'warning' });
  expect(report.notes.find(({ rule }) => rule === 'not-a-number')?.message).toContain(remedy);
});
