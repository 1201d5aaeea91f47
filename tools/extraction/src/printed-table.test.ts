import { describe, expect, test } from 'vitest';
import { locate, numberToken, readCells, stackGroups, unpivot } from './printed-table.js';

describe('locate', () => {
  test('finds a string behind those before it', () => {
    expect(locate('A x B x', ['B', 'x'])).toBe('A x B '.length);
  });

  test('says which string the text lacks', () => {
    expect(() => locate('A x', ['A', 'y'])).toThrow('got one without "y"');
  });
});

describe('readCells', () => {
  const text = '排名\t城市\t指数\n1\t北京\t10.1\n\n2\t新疆维吾尔族 自治区\t9.434\n----\t----\t----\n正文\n3\t上海\t1\n';

  test('reads across blank lines up to the prose, without markup and without blanks inside a name', () => {
    expect(readCells(text, 0, 1).rows).toEqual([
      ['1', '北京', '10.1'],
      ['2', '新疆维吾尔族自治区', '9.434'],
    ]);
  });

  test('keeps the header apart', () => {
    expect(readCells(text, 0, 1).header).toEqual([['排名', '城市', '指数']]);
  });

  test('throws where no table stands', () => {
    expect(() => readCells('正文\n正文', 0, 1)).toThrow('readCells requires a table');
  });
});

describe('stackGroups', () => {
  test('puts groups side by side one under the other and drops the empty ones', () => {
    expect(
      stackGroups(
        [
          ['1', 'a', '3', 'c'],
          ['2', 'b', '', ''],
        ],
        2,
      ),
    ).toEqual([
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'c'],
    ]);
    expect(stackGroups([['a', '1', '-', '-']], 2)).toEqual([['a', '1']]);
  });

  test('keeps a row whose last group is cut off', () => {
    expect(
      stackGroups(
        [
          ['1', 'a', '3', 'c'],
          ['2', 'b'],
        ],
        2,
      ),
    ).toEqual([
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'c'],
    ]);
  });
});

describe('unpivot', () => {
  test('gives a row for each cell, column by column', () => {
    expect(
      unpivot(
        [
          ['1', 'x', 'y'],
          ['2', 'z', 'w'],
        ],
        [
          ['a', '甲'],
          ['b', '乙'],
        ],
      ),
    ).toEqual([
      ['a', '甲', '1', 'x'],
      ['a', '甲', '2', 'z'],
      ['b', '乙', '1', 'y'],
      ['b', '乙', '2', 'w'],
    ]);
  });
});

describe('numberToken', () => {
  test('takes words and percent signs from around a number, and no digit', () => {
    expect(['领先 112 位', '11.26%', '0.1100', '-'].map(numberToken)).toEqual(['112', '11.26', '0.1100', '-']);
  });
});
