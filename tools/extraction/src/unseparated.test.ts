import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Entry, readUnseparated } from './unseparated.js';

/** Prints entries line by line, `groups` columns side by side, without separators. */
function print(entries: readonly Entry[], groups: number): string {
  const lengths = Array.from({ length: groups }, (_, column) => Math.ceil((entries.length - column) / groups));
  const columns = lengths.map((length, column) => {
    const start = lengths.slice(0, column).reduce((sum, each) => sum + each, 0);
    return entries.slice(start, start + length);
  });
  return lengths[0] === 0
    ? ''
    : Array.from({ length: lengths[0]! }, (_, line) => columns.map((column) => column[line]))
        .flat()
        .flatMap((entry) => (entry ? [`${entry.rank}${entry.name}${entry.value}`] : []))
        .join('');
}

const texts = (entries: readonly Entry[]) => entries.map(({ rank, name, value }) => `${rank} ${name} ${value}`);

describe('readUnseparated', () => {
  test('reads every ranking whose ranks run on and whose values do not rise', () => {
    const rankings = fc.record({
      values: fc.array(fc.integer({ min: 10, max: 99999 }), { minLength: 1, maxLength: 40 }),
      decimals: fc.constantFrom(0, 1),
      groups: fc.integer({ min: 1, max: 3 }),
      first: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(
      fc.property(rankings, ({ values, decimals, groups, first }) => {
        const sorted = [...values].sort((a, b) => b - a);
        const entries = sorted.map((value, at) => ({
          rank: String(first + at),
          name: '甲乙丙丁'[at % 4]!,
          value: (value / 10 ** decimals).toFixed(decimals),
        }));
        expect(readUnseparated(print(entries, groups), groups, first)).toEqual(entries);
      }),
    );
  });

  test('leaves a skipped and a repeated rank as printed', () => {
    const printed = '1甲9005丁6002乙8006戊5003丙7006己400';
    expect(texts(readUnseparated(printed, 2, 1))).toEqual([
      '1 甲 900',
      '2 乙 800',
      '3 丙 700',
      '5 丁 600',
      '6 戊 500',
      '6 己 400',
    ]);
  });

  test('leaves a value that rises as printed', () => {
    expect(texts(readUnseparated('1甲9002乙6623丙665', 1, 1))).toEqual(['1 甲 900', '2 乙 662', '3 丙 665']);
  });

  test('throws when the characters are not names between digits', () => {
    expect(() => readUnseparated('1甲9-2乙8', 1, 1)).toThrow('readUnseparated requires names between digits');
    expect(() => readUnseparated('', 1, 1)).toThrow('readUnseparated requires names between digits');
    expect(() => readUnseparated('1甲5乙8', 1, 1)).toThrow('readUnseparated requires a value and a rank, got "5"');
  });

  test('throws rather than choose between two readings', () => {
    // 111 | 9 and 11 | 19 both miss the expected rank 2.
    expect(() => readUnseparated('1甲1119乙5', 1, 1)).toThrow(
      'readUnseparated requires one best reading, got several with 1 breaches',
    );
  });
});
