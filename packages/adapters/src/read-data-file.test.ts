import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cellToken } from '@indexlab/core';
import { afterAll, describe, expect, it } from 'vitest';
import { readDataFile } from './read-data-file.js';

const folder = mkdtempSync(join(tmpdir(), 'indexlab-'));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
afterAll(() => rmSync(folder, { recursive: true }));

describe('readDataFile', () => {
  it('types numbers with their printed decimals and leaves codes text', () => {
    const table = readDataFile(file('a.csv', 'code,score\n010000,25.80\n'));
    expect([table.column('code').type, cellToken(table.numbers('score'), 0)]).toEqual(['text', '25.80']);
  });

  it('says which file cannot be read', () => {
    expect(() => readDataFile(join(folder, 'none.csv'))).toThrow(/requires a file that can be read.*none\.csv.*ENOENT/);
  });

  it('throws on a header without rows, and on another format', () => {
    expect(() => readDataFile(file('b.csv', 'a,b\n'))).toThrow('requires at least one row');
    expect(() => readDataFile(file('c.txt', 'a\n1\n'))).toThrow('requires a .csv file');
  });
});
