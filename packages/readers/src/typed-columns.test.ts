import { cellToken } from '@indexlab/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './read-csv.js';
import { typedColumns } from './typed-columns.js';

const typed = (csv: string) => typedColumns(readCsv(csv));
const cell = (text: string) => typed(`x\n"${text}"\n`).column('x');

describe('typedColumns', () => {
  it('keeps every printed digit, trailing zeros included', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 999_999 }), fc.stringMatching(/^\d{1,8}$/)), { minLength: 1 }), (parts) => {
        const tokens = parts.map(([whole, fraction]) => `${whole}.${fraction}`);
        const column = typed(`x\n${tokens.join('\n')}\n`).numbers('x');
        expect(tokens.map((_, row) => cellToken(column, row))).toEqual(tokens);
      }),
    );
  });

  it('gives NaN for a missing cell and stays numeric', () => {
    expect(typed('x,y\n1.5,a\n,b\n').numbers('x').values).toEqual(new Float64Array([1.5, NaN]));
  });

  it('leaves a column text when one cell is not a number', () => {
    expect(typed('x\n1\nn.a.\n').column('x').type).toBe('text');
  });

  it('leaves codes with a leading zero and integers beyond a double text', () => {
    expect([cell('010000').type, cell('110101199003070000').type, cell('0').type]).toEqual(['text', 'text', 'number']);
  });

  it('reads thousands separators', () => {
    expect(cell('1,204.50')).toMatchObject({ values: new Float64Array([1204.5]), decimals: new Int8Array([2]) });
  });

  it('leaves decimals out where a double cannot give the digits back', () => {
    expect(cell('0.1234567890123456789')).not.toHaveProperty('decimals');
    expect(cell('1e-3')).not.toHaveProperty('decimals');
  });
});
