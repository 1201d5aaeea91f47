import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '@indexlab/cli';
import { describe, expect, test } from 'vitest';

/** Runs the command with a terminal that collects. */
async function indexlab(...args: string[]): Promise<{ status: number; out: string; notes: string[]; json: unknown }> {
  let out = '';
  let json: unknown;
  const notes: string[] = [];
  const status = await run(args, {
    json: (document) => (json = JSON.parse(JSON.stringify(document))),
    line: (text = '') => (out += `${text}\n`),
    note: (text) => notes.push(text),
    progress: () => {},
  });
  return { status, out, notes, json };
}

const folder = mkdtempSync(join(tmpdir(), 'indexlab-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('the command', () => {
  test.each([
    ['a file that is not there', ['audit', join(folder, 'absent.csv')], 'absent.csv'],
    ['an empty file', ['audit', file('empty.csv', '')], 'empty'],
    ['a header alone', ['audit', file('header.csv', 'rank,name\n')], 'at least one row'],
    [
      'a missing column',
      ['recover', file('a.csv', 'city,total,a\nx,1.0,1.0\n'), '--total', 'total', '--parts', 'a,b'],
      '"b"',
    ],
    ['a place that no gazetteer knows', ['places', 'resolve', 'Atlantis'], 'Atlantis'],
    ['an unknown report', ['reproduce', 'no-such-report'], 'no-such-report'],
    ['an unknown table', ['tables', 'no-such-table'], 'no-such-table'],
    ['an unknown verdict', ['findings', '--verdict', 'true'], '--verdict requires one of'],
    [
      'a text that is no report',
      ['extract', file('r.txt', 'nothing'), '--as', 'internet-plus-2016', '--check'],
      'extract requires',
    ],
  ])('%s: one message and exit status 2', async (_, args, said) => {
    const { status, notes } = await indexlab(...args);
    expect(status).toBe(2);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(said);
    expect(notes[0]).not.toMatch(/\bat .*\.js:\d+/);
  });

  test('an unknown verb has exit status 2', async () => {
    expect((await indexlab('no-such-verb')).status).toBe(2);
  });

  test('build takes the only column that names each row, and says so; with two it asks', async () => {
    const spec = file('named.yaml', 'id: n\ntitle: N\ntree: { id: t, title: T, children: [{ id: a, title: A }] }\n');
    const one = await indexlab('build', spec, '--data', file('one.csv', 'port,coast,a\nx,n,1\ny,n,2\n'), '--json');
    expect([one.status, one.notes]).toEqual([0, ['units are named by the column "port"; --unit-column says another']]);
    const two = await indexlab('build', spec, '--data', file('two.csv', 'port,ship,a\nx,k,1\ny,l,2\n'));
    expect([two.status, two.notes[0]]).toEqual([2, expect.stringContaining('no column "place"')]);
  });

  test('audit with an error has exit status 1 and prints its JSON all the same', async () => {
    const path = file('ranks.csv', 'rank,city,score\n1,A,9.1\n3,B,8.0\n');
    const { status, json } = await indexlab('audit', path, '--json');
    expect(status).toBe(1);
    const { problems } = json as { problems: unknown[] };
    expect(problems).toContainEqual(
      expect.objectContaining({ rule: 'missing-rank', severity: 'error', row: 2, column: 'rank' }),
    );
  });

  test('audit says where it looked, and takes relations', async () => {
    const path = file('sums.csv', 'city,a,b,t\nA,1.5,2.5,4.0\nB,2.5,3.5,9.0\n');
    const clean = await indexlab('audit', path, '--json');
    expect(clean.status).toBe(0);
    const { status, json } = await indexlab('audit', path, '--sum', 't=a,b', '--json');
    expect(status).toBe(1);
    const { problems, checks } = json as { problems: unknown[]; checks: unknown[] };
    expect(problems).toEqual([
      {
        rule: 'sum-mismatch',
        severity: 'error',
        row: 2,
        column: 't',
        value: 9,
        message: 'The cell prints 9.0; a + b is between 5.9 and 6.1.',
        unit: 'B',
      },
    ]);
    expect(checks).toContainEqual({ rule: 'sum-mismatch', columns: ['t', 'a', 'b'], problems: 1 });
    const { status: unusable, notes } = await indexlab('audit', path, '--sum', 't=a,c');
    expect([unusable, notes[0]]).toEqual([2, expect.stringContaining('--sum requires a column of the data, got "c"')]);
  });

  test('panel, build and audit warn of one place under several names and of units that some years lack', async () => {
    const cells = ['Beijing,2015,1.5,2', '北京,2016,1.6,3', '上海,2015,2.5,1', '上海,2016,2.7,4', '广州,2015,3.5,2'];
    const path = file('names.csv', `city,year,y,x\n${cells.join('\n')}\n`);
    const warnings = [
      'One place stands under 2 names, which count as 2 units: Beijing (2015), 北京 (2016).',
      '广州 stands only in 2015 (year; 1 of 2 times).',
    ];
    const notes = warnings.map((warning) => `warning: ${warning}`);
    const formula = ['panel', 'y ~ x', '--entity', 'city', '--time', 'year', '--method', 'pooled', '--data', path];
    const panel = await indexlab(...formula, '--json');
    expect(panel.notes).toEqual(expect.arrayContaining(notes));
    expect((panel.json as { warnings: string[] }).warnings).toEqual(expect.arrayContaining(warnings));
    const leaf = (id: string) => `{ id: ${id}, title: ${id}, direction: positive }`;
    const spec = file(
      'names.yaml',
      `id: t\ntitle: T\ntree: { id: t, title: T, children: [${leaf('x')}, ${leaf('y')}] }\n`,
    );
    const build = await indexlab(
      'build',
      spec,
      '--data',
      path,
      '--unit-column',
      'city',
      '--time-column',
      'year',
      '--json',
    );
    expect(build.notes).toEqual(expect.arrayContaining(notes));
    expect((build.json as { warnings: string[] }).warnings).toEqual(warnings);
    const audit = await indexlab('audit', path, '--json');
    expect([audit.status, (audit.json as { warnings: string[] }).warnings]).toEqual([0, warnings]);
  });

  test('places resolve has exit status 1 for an ambiguous name and 2, with the nearest, for an unknown one', async () => {
    const ambiguous = await indexlab('places', 'resolve', '吉林', '--json');
    expect([ambiguous.status, ambiguous.notes[0]]).toEqual([1, expect.stringContaining('--level city')]);
    expect(ambiguous.json).toMatchObject({ matches: [{ query: '吉林', code: null, ambiguous: ['220000', '220200'] }] });
    expect((await indexlab('places', 'resolve', '吉林', '--level', 'city')).status).toBe(0);
    const unknown = await indexlab('places', 'resolve', '苏洲', '--json');
    expect([unknown.status, unknown.notes[0]]).toEqual([
      2,
      expect.stringContaining('苏州市 Suzhou (Jiangsu) (320500)'),
    ]);
    expect(unknown.json).toMatchObject({ matches: [{ suggestions: [{ code: '320500' }, {}, {}] }] });
    const group = await indexlab('places', 'resolve', '粤港澳大湾区', '--json');
    expect([group.status, group.json]).toMatchObject([0, { matches: [{ code: null, level: 'region' }] }]);
  });

  test('recover gives the shape of its contract', async () => {
    const rows = [
      [1, 5],
      [2, 3],
      [7, 4],
      [4, 9],
    ].map(([a, b]) => `${(0.3 * a! + 0.7 * b!).toFixed(2)},${a!.toFixed(2)},${b!.toFixed(2)}`);
    const path = file('total.csv', `t,a,b\n${rows.join('\n')}\n`);
    const { status, json } = await indexlab(
      'recover',
      path,
      '--total',
      't',
      '--parts',
      'a,b',
      '--stated',
      'a=0.50,b=0.50',
      '--json',
    );
    expect(status).toBe(0);
    expect(json).toMatchObject({
      status: 'feasible',
      weights: { a: { identified: true }, b: { identified: true } },
      scaling: { a: { method: 'none' } },
      intercept: 0,
      simplest: { a: 0.3, b: 0.7 },
      stated: { weights: { a: 0.5, b: 0.5 }, possible: false },
      wrongRows: [],
      wrongRowsProven: true,
      alternatives: [],
    });
  });

  test('recover without weights that fit has exit status 1 and names the wrong row', async () => {
    const path = file('wrong.csv', 'u,t,a,b\nw,1.50,1.00,2.00\nx,3.00,2.00,4.00\ny,4.20,3.00,6.00\nz,6.00,4.00,8.00\n');
    const { status, json } = await indexlab(
      'recover',
      path,
      '--total',
      't',
      '--parts',
      'a,b',
      '--unit-column',
      'u',
      '--scaling',
      'none',
      '--json',
    );
    expect(status).toBe(1);
    expect(json).toMatchObject({ status: 'infeasible', wrongRows: [['y']] });
  });

  test('findings and tables give the shapes of their contract', async () => {
    const { json } = await indexlab('findings', '--verdict', 'contradicted', '--json');
    const { findings } = json as { findings: Record<string, unknown>[] };
    const keys = [
      'id',
      'report',
      'locator',
      'alsoAt',
      'kind',
      'statement',
      'printed',
      'unit',
      'qualifier',
      'exact',
      'printedLower',
    ];
    const more = [
      'printedUpper',
      'computed',
      'computedText',
      'lower',
      'upper',
      'verdict',
      'why',
      'class',
      'reading',
      'needs',
      'flags',
    ];
    expect(Object.keys(findings[0]!)).toEqual(
      expect.arrayContaining([...keys, ...more, 'sharpness', 'reason', 'inputs']),
    );
    const tables = (await indexlab('tables', '--json')).json as { tables: Record<string, unknown>[] };
    expect(Object.keys(tables.tables[0]!)).toEqual(
      expect.arrayContaining(['id', 'report', 'title', 'locator', 'rows', 'columns', 'source']),
    );
  });

  test('places resolve says when a name is ambiguous', async () => {
    const { status, json } = await indexlab('places', 'resolve', '北京', '吉林', '--json');
    expect(status).toBe(1);
    expect(json).toMatchObject({ matches: [{ code: '110000' }, { code: null, ambiguous: ['220000', '220200'] }] });
  });

  test('tables --csv prints the digits as printed', async () => {
    const { out } = await indexlab('tables', 'internet-plus-2016/base', '--csv');
    expect(out.split('\n').slice(0, 3)).toEqual([
      'rank,name,place,index',
      '1,北京,110000,10.7546',
      '2,广州,440100,9.434',
    ]);
  });
});

