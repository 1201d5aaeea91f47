import { readFileSync } from 'node:fs';
import type { DataFrame, Series } from 'danfojs-node';
import { describe, expect, test } from 'vitest';
import { toFrame } from '../to-frame.js';

type Operation = 'mean' | 'sum' | 'count' | 'std' | 'var' | 'median' | 'min' | 'max';
interface Reference {
  readonly data: Record<string, (string | number | null)[]>;
  readonly sorted: Record<string, Record<'true' | 'false', number[]>>;
  readonly grouped: Record<string, Record<Operation, (string | number | null)[][]>>;
  readonly described: Record<string, (number | null)[]>;
  readonly running: Record<'cumsum' | 'cumprod' | 'cummax' | 'cummin', (number | null)[]>;
  readonly distinct: Record<string, number>;
}

/** Made with pandas by tools/references/frames.py. */
const pandas = JSON.parse(readFileSync(new URL('../../references/frames.json', import.meta.url), 'utf8')) as Reference;

const plain = (values: unknown): unknown =>
  Array.isArray(values)
    ? values.map(plain)
    : typeof values === 'number'
      ? Number.isNaN(values)
        ? null
        : Number(values.toPrecision(13))
      : (values ?? null);
const values = (frame: DataFrame | Series): unknown => plain(frame.values);

