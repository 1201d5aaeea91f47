import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cellToken } from '@indexlab/core';
import { readCsv, writeJson, writeXlsx } from '@indexlab/readers';
import { afterAll, describe, expect, test } from 'vitest';
import { readDataFile } from './read-data-file.js';
import { writeParquet } from './write-parquet.js';

const folder = mkdtempSync(join(tmpdir(), 'indexlab-'));
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
afterAll(() => rmSync(folder, { recursive: true }));

describe('readDataFile', () => {
  test('types numbers with their printed decimals and leaves codes text', async () => {
    const { table } = await readDataFile(file('a.csv', 'code,score\n010000,25.80\n'));
    expect([table.column('code').type, cellToken(table.numbers('score'), 0)]).toEqual(['text', '25.80']);
  });

  test('reads one table from every format alike', async () => {
    const text = 'place,score\n北京,25.80\n上海,\n';
    const { table } = readCsv(text);
    await writeParquet(table, join(folder, 'a.parquet'));
    const paths = [
      file('b.csv', text),
      file('b.tsv', text.replaceAll(',', '\t')),
      file('b.json', writeJson(table)),
      file('b.xlsx', writeXlsx(table)),
      join(folder, 'a.parquet'),
    ];
    for (const path of paths) {
      const read = (await readDataFile(path)).table;
      expect([read.toRows(), cellToken(read.numbers('score'), 0)]).toEqual([table.toRows(), '25.80']);
    }
  });

  test('passes options on', async () => {
    const path = file('c.csv', 'a,b\n1,x\n全国,y\n');
    expect((await readDataFile(path, { types: 'text' })).table.column('a').type).toBe('text');
  });

  test('says which file cannot be read', async () => {
    await expect(readDataFile(join(folder, 'none.csv'))).rejects.toThrow(
      /requires a file that can be read, got ".*none\.csv", which is not there/,
    );
    await expect(readDataFile(join(folder, 'none.parquet'))).rejects.toThrow(
      /requires a file that can be read, got ".*none\.parquet", which is not there/,
    );
  });

  test('throws on a header without rows, and on what is no table', async () => {
    await expect(readDataFile(file('d.csv', 'a,b\n'))).rejects.toMatchObject({
      message: expect.stringContaining('requires at least one row'),
      remedy: expect.stringContaining('saved whole'),
    });
    await expect(readDataFile(file('d.pdf', '%PDF-1.7'))).rejects.toThrow('got a PDF document (d.pdf)');
  });

  test('goes by the content where a name says something else, with a note', async () => {
    const table = readCsv('a,b\nx,1\n').table;
    for (const [path, says] of [
      [file('d.txt', 'a,b\nx,1\n'), []],
      [file('d.dat', 'a,b\nx,1\n'), []],
      [file('d.parquet', 'a,b\nx,1\n'), ['the file is delimited text, not Parquet as its name says']],
      [file('d.csv', writeXlsx(table)), ['the file is a workbook (.xlsx), not delimited text as its name says']],
    ] as const) {
      const result = await readDataFile(path);
      expect(result.table.toRows()).toEqual([{ a: 'x', b: 1 }]);
      expect(result.report.notes.filter(({ rule }) => rule === 'format').map(({ message }) => message)).toEqual(says);
    }
    await writeParquet(table, join(folder, 'e.csv'));
    const { report } = await readDataFile(join(folder, 'e.csv'));
    expect(report.notes.map(({ message }) => message)).toEqual([
      'the file is Parquet, not delimited text as its name says',
    ]);
  });
});
