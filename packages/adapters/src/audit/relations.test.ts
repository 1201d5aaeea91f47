import { readCsv } from '@indexlab/readers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditTable } from './audit-table.js';
import type { Relation } from './relations.js';

function found(csv: string, relation: Relation): unknown[] {
  return auditTable(readCsv(csv, { layout: 'plain' }).table, { key: 'unit', relations: [relation] })
    .filter(({ rule }) => rule !== 'uneven-decimals')
    .map(({ rule, row }) => [rule, row]);
}

describe('auditTable with relations', () => {
  test('finds nothing in sums whose parts and totals were rounded', () => {
    const thousandths = fc.integer({ min: 0, max: 99999 });
    fc.assert(
      fc.property(
        fc.array(fc.array(thousandths, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 20 }),
        (rows) => {
          const csv = rows.map(
            ([a, b], at) =>
              `${at},${(a! / 1000).toFixed(1)},${(b! / 1000).toFixed(1)},${((a! + b!) / 1000).toFixed(1)}`,
          );
          expect(
            found(`unit,a,b,total\n${csv.join('\n')}\n`, { kind: 'sum', total: 'total', parts: ['a', 'b'] }),
          ).toEqual([]);
        },
      ),
    );
  });

  test('finds a total that its parts exclude', () => {
    expect(
      found('unit,a,b,total\nx,1.2,1.1,2.3\ny,1.2,1.1,2.5\n', { kind: 'sum', total: 'total', parts: ['a', 'b'] }),
    ).toEqual([['sum-mismatch', 2]]);
  });

  test('leaves a total be that a part is missing of', () => {
    expect(
      found('unit,a,b,total\nx,1.2,,9.9\ny,1.2,1.1,2.3\n', { kind: 'sum', total: 'total', parts: ['a', 'b'] }),
    ).toEqual([]);
  });

  test('finds a total row that the rows above do not add up to', () => {
    const relation = { kind: 'column-sum', total: '合计', columns: ['a'] } as const;
    expect(found('unit,a\nx,1.2\ny,1.1\n合计,2.4\n', relation)).toEqual([]);
    expect(found('unit,a\nx,1.2\ny,1.1\n合计,2.5\n', relation)).toEqual([['sum-mismatch', 3]]);
    expect(() => found('unit,a\nx,1.2\n', relation)).toThrow(
      'auditTable requires a row with the key of a relation, got none with "合计"',
    );
  });

  test('finds percentages that do not follow from the numbers beside them', () => {
    const share = { kind: 'share', share: 'percent', part: 'a', whole: 'b' } as const;
    // 100 x 154 / 1299 = 11.855
    expect(found('unit,a,b,percent\nx,154.0,1299.0,11.9\ny,154.0,1299.0,10\n', share)).toEqual([
      ['percentage-mismatch', 2],
    ]);
    const growth = { kind: 'growth', growth: 'percent', before: 'a', after: 'b' } as const;
    // 100 x (479.65 / 304.15 - 1) = 57.70; 36.59 is the growth over the later number
    expect(found('unit,a,b,percent\nx,304.15,479.65,57.70\ny,304.15,479.65,36.59\n', growth)).toEqual([
      ['percentage-mismatch', 2],
    ]);
  });

  test('finds ratios and differences that do not follow', () => {
    expect(
      found('unit,a,b,r\nx,6.0,2.0,3.0\ny,6.0,2.0,3.2\n', {
        kind: 'ratio',
        ratio: 'r',
        numerator: 'a',
        denominator: 'b',
      }),
    ).toEqual([['percentage-mismatch', 2]]);
    expect(
      found('unit,a,b,d\nx,6.0,2.0,4.0\ny,6.0,2.0,4.2\n', {
        kind: 'difference',
        difference: 'd',
        before: 'b',
        after: 'a',
      }),
    ).toEqual([['percentage-mismatch', 2]]);
  });

  test('draws no conclusion from a divisor that may be zero', () => {
    expect(
      found('unit,a,b,r\nx,6.0,0.0,3.0\n', { kind: 'ratio', ratio: 'r', numerator: 'a', denominator: 'b' }),
    ).toEqual([]);
  });

  test('warns where digits fit only when cut off instead of rounded', () => {
    // 731.46 / 409.56 - 1 = 0.786
    expect(
      found('unit,a,b,percent\nx,409.56,731.46,79\ny,409.56,731.46,78\n', {
        kind: 'growth',
        growth: 'percent',
        before: 'a',
        after: 'b',
      }),
    ).toEqual([['truncated-digits', 2]]);
    expect(
      found('unit,a,b,d\nx,1.00,2.99,-1.9\n', { kind: 'difference', difference: 'd', before: 'b', after: 'a' }),
    ).toEqual([['truncated-digits', 1]]);
  });

  test('finds parts that are larger than their whole', () => {
    expect(found('unit,a,b\nx,1.04,1.0\ny,1.06,1.0\n', { kind: 'part', part: 'a', whole: 'b' })).toEqual([
      ['part-over-whole', 2],
    ]);
  });

  test('finds shares that are impossible, one by one and together', () => {
    expect(found('unit,a\nx,-0.6\ny,100.4\nz,0\n', { kind: 'shares', column: 'a' })).toEqual(
      [['impossible-share', 1]].concat([['impossible-share', 2]]),
    );
    expect(found('unit,a\nx,60.4\ny,39.7\n', { kind: 'shares', column: 'a' })).toEqual([]);
    expect(found('unit,a\nx,60.4\ny,39.8\n', { kind: 'shares', column: 'a' })).toEqual([['shares-over-whole', null]]);
  });

  test('finds a mean outside the range of its parts', () => {
    const relation = { kind: 'mean', column: 'growth', whole: '全国' } as const;
    expect(found('unit,growth\n东部,50.36\n中部,67.37\n西部,75.60\n全国,57.70\n', relation)).toEqual([]);
    expect(found('unit,growth\n东部,50.36\n中部,67.37\n西部,75.60\n全国,36.59\n', relation)).toEqual([
      ['mean-outside-parts', 4],
    ]);
  });

  test('finds values that rise in a column that should not', () => {
    expect(found('unit,a\nx,2.5\ny,2.5\nz,2.6\n', { kind: 'descending', column: 'a' })).toEqual([['value-order', 3]]);
  });

  test('throws on columns without printed digits', () => {
    expect(() => found('unit,a\nx,1e+2\n', { kind: 'shares', column: 'a' })).toThrow('requires printed digits');
  });
});
