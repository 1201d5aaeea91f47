import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './main.js';

const folder = mkdtempSync(join(tmpdir(), 'indexlab-options-'));
const data = join(folder, 'data.csv');
writeFileSync(data, 'city,total,a,b\nx,3,1,2\ny,5,2,3\nz,7,3,4\n');

async function refused(...args: string[]): Promise<string> {
  const notes: string[] = [];
  const nothing = (): void => {};
  const status = await run(args, { json: nothing, line: nothing, note: (text) => notes.push(text), progress: nothing });
  return `${status}: ${notes.join(' ')}`;
}

describe('options of the command', () => {
  test.each([
    [
      'one value given twice',
      ['cluster', '--columns', 'a', '--k', '2', '--k', '3', '--data', data],
      '--k requires one value, got "2" and "3"',
    ],
    ['a blank value', ['correlate', '--columns', 'a,b', '--data', ' '], '--data requires a value, got blanks'],
    ['an empty value', ['correlate', '--columns', 'a,b', '--data', ''], '--data requires a value, got an empty text'],
    [
      'one column for two parts',
      ['audit', data, '--rank', 'total', '--value', 'total'],
      '--rank and --value require two columns, got "total" for both',
    ],
    [
      'a column that is part of itself',
      ['audit', data, '--sum', 'total=total,a'],
      '--sum requires columns that differ, got "total=total,a"',
    ],
    [
      'a column twice',
      ['cluster', '--columns', 'a,a', '--k', '2', '--data', data],
      'cluster requires different columns, got a, a',
    ],
    [
      'a name twice',
      ['recover', data, '--total', 'total', '--parts', 'a,b', '--stated', 'a=0.3,a=0.4'],
      '--stated requires each name once, got "a" twice',
    ],
    [
      'one column for entity and time',
      ['panel', 'total ~ a', '--entity', 'city', '--time', 'city', '--method', 'within', '--data', data],
      'got "city" for both',
    ],
    [
      'a specification beside tables',
      ['build', 'index.yaml', '--idata', data, '--imeta', data, '--recipe', 'r.yaml'],
      'got index.yaml and --idata, --imeta, --recipe',
    ],
    [
      'weights that are no numbers',
      ['recover', data, '--total', 'total', '--parts', 'a,b', '--stated', 'a=half'],
      'got "half" (part "a")',
    ],
  ])('refuse %s', async (_, args, message) => {
    const told = await refused(...args);
    expect(told).toMatch(/^2: /);
    expect(told).toContain(message);
  });

  test('take one value given twice alike', async () => {
    expect(await refused('correlate', '--columns', 'a,b', '--data', data, '--data', data)).toBe('0: ');
  });
});
