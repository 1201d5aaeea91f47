import { describe, expect, it } from 'vitest';
import { readCsv } from './read-csv.js';

describe('readCsv', () => {
  it('gives texts as they stand, digits included', () => {
    expect(readCsv('code,score\n010000,25.80\n').toRows()).toEqual([{ code: '010000', score: '25.80' }]);
  });

  it('reads bytes with a byte order mark', () => {
    const bytes = new TextEncoder().encode('\uFEFFname\n北京\n');
    expect(readCsv(bytes).toRows()).toEqual([{ name: '北京' }]);
  });

  it('gives null for an empty cell', () => {
    expect(readCsv('a,b\n1,\n').toRows()).toEqual([{ a: '1', b: null }]);
  });

  it('says in which line a row has another number of cells than the header', () => {
    expect(() => readCsv('a,b\n1\n')).toThrow(/line 2/);
  });

  it('throws on an empty file', () => {
    expect(() => readCsv('')).toThrow('readCsv requires a line of column names, got an empty file');
  });
});