describe('a frame of toFrame, with missing values', () => {
  test('sorts them last in either direction', async () => {
    const frame = await toFrame({ v: [3, NaN, 9, 1, NaN, 7, 2, 10] });
    expect(values(frame.sortValues('v', { ascending: false }).column('v'))).toEqual([10, 9, 7, 3, 2, 1, null, null]);
    expect(values(frame.sortValues('v').column('v'))).toEqual([1, 2, 3, 7, 9, 10, null, null]);
  });

  for (const column of ['v', 'w', 'text']) {
    for (const ascending of [true, false]) {
      test(`sorts the rows by ${column} as pandas does, ${ascending ? 'ascending' : 'descending'}`, async () => {
        const frame = await toFrame(pandas.data);
        const expected = pandas.sorted[column]![`${ascending}`];
        const sorted = frame.sortValues(column, { ascending });
        expect(sorted.index).toEqual(expected);
        expect(values(sorted.column('v'))).toEqual(expected.map((row) => pandas.data.v![row]));
        expect(frame.index).toEqual(expected.map((_, row) => row));
        frame.sortValues(column, { ascending, inplace: true });
        expect([frame.index, values(frame.column('text'))]).toEqual([
          expected,
          expected.map((row) => pandas.data.text![row]),
        ]);
      });

      test(`sorts the column ${column} as pandas does, ${ascending ? 'ascending' : 'descending'}`, async () => {
        const series = (await toFrame(pandas.data)).column(column);
        const expected = pandas.sorted[column]![`${ascending}`];
        const sorted = series.sortValues({ ascending });
        expect([sorted.index, values(sorted)]).toEqual([expected, expected.map((row) => pandas.data[column]![row])]);
        expect(series.argSort({ ascending }).values).toEqual(expected);
        series.sortValues({ ascending, inplace: true });
        expect(series.index).toEqual(expected);
      });
    }
  }

  for (const [keys, operations] of Object.entries(pandas.grouped)) {
    for (const [operation, expected] of Object.entries(operations)) {
      test(`groups by ${keys} and takes the ${operation} as pandas does`, async () => {
        const groups = (await toFrame(pandas.data)).groupby(keys.split(',')).col(['v', 'w']);
        expect(values(groups.agg({ v: operation, w: operation }))).toEqual(plain(expected));
        const method = (groups as unknown as Record<string, () => DataFrame>)[operation]!;
        expect(values(method.call(groups))).toEqual(plain(expected));
      });
    }
  }

  test('takes several numbers of a group at once, and those of all columns', async () => {
    const frame = await toFrame({ g: ['x', 'x', 'y'], v: [1, NaN, NaN], w: [NaN, 2, 4] });
    const taken = frame.groupby(['g']).agg({ v: ['mean', 'count'], w: 'max' });
    expect([taken.columns, values(taken)]).toEqual([
      ['g', 'v_mean', 'v_count', 'w_max'],
      [
        ['x', 1, 1, 2],
        ['y', null, 0, 4],
      ],
    ]);
    expect(values(frame.groupby(['g']).mean())).toEqual([
      ['x', 1, 2],
      ['y', null, 4],
    ]);
  });

  test('gives a group by its values, and hands groups of its kind to a function', async () => {
    const frame = await toFrame(pandas.data);
    expect(frame.groupby(['p', 'q']).ngroups).toBe(2);
    expect(values(frame.groupby(['p', 'q']).getGroup(['a', 'b-c']).column('v'))).toEqual([null, 1, null, 10, 7]);
    expect(() => frame.groupby(['p']).getGroup(['c'])).toThrow('getGroup requires the values of a group, got c');
    const best = frame.groupby(['p']).apply((group: DataFrame) => group.sortValues('v', { ascending: false }).head(1));
    expect(values(best.column('v'))).toEqual([9, 10]);
  });

  test('keeps running values within a group', async () => {
    const frame = await toFrame({ g: ['x', 'y', 'x', 'x'], v: [1, 5, NaN, 3] });
    expect(values(frame.groupby(['g']).col(['v']).cumSum())).toEqual([
      ['x', 1],
      ['x', null],
      ['x', 4],
      ['y', 5],
    ]);
  });

  test('describes columns as pandas does', async () => {
    const described = (await toFrame(pandas.data)).describe();
    expect(described.index).toEqual(['count', 'mean', 'std', 'min', 'median', 'max', 'variance']);
    for (const column of ['v', 'w']) expect(values(described.column(column))).toEqual(plain(pandas.described[column]));
  });

  test('skips them in running values, distinct values and counts as pandas does', async () => {
    const frame = await toFrame(pandas.data);
    const v = frame.column('v');
    expect(values(v.cumSum())).toEqual(pandas.running.cumsum);
    expect(values(v.cumProd())).toEqual(pandas.running.cumprod);
    expect(values(v.cumMax())).toEqual(pandas.running.cummax);
    expect(values(v.cumMin())).toEqual(pandas.running.cummin);
    expect(values((await toFrame({ v: pandas.data.v! })).cumSum({ axis: 0 }).column('v'))).toEqual(
      pandas.running.cumsum,
    );
    expect([v.nUnique(), frame.column('text').nUnique()]).toEqual([pandas.distinct.v, pandas.distinct.text]);
    expect([v.valueCounts().index, v.valueCounts().values]).toEqual([
      [3, 9, 1, 7, 2, 10],
      [1, 1, 1, 2, 1, 1],
    ]);
  });

  test('hands its behaviour on to what is derived from it', async () => {
    const frame = await toFrame(pandas.data);
    const sorted = [9, 7, 7, 3, 2, 1, null, null];
    const some = [0, 1, 2, 3, 4, 5, 6, 8];
    const derived: DataFrame[] = [
      frame.loc({ rows: some }),
      frame.iloc({ rows: some }),
      frame.query(frame.column('v').ne(10)),
      frame.drop({ index: [7] }),
      frame.copy().loc({ rows: some, columns: ['v', 'w'] }),
      frame.sortValues('w').loc({ rows: some }),
      frame.rename({ w: 'u' }).iloc({ rows: some }),
      frame.resetIndex().iloc({ rows: some }),
      frame.addColumn('n', some.concat(9)).iloc({ rows: some }),
    ];
    for (const each of derived) {
      expect(values(each.sortValues('v', { ascending: false }).column('v'))).toEqual(sorted);
      expect(values(each.column('v').sortValues({ ascending: false }))).toEqual(sorted);
    }
    expect(values(frame.head(3).groupby(['g']).col(['v']).mean())).toEqual([
      ['x', 3],
      ['y', 9],
    ]);
    expect(values((frame as unknown as { v: Series }).v.sortValues({ ascending: false }).head(2))).toEqual([10, 9]);
  });

  test('names the nearest column where there is none of a name', async () => {
    const frame = await toFrame({ score: [1], city: ['x'] });
    expect(() => frame.sortValues('scor')).toThrow('sortValues requires a column of the frame, got "scor"');
    expect(() => frame.groupby(['town'])).toThrow('groupby requires a column of the frame, got "town"');
  });

  test('leaves danfojs itself as it is', async () => {
    await toFrame({ v: [1] });
    const { DataFrame: Frame } = await import('danfojs-node');
    const own = new Frame({ v: [1, 2] });
    expect(Object.getPrototypeOf(own)).toBe(Frame.prototype);
    expect(own.sortValues('v', { ascending: false }).column('v').values).toEqual([2, 1]);
    const again = await toFrame(new Frame({ v: [3, NaN, 9] }));
    expect(values(again.sortValues('v', { ascending: false }).column('v'))).toEqual([9, 3, null]);
  });
});
