import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
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