describe('build and explain', () => {
  const specification = file(
    'spec.yaml',
    'id: demo\ntitle: Demo\nnormalise: min-max\ntree:\n  id: total\n  title: Total\n  children:\n    - { id: a, title: A, weight: "1" }\n    - { id: b, title: B, weight: "3", direction: negative }\n',
  );
  const data = file('units.csv', 'place,a,b\nx,1,2\ny,3,4\nz,2,6\n');

  test('build gives the scores of every node, ranks and weights', async () => {
    const { status, json } = await indexlab('build', specification, '--data', data, '--json');
    expect(status).toBe(0);
    expect(json).toEqual({
      index: 'demo',
      units: [
        { unit: 'x', year: null, scores: { total: 0.75, a: 0, b: 1 }, rank: 1, tier: null },
        { unit: 'y', year: null, scores: { total: 0.25 + 0.75 / 2, a: 1, b: 0.5 }, rank: 2, tier: null },
        { unit: 'z', year: null, scores: { total: 0.25 / 2, a: 0.5, b: 0 }, rank: 3, tier: null },
      ],
      nodes: [
        { id: 'total', level: 0, parent: null, weight: 1, effectiveWeight: 1 },
        { id: 'a', level: 1, parent: 'total', weight: 0.25, effectiveWeight: 0.25 },
        { id: 'b', level: 1, parent: 'total', weight: 0.75, effectiveWeight: 0.75 },
      ],
      log: [],
      warnings: [],
    });
  });

  test('build takes the two tables of COINr and a recipe', async () => {
    const imeta = file(
      'imeta.csv',
      'iCode,Parent,Type,Level,Direction,Weight\na,total,Indicator,1,1,1\nb,total,Indicator,1,-1,3\ntotal,,Aggregate,2,1,1\n',
    );
    const idata = file('idata.csv', 'uCode,a,b\nx,1,2\ny,3,4\nz,2,6\n');
    const recipe = file('recipe.yaml', 'id: demo\ntitle: Demo\nnormalise: min-max\n');
    const { json } = await indexlab('build', '--idata', idata, '--imeta', imeta, '--recipe', recipe, '--json');
    expect(json).toEqual((await indexlab('build', specification, '--data', data, '--json')).json);
  });

  test('build writes its results', async () => {
    const out = join(folder, 'results');
    await indexlab('build', specification, '--data', data, '--out', out);
    expect(readFileSync(join(out, 'scores.csv'), 'utf8').split('\n')[1]).toBe('x,1,0.75,0,1');
    expect(readdirSync(out)).toEqual(
      expect.arrayContaining(['index.json', 'log.csv', 'nodes.csv', 'scores.csv', 'scores.xlsx']),
    );
  });

  test('explain gives contributions that sum to the score, and the neighbours', async () => {
    const { json } = await indexlab('explain', specification, '--data', data, '--unit', 'y', '--json');
    expect(json).toMatchObject({
      unit: 'y',
      score: 0.625,
      rank: 2,
      contributions: [
        { node: 'b', contribution: 0.375 },
        { node: 'a', contribution: 0.25 },
      ],
    });
    expect((json as { nearest: { unit: string }[] }).nearest.map(({ unit }) => unit)).toEqual(['x', 'z']);
  });

  test('a mistake in a specification is refused with file, line and what to do', async () => {
    const broken = file(
      'broken.yaml',
      'id: demo\ntitle: Demo\nnormalise: minmax\ntree: { id: total, title: Total, children: [{ id: a, title: A }] }\n',
    );
    const { status, notes } = await indexlab('build', broken, '--data', data);
    expect(status).toBe(2);
    expect(notes[0]).toMatch(/broken\.yaml:3: not a specification at normalise/);
  });

  test('init spec writes a specification that builds at once, and overwrites nothing', async () => {
    const out = join(folder, 'drafted.yaml');
    expect((await indexlab('init', 'spec', data, '--out', out, '--json')).json).toEqual({ files: [out] });
    const { status, json } = await indexlab('build', out, '--data', data, '--json');
    expect([status, (json as { units: unknown[] }).units.length]).toEqual([0, 3]);
    expect((await indexlab('init', 'spec', data, '--out', out)).status).toBe(2);
  });

  test('a specification nested without end is refused in a line, and an unknown unit with the nearest', async () => {
    const deep = await indexlab('build', file('deep.yaml', '{a: '.repeat(100_000)), '--data', data);
    expect([deep.status, deep.notes[0]]).toEqual([2, expect.stringMatching(/deep\.yaml:1: .*nested deeper than/)]);
    const { status, notes } = await indexlab('explain', specification, '--data', data, '--unit', 'Y ');
    expect([status, notes.join()]).toEqual([2, expect.stringContaining('Did you mean y?')]);
  });

  test('notes of the lint go to standard error, errors and warnings with rule, line and remedy', async () => {
    const text =
      'id: demo\ntitle: Demo\nstages: [normalise]\nnormalise: min-max\ntreat: outliers\ntree: { id: total, title: Total, children: [{ id: a, title: A }] }\n';
    const { status, notes } = await indexlab('build', file('lint.yaml', text), '--data', data, '--json');
    expect(status).toBe(0);
    expect(notes[0]).toMatch(/lint\.yaml:3: unused-stage: .*Add treat to stages/);
  });
});
