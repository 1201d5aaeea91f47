import { describe, expect, test } from 'vitest';
import { columnOptions, requireClusterColumns } from './column-options.js';
import { columnList } from './list-of.js';
import { wrappedNotes } from './wrapped-notes.js';

const columns = ['year', '人口, 万', 'firm'];

describe('an option that names a column', () => {
  test('is named where there is none, with the nearest', () => {
    expect(() => columnOptions({ timeColumn: 'yr' }, ['timeColumn'], { columns })).toThrow(
      '--time-column requires a column of the data, got "yr"',
    );
    expect(columnOptions({ by: 'year' }, ['by', 'groups'], { columns })).toEqual({ by: 'year' });
  });

  test('may name one or two clusters, also with a comma in a name', () => {
    for (const se of [
      'HC3',
      undefined,
      'cluster:firm',
      'cluster:firm,year',
      'cluster:人口, 万',
      'cluster:人口, 万,year',
    ])
      expect(() => requireClusterColumns(se, columns)).not.toThrow();
    expect(() => requireClusterColumns('cluster:firm,yr', columns)).toThrow('--se cluster: requires a column of the data, got "yr"'); // prettier-ignore
  });

  test('may be a list', () => {
    expect(columnList('firm, 人口, 万 ,year,x', columns)).toEqual(['firm', '人口, 万', 'year', 'x']);
  });
});

test('notes below a table are wrapped, the table is not', () => {
  const table = ['='.repeat(90), 'a', '='.repeat(90), 'word '.repeat(30).trim()].join('\n');
  const lines = wrappedNotes(table).split('\n');
  expect(lines[0]).toHaveLength(90);
  expect(lines.slice(3).every((line) => line.length <= 80)).toBe(true);
  expect(lines.slice(3).join(' ').replace(/\s+/g, ' ')).toBe('word '.repeat(30).trim());
});
