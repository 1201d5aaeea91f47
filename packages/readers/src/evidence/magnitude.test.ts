import { describe, expect, test } from 'vitest';
import { readCsv } from '../index.js';

const note = (...cells: string[]) => {
  const { table, report } = readCsv(`city;v\n${cells.map((cell, row) => `c${row};${cell}`).join('\n')}\n`);
  return [table.column('v').type, report.notes.find(({ rule }) => rule === 'not-a-number')?.message];
};

describe('a number with a power of ten behind it', () => {
  test.each([
    ['1.2万', '10,000, write the cells out, "1.2万" as 12000; or take it off every cell and call the column "v (万)"'],
    ['3,4 Mio.', '1,000,000, write the cells out, "3,4 Mio." as 3400000;'],
    [
      '5 bn',
      '1,000,000,000, write the cells out, "5 bn" as 5000000000; or take it off every cell and call the column "v (billion)"',
    ],
    ['12k', '1,000, write the cells out, "12k" as 12000; or take it off every cell and call the column "v (thousand)"'],
    ['2.5亿', '100,000,000, write the cells out, "2.5亿" as 250000000;'],
    ['1.2345 Tsd.', '1,000, write the cells out, "1.2345 Tsd." as 1234.5;'],
  ])('%s stays text, and the note says how to say it', (cell, remedy) => {
    const word = cell.replace(/^[\d.,\s]+/, '');
    for (const cells of [
      [cell, cell.replace(/^\d/, '7'), cell.replace(/^\d/, '8')],
      ['1', cell, '2'],
    ]) {
      const [type, message] = note(...cells);
      expect(type).toBe('text');
      expect(message).toContain(`if ${word} stands for `);
    }
    expect(note('1', cell, '2')[1]).toContain(remedy);
  });

  test('is not written out where its mark is in doubt', () => {
    expect(note('1', '3,400 Mio.', '2')[1]).toContain('write the cells out; or take it off');
  });

  test('is read when the header carries the power', () => {
    const { table } = readCsv('city;v (万)\nA;1.2\nB;3\n');
    expect([[...table.numbers('v').values], table.numbers('v').unit]).toEqual([[1.2, 3], '万']);
  });

  test('is none with a unit of measure behind it: the note says to put that into the header', () => {
    expect(note('12.5 kg', '13 kg', '14 kg')[1]).toContain('call the column "v (kg)" to read numbers');
  });
});
