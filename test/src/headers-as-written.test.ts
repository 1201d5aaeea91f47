import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  const status = await run([...args, '--json'], {
    json: (document) => (json = document),
    line: () => {},
    note: (text) => notes.push(text),
    progress: () => {},
  });
  return { status, notes, json: json as Record<string, unknown> };
}

const data = file(
  'data.csv',
  'city,GDP (bn),人口（万人）,T (bn)\nA,1.50,2.00,1.75\nB,2.50,4.00,3.25\nC,2.00,5.00,3.50\n',
);
const specification = (gdp: string, population: string): string =>
  file(
    'index.yaml',
    `id: d\ntitle: D\ndata: { unit: city }\nnormalise: min-max\ntree:\n  id: t\n  title: T\n  children:\n    - { id: gdp, title: GDP, column: "GDP (bn)", unit: ${gdp} }\n    - { id: pop, title: P, column: "人口(万人)", unit: ${population} }\n`,
  );

describe('a column is named as its header is written', () => {
  test('in a specification; a unit that is a power of ten away is warned of', async () => {
    const { status, notes, json } = await indexlab('build', specification('million', '亿人'), '--data', data);
    expect([status, (json.units as object[]).length]).toEqual([0, 3]);
    expect(notes.map((note) => note.slice(note.indexOf('other-unit')))).toEqual([
      expect.stringContaining('the unit is million, and the column "GDP (bn)" says bn'),
      expect.stringContaining('the unit is 亿人, and the column "人口(万人)" says 万人'),
    ]);
    expect((await indexlab('build', specification('bn', '万人'), '--data', data)).notes).toEqual([]);
  });

  test('in the weights and columns of recover, in a relation of audit, in options of reading', async () => {
    const recovered = await indexlab(
      ...[
        'recover',
        data,
        '--total',
        'T (bn)',
        '--parts',
        'GDP (bn),人口(万人)',
        '--stated',
        'GDP(bn)=0.5,人口(万人)=0.5',
      ],
    );
    expect((recovered.json.stated as { possible: boolean }).possible).toBe(true);
    const audited = await indexlab('audit', data, '--mean', 'T (bn)=GDP (bn),人口 （万人）');
    expect(audited.json.checks).toContainEqual({ rule: 'mean-mismatch', columns: ['T', 'GDP', '人口'], problems: 0 });
    const loaded = await indexlab('load', data, '--types', 'GDP (bn)=text', '--decimals', '人口(万人)=3');
    expect(loaded.json.columns).toMatchObject([{}, { type: 'text' }, { decimals: 3 }, {}]);
  });
});

describe('rows have one number in every verb', () => {
  test('also below a row of totals, which has a line where it is wrong', async () => {
    const path = file('totals.csv', 'city,v\nTotal,9.0\nA,1.0\nB,2.0\nB,5.5\n');
    const { json } = await indexlab('audit', path);
    expect(
      (json.problems as { rule: string; row: number; line?: number }[]).map(({ rule, row, line }) => [rule, row, line]),
    ).toEqual([
      ['sum-mismatch', null, 2],
      ['duplicate-key', 3, undefined],
    ]);
    expect((await indexlab('load', path)).json.rowsKept).toBe(3);
  });
});
