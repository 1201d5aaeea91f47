import { describe, expect, test } from 'vitest';
import { world } from '../../test/harbour.js';
import { claimTable, judgeClaims, readClaims } from '../index.js';

describe('each over the rows of a table', () => {
  test('names the unit of a row in full and in an id', () => {
    const yaml =
      "- id: 'x-{slug}'\n  says: '{unit} grew'\n  each: ports[1 to 2]\n  compute: ports[{port}].growth > 0\n";
    const { claims } = readClaims(yaml, 'c.yaml', world().tables, new Map(), (key) => `Port of ${key}é 港`);
    expect(claims.map(({ id, says, compute }) => [id, says, compute!.text])).toEqual([
      ['x-port-of-arne', 'Port of Arné 港 grew', 'ports[Arn].growth > 0'],
      ['x-port-of-belme', 'Port of Belmé 港 grew', 'ports[Belm].growth > 0'],
    ]);
  });
});

describe('placeholders', () => {
  const read = (lines: string) =>
    readClaims(
      `- id: 'a-{x}'\n  says: '{x} prints {printed}'\n  each:\n    x: [Arn, Belm]\n    printed: [1, 2]\n    at: [10, 20]\n  compute: ports[{x}].score\n${lines}`,
      'c.yaml',
    );

  test('are filled in every field of a claim', () => {
    const { claims, problems } = read(`  at: { section: 's-{x}', page: 'p-{x}', table: 't-{x}', offset: '{at}' }
  alsoAt:
    - { page: '{at}', offset: '{at}' }
  note: 'a note on {x}'
  words: 'words on {x}'
  assume: ['{x} is counted']
  flags: ['{x} is flagged']
  cause: 'cause-{x}'
  contradiction:
    means: '{x} is wrong'
  needs:
    who: public
    what: 'a file of {x}'
    columns: ['unit', 'of-{x}']
    units: { 'of-{x}': 'tonnes of {x}' }
`);
    expect(problems).toEqual([]);
    expect(claims[1]).toMatchObject({
      id: 'a-Belm',
      says: 'Belm prints 2',
      printed: '2',
      at: { section: 's-Belm', page: 'p-Belm', table: 't-Belm', offset: 20 },
      alsoAt: [{ page: '20', offset: 20 }],
      note: 'a note on Belm',
      words: 'words on Belm',
      assume: ['Belm is counted'],
      flags: ['Belm is flagged'],
      cause: 'cause-Belm',
      contradiction: { means: 'Belm is wrong' },
      needs: { what: 'a file of Belm', columns: ['unit', 'of-Belm'], units: { 'of-Belm': 'tonnes of Belm' } },
    });
    expect(JSON.stringify(claims)).not.toMatch(/\{(x|at|printed)\}/);
  });

  test.each([
    ['  at: { offset: "{ofset}" }\n', 'there is no placeholder {ofset}'],
    ['  note: on {y}\n', 'there is no placeholder {y}'],
    ['  assume: ["{y}"]\n', 'there is no placeholder {y}'],
    ['  at: { offset: "{x}" }\n', 'offset requires a whole number, got "Arn"'],
    ['  at: { offset: "12a" }\n', 'offset requires a whole number, got "12a"'],
  ])('that cannot be filled, or make no place, are a problem with its line: %s', (lines, message) => {
    const { problems } = read(lines);
    expect(problems.map((one) => [one.line, one.message])[0]).toEqual([8, message]);
  });

  test('braces of a claim without each are no placeholders', () => {
    expect(readClaims('- id: a\n  says: the set {x}\n  compute: 1 = 1\n', 'c.yaml').problems).toEqual([]);
  });
});

describe('a table whose cell prints no number', () => {
  test('makes a row that says so, beside the others', () => {
    const two = claimTable(
      'two',
      [{ name: 'port', role: 'unit' }, { name: 'x' }],
      [
        ['Arn', '1.0'],
        ['Belm', 'n.a.'],
      ],
    );
    const tables = new Map([['two', two]]);
    const { claims, problems } = readClaims(
      "- id: 'x-{port}'\n  says: as printed\n  each: two\n  printed: '{x}'\n  compute: 1\n",
      'c.yaml',
      tables,
    );
    const of = { tables, figures: new Map(), user: null, others: new Map(), places: null };
    expect(problems).toEqual([]);
    expect(judgeClaims(claims, of).judged.map(({ verdict, text }) => [verdict, text])).toEqual([
      ['reproduced', null],
      ['not-computable', 'the tables do not give it: two#2/x prints no number'],
    ]);
  });
});

test('a placeholder may be named as any column is, and one in quotes is quoted once', () => {
  const islands = claimTable(
    'isles',
    [{ name: 'isle', role: 'unit' }, { name: 'output 2023 (GWh)' }],
    [
      ['Far South', '12.5'],
      ['Nor', '7.0'],
    ],
  );
  const { claims, problems } = readClaims(
    `- id: 'of-{isle}'
  says: '{isle} produced {output 2023 (GWh)}'
  each: isles
  printed: '{output 2023 (GWh)}'
  compute: count(isles[where isle = "{isle}"]) + count(isles[where isle = {isle}])
`,
    'claims.yaml',
    new Map([['isles', islands]]),
  );
  expect(problems).toEqual([]);
  expect(claims.map(({ printed, compute }) => [printed, compute!.text])).toEqual([
    ['12.5', 'count(isles[where isle = "Far South"]) + count(isles[where isle = "Far South"])'],
    ['7.0', 'count(isles[where isle = "Nor"]) + count(isles[where isle = Nor])'],
  ]);
});
