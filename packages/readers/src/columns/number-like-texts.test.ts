import { describe, expect, test } from 'vitest';
import { readCsv } from '../csv/read-csv.js';

const readColumn = (...cells: string[]) => {
  const { table, report } = readCsv(`city,v\n${cells.map((cell, row) => `c${row},${cell}`).join('\n')}\n`);
  const notes = report.notes.filter(({ column }) => column === 'v');
  return { column: table.column('v'), notes: notes.map(({ rule, weight, count }) => [rule, weight, count]) };
};

describe('a column of cells that are written like numbers', () => {
  test('takes dashes before numbers for a minus, with a note', () => {
    const { column, notes } = readColumn('–3.5', '2.5', '−1.5', '－7');
    expect([[...column.values], notes]).toEqual([[-3.5, 2.5, -1.5, -7], [['minus', 'note', 3]]]);
  });

  test('takes them so behind a currency and before a flag', () => {
    expect([...readColumn('–3.5*', '2.5', '1.25').column.values]).toEqual([-3.5, 2.5, 1.25]);
  });

  test.each([
    ['Mar-05', '10-Apr', '7-May'],
    ['10-20', '20-30', '30-40'],
    ['10–20', '20–30', '30–40'],
    ['1 to 4', '5 to 9', '10 to 14'],
    ['10～20', '20至30', '30~40'],
    ['1/2', '3/4', '1/4'],
  ])('stays text with a note: %s', (...cells) => {
    const { column, notes } = readColumn(...cells);
    expect([column.values, notes]).toEqual([cells, [['not-a-number', 'note', 1]]]);
  });

  test('reads brackets as negative only on evidence', () => {
    expect(readColumn('(12.5)', '2.5', '1.5')).toMatchObject({
      column: { type: 'text' },
      notes: [['not-a-number', 'warning', 1]],
    });
    const { table } = readCsv('firm,net income\nA,(12.5)\nB,2.5\nC,1.5\n');
    expect([...table.numbers('net income').values]).toEqual([-12.5, 2.5, 1.5]);
  });
});

test('errors below a cell of several lines tell the line of the file', () => {
  const text = 'city,v\n"A\nB",1\nC,x\nD,2\n';
  expect(() => readCsv(text, { types: { v: 'number' } })).toThrow('got "x" (column "v", row 2, line 4)');
  expect(() => readCsv(text.replace('x', '1,2'), { layout: 'plain' })).toThrow('(row 2, line 4)');
  const [note] = readCsv(text.replace('x', 'word')).report.notes.filter(({ column }) => column === 'v');
  expect(note).toMatchObject({ line: 4, message: expect.stringContaining('the first in row 2, line 4') });
});
