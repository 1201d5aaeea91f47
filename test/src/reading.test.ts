import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDataFile } from '@indexlab/adapters';
import { run } from '@indexlab/cli';
import { describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'indexlab-'));
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

async function indexlab(...args: string[]) {
  const notes: string[] = [];
  let json: unknown;
  const status = await run(args, {
    json: (document) => (json = document),
    line: () => {},
    note: (text) => notes.push(text),
    progress: () => {},
  });
  return { status, notes, json };
}

describe('a verb that reads a file', () => {
  const rows = Array.from({ length: 12 }, (_, row) => `c${row},${row % 5},${row % 3},${row + 0.5},${2000 + (row % 2)}`);
  const path = file('short.csv', `city,x,y,z,year\n${rows.join('\n')}\nlast,1,2\n`);

  test.each([
    ['load', [path]],
    ['audit', [path]],
    ['regress', ['y ~ x', '--data', path]],
    ['moderate', ['--y', 'y', '--x', 'x', '--by', 'z', '--data', path]],
    ['correlate', ['--columns', 'x,y', '--data', path]],
    ['inequality', ['--column', 'x', '--data', path]],
    ['recover', [path, '--total', 'z', '--parts', 'x,y']],
  ])('tells the warnings of the reading on standard error: %s', async (verb, args) => {
    const { notes } = await indexlab(verb, ...args, '--json');
    expect(notes.filter((line) => line.startsWith(`warning: ${path}, row 13 (line 14), "last": 3 cells`))).toHaveLength(
      1,
    );
  });

  test('gives the weight of each note as JSON', async () => {
    const { json } = await indexlab('load', path, '--json');
    expect((json as { notes: object[] }).notes).toContainEqual(
      expect.objectContaining({ rule: 'short-row', weight: 'warning' }),
    );
  });

  test('names the nearest column when an option names none', async () => {
    const { status, notes } = await indexlab('load', path, '--types', 'citty=text');
    expect([status, notes.length]).toEqual([2, 1]);
    expect(notes[0]).toContain('Did you mean city?');
  });
});

test('build writes an index for Stata where the file is called so', async () => {
  const specification = file(
    'spec.yaml',
    'id: t\ntitle: t\ntree:\n  id: t\n  title: t\n  children:\n    - { id: a, title: a }\n    - { id: b, title: b }\n',
  );
  const data = file('data.csv', 'place,a,b\n北京,1,2\n上海,3,5\n广州,2,9\n');
  const out = join(folder, 'index.dta');
  const { status, notes } = await indexlab('build', specification, '--data', data, '--out', out);
  expect([status, notes]).toEqual([0, expect.arrayContaining([`wrote ${out}`])]);
  expect(readFileSync(out).toString('latin1', 0, 11)).toBe('<stata_dta>');
  const { table } = await readDataFile(out);
  expect(table.texts('unit').values).toEqual(['北京', '上海', '广州']);
});
