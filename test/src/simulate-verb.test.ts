import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '@indexlab/cli';
import { describe, expect, test } from 'vitest';

/** Runs `indexlab simulate` with a terminal that collects. */
async function simulate(...args: string[]) {
  let out = '';
  let json: unknown;
  const notes: string[] = [];
  const status = await run(['simulate', ...args], {
    json: (document) => (json = JSON.parse(JSON.stringify(document))),
    line: (text = '') => (out += `${text}\n`),
    note: (text) => notes.push(text),
    progress: () => {},
  });
  return { status, out, notes, json: json as Record<string, unknown> };
}

const folder = mkdtempSync(join(tmpdir(), 'indexlab-simulate-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const specification = file(
  'shares.yaml',
  'id: s\ntitle: S\nnormalise: share-of-total\ntree: { id: t, title: T, children: [{ id: a, title: A }, { id: b, title: B }] }\n',
);
const printed = file('printed.csv', 'place,t,t rank\nx,50.5,1\ny,30.2,2\nz,19.3,3\n');

describe('simulate with a specification and a table of printed scores', () => {
  test('gives indicators that build every printed score and rank, and says that they are simulated', async () => {
    const { status, json } = await simulate(specification, '--printed', printed, '--factor', '100', '--json');
    expect(status).toBe(0);
    expect(json).toMatchObject({
      seed: 1,
      simulated: true,
      conflicts: [],
      comparison: { scores: 3, scoresReproduced: 3, ranks: 3, ranksReproduced: 3, missed: [] },
    });
    const units = json.units as Record<string, unknown>[];
    expect(units.map(({ place, status: kind }) => [place, kind])).toEqual([
      ['x', 'simulated'],
      ['y', 'simulated'],
      ['z', 'simulated'],
    ]);
  });

  test('writes indicators and a specification, the same ones from the same seed and others from another', async () => {
    const written = async (seed: string, name: string) => {
      const out = join(folder, name);
      await simulate(specification, '--printed', printed, '--factor', '100', '--seed', seed, '--out', out);
      return ['indicators.csv', 'specification.yaml'].map((each) => readFileSync(join(out, each), 'utf8'));
    };
    const [first, again, other] = [
      await written('7', 'first'),
      await written('7', 'again'),
      await written('8', 'other'),
    ];
    expect(first[0]).toMatch(/^place,status,a,b\n/);
    expect(again).toEqual(first);
    expect(other[0]).not.toBe(first[0]);
  });

  test.each([
    ['no printed table', [specification], 'simulate requires --printed <file>'],
    ['a printed table that is not there', [specification, '--printed', join(folder, 'absent.csv')], 'absent.csv'],
    [
      'a factor of nothing',
      [specification, '--printed', printed, '--factor', '0'],
      '--factor requires a number above zero',
    ],
    [
      'a leading node that is none',
      [specification, '--printed', printed, '--leading', 'q'],
      '--leading requires nodes',
    ],
    ['a seed that is no whole number', [specification, '--printed', printed, '--seed', '1.5'], '--seed'],
    ['a report that is none', ['no-such-report'], 'no-such-report'],
  ])('%s: one message and exit status 2', async (_, args, said) => {
    const { status, notes } = await simulate(...args);
    expect(status).toBe(2);
    expect(notes.filter((note) => note.includes(said))).toHaveLength(1);
    expect(notes.join('\n')).not.toMatch(/\bat .*\.js:\d+/);
  });
});

describe('simulate with a report', () => {
  test('--check makes the committed simulated indicators of 2018 again, and finds no difference', async () => {
    const { status, json } = await simulate('internet-plus-2018', '--check', '--json');
    expect(status).toBe(0);
    expect(json).toMatchObject({
      report: 'internet-plus-2018',
      simulated: true,
      cells: 24,
      reproduced: 24,
      differing: [],
    });
  });

  test('--check with another seed names the files that differ, has exit status 1 and writes nothing', async () => {
    const path = join(import.meta.dirname, '../../data/reports/internet-plus-2018/simulated/cities-2017.csv');
    const before = readFileSync(path, 'utf8');
    const { status, json } = await simulate('internet-plus-2018', '--check', '--seed', '3', '--json');
    expect(status).toBe(1);
    expect(json.differing).toContain('cities-2017.csv');
    expect(readFileSync(path, 'utf8')).toBe(before);
  });
});
