import { Command } from 'commander';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDataFile } from '@indexlab/adapters/files';
import { readCsv, writeXlsx } from '@indexlab/readers';
import { afterAll, describe, expect, test } from 'vitest';
import { readerOptions, withReaderOptions } from './reader-options.js';
import { audit } from './verbs/audit.js';
import { build } from './verbs/build.js';
import { cluster } from './verbs/cluster.js';
import { correlate } from './verbs/correlate.js';
import { explain } from './verbs/explain.js';
import { inequality } from './verbs/inequality.js';
import { load } from './verbs/load.js';
import { moderate } from './verbs/moderate.js';
import { panel } from './verbs/panel.js';
import { recover } from './verbs/recover.js';
import { regress } from './verbs/regress.js';

const optionsOf = (...args: string[]) => {
  const command = withReaderOptions(new Command('verb')).exitOverride();
  command.parse(args, { from: 'user' });
  return readerOptions(command.opts());
};

describe('the options of reading', () => {
  test.each([
    [[], {}],
    [['--sheet', '2019', '--range', 'A1:B2', '--table', '2'], { sheet: '2019', range: 'A1:B2', table: 2 }],
    [['--header', '1'], { header: 1 }],
    [['--header', '2-4'], { header: [2, 3, 4] }],
    [['--header', '1,3'], { header: [1, 3] }],
    [['--header', 'none'], { header: false }],
    [
      ['--types', 'code=text,year=number', '--types', 'a=b=text'],
      { types: { code: 'text', year: 'number', 'a=b': 'text' } },
    ],
    [['--types', 'text'], { types: 'text' }],
    [['--missing', '-,n/a', '--missing', ':'], { missing: ['-', 'n/a', ':'] }],
    [['--decimal-mark', ',', '--thousands', '.'], { decimalMark: ',', thousands: '.' }],
    [['--encoding', 'gb18030', '--delimiter', 'tab'], { encoding: 'gb18030', delimiter: '\t' }],
    [['--delimiter', ';'], { delimiter: ';' }],
    [['--plain', '--keep-totals'], { layout: 'plain', keepTotals: true }],
    [['--decimals', 'a=1,b=2', '--exact', 'rank'], { decimals: { a: 1, b: 2 }, exact: ['rank'] }],
  ])('%j', (args, expected) => {
    expect(optionsOf(...args)).toEqual(expected);
  });

  test.each([
    [['--table', '0'], '--table requires a whole number from 1'],
    [['--header', '0'], '--header requires rows from 1'],
    [['--header', '3-1'], '--header requires rows from 1'],
    [['--header', 'yes'], 'got "yes"'],
    [['--types', 'code=date'], '--types requires text or number, got "date" (column "code")'],
    [['--types', 'code'], '--types requires name=value, got "code"'],
    [['--decimal-mark', ';'], '--decimal-mark requires one of'],
    [['--thousands', ';'], '--thousands requires one of'],
    [['--decimal-mark', ',', '--thousands', ','], 'require two marks'],
    [['--decimals', 'a=x'], '--decimals requires a count of decimals'],
  ])('refuses %j', (args, message) => {
    expect(() => optionsOf(...args)).toThrow(message);
  });

  test('are the same on every verb that reads a file', () => {
    const names = (declare: (program: Command) => Command) =>
      declare(new Command())
        .options.filter(({ hidden }) => !hidden)
        .map(({ long }) => long);
    const all = names(withReaderOptions);
    expect(all).toHaveLength(14);
    for (const verb of [load, audit, build, explain, recover, regress, moderate, panel, correlate, cluster, inequality])
      expect(names(verb.declare)).toEqual(expect.arrayContaining(all));
  });
});

describe('readDataFile takes every option of the command under its name in camel case', () => {
  const folder = mkdtempSync(join(tmpdir(), 'indexlab-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const text = 'Title\nname;n;v\nÄ;12;1,5\nB;34;zz\nC;5;2,5\nTotal;51;1,5\n';
  const two = 'name,v\nA,1\nB,2\n\nname,w,x\nC,3,4\nD,5,6\n';
  const latin = Uint8Array.from('name,v\nÄ,1\n', (character) => character.charCodeAt(0));
  const sheet = writeXlsx(readCsv('name,v,w\nA,1,2\nB,3,4\n').table, { sheet: 'Data' });
  /** For each option: the file, the text that the command takes, and what is read with it and is not without. */
  const cases: Record<
    string,
    [string | Uint8Array, unknown, (read: Awaited<ReturnType<typeof readDataFile>>) => unknown, unknown]
  > = {
    sheet: [sheet, 'Data', ({ table }) => table.rowCount, 2],
    range: [sheet, 'A1:B3', ({ table }) => table.columns, ['name', 'v']],
    table: [two, '2', ({ table }) => table.columns, ['name', 'w', 'x']],
    header: ['a,b\nc,d\n1,2\n', '1-2', ({ table }) => table.columns, ['a c', 'b d']],
    types: [text, 'n=text', ({ table }) => table.column('n').type, 'text'],
    missing: [text, 'zz', ({ table }) => table.column('v').type, 'number'],
    decimalMark: ['name;v\nA;1.500\nB;2.500\n', ',', ({ table }) => [...table.column('v').values], [1500, 2500]],
    thousands: ['name;v\nA;1.500\nB;2.500\n', '.', ({ table }) => [...table.column('v').values], [1500, 2500]],
    encoding: [latin, 'cp1251', ({ table }) => table.texts('name').values, ['Д']],
    delimiter: ['a;b,c\n1;2,3\n', 'tab', ({ table }) => table.columns, ['a;b,c']],
    plain: ['a,b\n1,2\nTotal,2\n', true, ({ table }) => table.texts('a').values, ['1', 'Total']],
    keepTotals: ['a,b\nX,2\nTotal,2\n', true, ({ table }) => table.texts('a').values, ['X', 'Total']],
    decimals: [text.replace('zz', '2,5'), 'v=3', ({ table }) => table.numbers('v').decimals![0], 3],
    exact: [text.replace('zz', '2,5'), 'v', ({ table }) => table.numbers('v').decimals![0], -1],
  };

  test('and there is a case for each', () => {
    const options = withReaderOptions(new Command()).options.filter(({ hidden }) => !hidden);
    expect(options.map((option) => option.attributeName()).sort()).toEqual(Object.keys(cases).sort());
  });

  test.each(Object.entries(cases))('%s', async (option, [content, value, of, expected]) => {
    const path = join(folder, `${option}.dat`);
    writeFileSync(path, content);
    expect(of(await readDataFile(path, { [option]: value }))).toEqual(expected);
    if (option !== 'sheet') expect(of(await readDataFile(path))).not.toEqual(expected);
  });

  test.each(['pages', 'columnsAt', 'password', 'preview'])('%s, and says that it is not read', async (option) => {
    const path = join(folder, 'refused.csv');
    writeFileSync(path, text);
    await expect(readDataFile(path, { [option]: '1' } as object)).rejects.toThrow(`got the option ${option}`);
  });
});
