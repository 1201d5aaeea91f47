import { describe, expect, test } from 'vitest';
import { cityColumn, exactColumn, type Listing, rankColumn, readListing, readPattern } from './listing.js';

const listing: Listing = {
  id: 'cities',
  title: 'Cities',
  chapter: '',
  heading: '表 1',
  find: ['表 1', '排名\t城市'],
  columns: [rankColumn, cityColumn, { name: 'index', title: 'Index', type: 'number' }],
};
const rowsOf = (text: string, more: Partial<Listing> = {}) => readListing('report', text, { ...listing, ...more }).rows;

describe('readListing', () => {
  test('reads groups side by side one under the other, without markup and blanks in numbers', () => {
    expect(rowsOf('表 1\n排名\t城市\t指数\t排名\t城市\t指数\n1\t上 海\t<b>55.</b> 2\t2\t北京\t54. 80\n')).toEqual([
      ['1', '上海', '55.2'],
      ['2', '北京', '54.80'],
    ]);
  });

  test('leaves out headers that are repeated behind a page break', () => {
    expect(rowsOf('表 1\n排名\t城市\t指数\n1\t上海\t55.2\n\n排名\t城市\t指数\n2\t北京\t54.8\n后文')).toEqual([
      ['1', '上海', '55.2'],
      ['2', '北京', '54.8'],
    ]);
  });

  test('ends before what is not part of the table', () => {
    const text = '表 1\n排名\t城市\t指数\n1\t上海\t55.2\nQ\t由\t国\n';
    expect(rowsOf(text, { until: 'Q\t由' })).toEqual([['1', '上海', '55.2']]);
  });

  test('throws on a row that lacks cells', () => {
    expect(() => rowsOf('表 1\n排名\t城市\t指数\n1\t上海\n')).toThrow('extract requires 3 cells, got 1 | 上海 (表 1)');
  });
});

describe('readPattern', () => {
  const pattern = {
    ...listing,
    find: ['清单', '甲'],
    until: '完',
    columns: [cityColumn, exactColumn('count', 'Count')],
    row: /(\p{Script=Han}+)(\d+)个/gu,
  };

  test('reads the rows between the two places', () => {
    const table = readPattern('report', '丁 9个清单甲3个、乙 丙4个完戊5个', pattern);
    expect([table.rows, table.locator.offset]).toEqual([
      [
        ['甲', '3'],
        ['丙', '4'],
      ],
      6,
    ]);
  });

  test('throws when it finds none', () => {
    expect(() => readPattern('report', '清单甲、乙完', pattern)).toThrow(
      'extract requires the list "Cities", got none of its rows',
    );
  });
});
