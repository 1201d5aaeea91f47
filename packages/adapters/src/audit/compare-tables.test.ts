import { readCsv } from '@indexlab/readers';
import { describe, expect, test } from 'vitest';
import { compareTables } from './compare-tables.js';

const table = (...rows: string[]) => readCsv(`name,index\n${rows.join('\n')}\n`, { layout: 'plain' }).table;
const found = (first: string[], second: string[]) =>
  compareTables(table(...first), table(...second), { key: ['name', 'name'], value: ['index', 'index'] }).map(
    ({ rule, row }) => [rule, row],
  );

describe('compareTables', () => {
  test('lets tables of different decimals agree', () => {
    expect(found(['北京,10.1914', '上海,5.2798'], ['上海,5.280', '北京,10.191'])).toEqual([]);
  });

  test('finds one quantity that is printed differently', () => {
    expect(found(['北京,10.1914', '上海,5.2798'], ['上海,5.283', '北京,10.191'])).toEqual([['tables-differ', 2]]);
  });

  test('joins rows by the places that their keys mean', () => {
    expect(found(['襄樊市,1.5'], ['襄阳,1.7'])).toEqual([['tables-differ', 1]]);
    expect(found(['吉林省,1.5'], ['吉林市,1.7'])).toEqual([]);
  });

  test('says where digits were cut off', () => {
    expect(found(['北京,10.191', '上海,5.279'], ['北京,10.1914', '上海,5.2798'])).toEqual([['truncated-digits', 2]]);
  });

  test('says what the other table prints', () => {
    const columns = { key: ['name', 'name'], value: ['index', 'index'] } as const;
    const [problem] = compareTables(table('北京,1.5'), table('上海,2.5', '北京市,1.7'), columns);
    expect(problem!.message).toBe('The cell prints 1.5; 北京 in row 2 of the other table is between 1.65 and 1.75.');
  });
});
