import { describe, expect, test } from 'vitest';
import { fields, judge, judged, ports, problem, rows, world } from '../test/harbour.js';
import { claimTable, type Field, invariantsOf, judgeClaims, readClaims } from './index.js';

const verdict = (printed: string | null, compute: string, of = world()) => judge(printed, compute, of).verdict;

describe('YAML', () => {
  test('brackets in a flow map are an error that says what to do', () => {
    const { problems } = readClaims('- { id: a, says: b, printed: 1, compute: ports[1, 2].score }\n', 'c.yaml');
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]).toMatchObject({ file: 'c.yaml', line: 1 });
  });

  test('trailing zeros of a printed number are read from its source', () => {
    const { claims } = readClaims(
      '- id: a\n  says: b\n  printed: 25.80\n  compute: 1\n- id: c\n  says: d\n  printed: 100\n  compute: 1\n',
      'c.yaml',
    );
    expect(claims.map(({ printed }) => printed)).toEqual(['25.80', '100']);
  });

  test('a file that is no YAML says where', () => {
    const { problems } = readClaims('- id: [a\n  says: b\n', 'c.yaml');
    expect(problems[0]!.message).toMatch(/^not valid YAML/);
  });
});

describe('expressions without an end', () => {
  test('a name of let that needs itself is an error of its claim, beside the others', () => {
    const text =
      '- id: a\n  says: b\n  printed: 1\n  let:\n    p: q + 1\n    q: p + 1\n  compute: p\n- id: c\n  says: d\n  printed: 1\n  compute: sum(ports.scor)\n';
    const { claims } = readClaims(text, 'c.yaml', world().tables);
    const { problems } = judgeClaims(claims, world());
    expect(problems.map(({ claim, message }) => [claim, message])).toEqual([
      ['a', 'p is computed from itself'],
      ['c', expect.stringContaining('has no column scor')],
    ]);
  });

  test('brackets are not followed without end', () => {
    const { problems } = readClaims(
      `- id: a\n  says: b\n  printed: 1\n  compute: ${'('.repeat(20_000)}1${')'.repeat(20_000)}\n`,
      'c.yaml',
    );
    expect(problems.map(({ message }) => message)).toEqual(['brackets stand within brackets more than 100 deep']);
  });
});

describe('names', () => {
  test('a hyphen without spaces is told from a minus', () => {
    expect(problem('ports[Arn].score-before')).toContain('put spaces around a minus, score - before');
  });

  test('members of rows are named as the units of their table, where a name means something else elsewhere', () => {
    const keyOf = (name: string, table: { name: string } | null) =>
      name === 'Arn' ? (table ? 'port' : 'river') : null;
    const places = { keyOf, belongs: () => null, regions: [], codeOf: () => null, labelOf: (key: string) => key };
    const two = claimTable(
      'two',
      fields.slice(0, 2),
      [
        ['1', 'Arn'],
        ['2', 'Belm'],
      ],
      (unit) => (unit === 'Arn' ? 'port' : unit),
    );
    const of = { ...world(two), places };
    expect(verdict(null, 'two[1 to 2] = {Arn, Belm}', of)).toBe('reproduced');
    expect(verdict(null, 'members(two[1 to 2]) = {Belm, Arn}', of)).toBe('reproduced');
  });

  test('a word is a column, then a class, then a table', () => {
    expect(verdict('3 ports', 'count(ports[where coast = north])')).toBe('reproduced');
    expect(verdict('3 ports', 'count(ports[where north])')).toBe('reproduced');
    expect(verdict('3 ports', 'count(ports[where coast <> south])')).toBe('reproduced');
    expect(verdict('5 ports', 'count(ports[where port <> Arn])')).toBe('reproduced');
    expect(verdict('3 ports', 'count(ports[where in north])')).toBe('reproduced');
  });

  test('a table of the name of a class is not the class', () => {
    const north = claimTable('north', fields, rows.slice(0, 2));
    expect(verdict('3 ports', 'count(ports[where coast = north])', world(ports, north))).toBe('reproduced');
    expect(verdict('2 ports', 'count(north)', world(ports, north))).toBe('reproduced');
  });

  test('a misspelt place in braces is an error, never a contradiction', () => {
    expect(problem('ports[1 to 2] = {Arn, Belmm}')).toBe(
      '4:34 no table has a unit Belmm. Did you mean Belm? The units are: Arn, Belm, Corve, Dunn, Eske, Farl.',
    );
    expect(problem('ports[1 to 2].coast = {north, sauth}')).toContain('ports has no coast sauth. Did you mean south?');
    expect(problem('count(ports[where coast = norht])')).toContain('ports has no coast norht. Did you mean north?');
    expect(problem('count(ports[where port = Arm])')).toContain('Did you mean Arn?');
    expect(problem('count(ports[where nroth])')).toContain('Did you mean north');
  });

  test('unknown tables, columns, rows, functions and figures name the nearest', () => {
    expect(problem('sum(port.score)')).toContain('there is no table port. Did you mean ports?');
    expect(problem('sum(ports.scor)')).toContain('4:22 ports has no column scor. Did you mean score?');
    expect(problem('ports[Dun].score')).toContain('ports has no row Dun. Did you mean Dunn?');
    expect(problem('total(ports.score)')).toContain('there is no function total');
    expect(problem('text.totl')).toContain('there is no figure totl in the text');
    expect(problem('ports[9].score')).toContain('ports has no rank 9');
  });

  test('all problems of a file are told at once, each with its place', () => {
    const { problems } = judged(`
- id: a
  says: first
  printed: 1
  compute: sum(ports.scor)
- id: b
  says: second
  printd: 2
  compute: sum(ports.score
- id: c
  printed: 3
  compute: 1
- id: d
  says: many
  printed: lots
  compute: 1
`);
    expect(problems.map(({ line, claim }) => [line, claim])).toEqual([
      [8, 'b'],
      [9, 'b'],
      [10, 'c'],
      [15, 'd'],
      [5, 'a'],
    ]);
  });
});

describe('evidence', () => {
  test('cells that cancel, and cells that only decide a condition, are listed', () => {
    const cancelled = judge('0', 'ports[Arn].score - ports[Arn].score');
    expect(cancelled.cells.map(({ ref }) => ref)).toContain('ports#1/score');
    const counted = judge('3 ports', 'count(ports[where coast = north])');
    expect(counted.cells.filter(({ ref }) => ref.endsWith('/coast'))).toHaveLength(6);
  });

  test('the name beside a rank, and the names asked whether they stand in a list, are listed', () => {
    const names = ({ cells }: ReturnType<typeof judge>): string[] =>
      cells.map(({ ref }) => ref).filter((ref) => ref.endsWith('/port'));
    expect(names(judge('rank 4', 'rank(Dunn, ports)'))).toEqual(['ports#4/port']);
    expect(names(judge('2 ports', 'count(ports[1 to 3 where in {Arn, Belm}])'))).toHaveLength(3);
  });

  test('a condition used twice makes one choice', () => {
    // Whether the last two lie above 48 is open; the same rows are in both counts.
    const share = judge('1', 'count(ports[where score > 48]) / count(ports[where score > 48])');
    expect([share.bounds!.lower.toString(), share.bounds!.upper.toString()]).toEqual(['1', '1']);
  });
});

describe('units', () => {
  test('per cent is a hundredth in tables, claims and expressions', () => {
    expect(verdict('16.1 %', 'ports[Arn].growth')).toBe('reproduced');
    expect(verdict('0.161', 'ports[Arn].growth')).toBe('reproduced');
    expect(verdict(null, 'ports[Arn].growth = 16.1 %')).toBe('reproduced');
    expect(verdict('16.1', 'ports[Arn].growth')).toBe('contradicted');
  });

  test('a share printed without its unit is called so', () => {
    expect(judge('16.1', 'ports[Arn].growth').reading).toBe('per cent without its sign');
  });
});

describe('rounding', () => {
  test('a condition and its opposite are possible together on a cut', () => {
    expect(verdict(null, 'ports[Eske].score < 48 or ports[Eske].score >= 48')).toBe('consistent');
  });

  test('a denominator that may be zero is untestable, not consistent with anything', () => {
    const row = judge('3', 'ports[Arn].score / (ports[Eske].score - ports[Farl].score)');
    expect([row.verdict, row.why]).toEqual(['consistent', 'untestable']);
  });

  test('equal values stand in either order, and a rank by value spans both', () => {
    expect(verdict(null, 'top(6, ports.score) = {Arn, Belm, Corve, Dunn, Farl, Eske}')).toBe('consistent');
    expect(verdict(null, 'top(2, ports.score) = {Arn, Belm}')).toBe('reproduced');
    expect(verdict(null, 'top(2, ports.score) = {Belm, Arn}')).toBe('contradicted');
    expect(verdict(null, 'members(top(2, ports.score)) = {Belm, Arn}')).toBe('reproduced');
    const rank = judge('rank 5', 'rank(Farl, ports.score)');
    expect([rank.bounds!.lower.toString(), rank.bounds!.upper.toString()]).toEqual(['5', '6']);
  });

  test('rows that printed digits leave undecided are counted as choices', () => {
    const three = claimTable(
      'three',
      [{ name: 'unit', role: 'unit' }, { name: 'x' }],
      [
        ['a', '10'],
        ['b', '10'],
        ['c', '10'],
      ],
    );
    const row = judge('1 unit', 'count(three[where x > mean(three.x)])', world(three));
    expect([row.verdict, row.bounds!.lower.toString(), row.bounds!.upper.toString()]).toEqual(['consistent', '0', '3']);
  });
});

describe('empty cells', () => {
  const gaps = claimTable(
    'gaps',
    [{ name: 'unit', role: 'unit' }, { name: 'x' }],
    [
      ['a', '1.0'],
      ['b', 'n.a.'],
      ['c', '3.0'],
    ],
  );

  test('a sum that leaves one out is neither reproduced nor contradicted, and says so', () => {
    for (const printed of ['4.0', '9.0']) {
      const { verdict: found, why, assumptions } = judge(printed, 'sum(gaps.x)', world(gaps));
      expect([found, why]).toEqual(['consistent', 'partial-inputs']);
      expect(assumptions).toEqual(['1 of 3 cells of gaps.x print no number and are left out']);
    }
    expect(judge('1.0', 'gaps[b].x', world(gaps))).toMatchObject({
      verdict: 'not-computable',
      text: 'the tables do not give it: gaps prints no number in x of b',
    });
    expect(verdict('1.0', 'gaps[a].x', world(gaps))).toBe('reproduced');
  });
});

describe('a list that is cut off', () => {
  const all = claimTable(
    'all',
    [
      { name: 'city', role: 'unit' },
      { name: 'north', role: 'class' },
    ],
    [
      ['A', 'yes'],
      ['B', 'no'],
      ['C', 'yes'],
      ['D', 'yes'],
    ],
  );
  const list = claimTable(
    'list',
    [
      { name: 'rank', role: { role: 'rank', of: 'x', population: 'all' } },
      { name: 'city', role: 'unit' },
      { name: 'x' },
    ],
    [
      ['1', 'A', '5.0'],
      ['2', 'B', '3.0'],
    ],
  );
  const of = world(list, all);

  test('count(list) is its length, count(list[all]) and count(list[where …]) the population', () => {
    expect(verdict('2 cities', 'count(list)', of)).toBe('reproduced');
    expect(verdict('4 cities', 'count(list[all])', of)).toBe('reproduced');
    expect(verdict('3 cities', 'count(list[where north])', of)).toBe('reproduced');
    expect(verdict('1 city', 'count(list[1 to 2 where north])', of)).toBe('reproduced');
  });

  test('an absent unit lies between zero and the last printed value, and behind the last rank', () => {
    const sum = judge('6', 'sum(list[where north].x)', of);
    expect([sum.bounds!.lower.toString(), sum.bounds!.upper.toString(), sum.verdict, sum.why]).toEqual([
      '4.95',
      '11.15',
      'consistent',
      'partial-inputs',
    ]);
    expect(sum.value).toBeNull();
    expect(sum.assumptions).toEqual([
      'x of a unit that list does not list lies between zero and the last that it prints',
    ]);
    expect(sum.value).toBeNull();
    const rank = judge('rank 3', 'rank(C, list)', of);
    expect([rank.bounds!.lower.toString(), rank.bounds!.upper.toString()]).toEqual(['3', '4']);
    expect(verdict('rank 2', 'rank(C, list)', of)).toBe('contradicted');
  });

  test('every claim that reads an absent unit cites the last printed value and says what it takes for granted', () => {
    const one = (id: string) => `- id: ${id}\n  says: s\n  printed: 6\n  compute: sum(list[where north].x)\n`;
    const { claims } = readClaims(one('first') + one('second'), 'c.yaml', of.tables);
    const [first, second] = judgeClaims(claims, of).judged;
    expect(second!.assumptions).toEqual(first!.assumptions);
    expect(second!.cells).toEqual(first!.cells);
    expect(second!.cells.map(({ ref }) => ref)).toContain('list#2/x');
  });

  test('where a point is left, inputs published in part are enough', () => {
    expect(verdict('at most 2', 'rank(A, list)', of)).toBe('reproduced');
    expect(verdict('at most 2', 'rank(D, list)', of)).toBe('contradicted');
  });
});

describe('a probability', () => {
  test('near zero keeps bounds above zero', () => {
    const { bounds } = judge('less than 0.001', 'pvalue(0.806, 100)');
    expect(bounds!.lower.sign()).toBe(1);
    expect(bounds!.upper.toNumber()).toBeCloseTo(4.764597881310163e-24, 33);
  });
});

describe('a budget of boxes, not of time', () => {
  const many = claimTable(
    'many',
    [{ name: 'unit', role: 'unit' }, { name: 'x' }, { name: 'y' }],
    Array.from({ length: 12 }, (_, at) => [`u${at}`, `${(at * 7) % 31}.${at % 10}`, `${(at * 11) % 29}.${at % 7}`]),
  );

  test('Pearson and Gini of 12 rows are enclosed, and their values lie inside', () => {
    for (const compute of ['pearson(many.x, many.y)', 'gini(many.x)']) {
      const { bounds, value } = judge('0.5', compute, world(many));
      expect(bounds!.lower.compare(value![0])).toBe(-1);
      expect(bounds!.upper.compare(value![1])).toBe(1);
      expect(bounds!.upper.minus(bounds!.lower).toNumber()).toBeLessThan(0.1);
    }
  });
});

describe('each', () => {
  test('columns in parallel make a claim a row, with what they print', () => {
    const { judged: all, problems } = judged(
      '- id: "share-{x}"\n  says: "{x} prints its score"\n  each:\n    x: [Arn, Belm]\n    printed: [82.40, 77.2]\n  compute: ports[{x}].score\n',
    );
    expect(problems).toEqual([]);
    expect(all.map(({ claim, verdict: one }) => [claim.id, claim.says, claim.printed, one])).toEqual([
      ['share-Arn', 'Arn prints its score', '82.40', 'reproduced'],
      ['share-Belm', 'Belm prints its score', '77.2', 'contradicted'],
    ]);
  });

  test('a table makes a claim for each of its rows, and the printed cell is evidence', () => {
    const { judged: all } = judged(
      '- id: "growth-{port}"\n  says: growth\n  each: ports[1 to 3]\n  printed: "{growth} %"\n  compute: growth(ports[{port}].score, ports[{port}].before)\n',
    );
    expect(all.map(({ claim, verdict: one }) => [claim.id, one])).toEqual([
      ['growth-Arn', 'reproduced'],
      ['growth-Belm', 'reproduced'],
      ['growth-Corve', 'reproduced'],
    ]);
    expect(all[0]!.cells.map(({ ref }) => ref)).toContain('ports#1/growth');
  });

  test('columns of two lengths, and an id without a placeholder, are problems', () => {
    const { problems } = judged(
      '- id: a\n  says: b\n  each:\n    x: [Arn, Belm]\n    y: [Arn]\n  printed: 1\n  compute: 1\n',
    );
    expect(problems[0]!.message).toBe('the columns of each require one length, got x 2, y 1');
    const twice = judged('- id: a\n  says: b\n  each:\n    x: [Arn, Belm]\n  printed: 1\n  compute: 1\n').problems;
    expect(twice.map(({ message }) => message)).toContain('another claim has this id');
  });
});

describe('a file of one’s own', () => {
  const user = claimTable(
    'user',
    [{ name: 'port', role: 'unit' }, { name: 'freight' }],
    [
      ['Arn', '9.1'],
      ['Belm', '8.0'],
      ['Corve', '7.7'],
      ['Dunn', '6.0'],
      ['Eske', '5.1'],
      ['Farl', '4.4'],
    ],
  );
  const yaml =
    '- id: freight\n  says: correlated\n  printed: 0.98\n  compute: pearson(user.freight, ports.score)\n  needs:\n    user:\n      who: public\n      columns: [port, freight]\n';

  test('a claim that needs one is not computable without, and judged with it', () => {
    const { claims } = readClaims(yaml, 'c.yaml');
    expect(judgeClaims(claims, world()).judged[0]!.verdict).toBe('not-computable');
    expect(judgeClaims(claims, { ...world(), user }).judged[0]!.verdict).not.toBe('not-computable');
  });

  test('a file that leaves a claim undecided makes a row that says why; a mistake of the claim stays an error', () => {
    const short = claimTable(
      'user',
      [{ name: 'port', role: 'unit' }, { name: 'freight' }],
      [
        ['Arn', '9.1'],
        ['Belm', '8.0'],
      ],
    );
    const { claims } = readClaims(
      `${yaml}${yaml.replace('id: freight', 'id: wrong').replace('ports.score', 'ports.scor')}`,
      'c.yaml',
    );
    const { judged: found, problems } = judgeClaims(claims, { ...world(), user: short });
    expect(found).toMatchObject([
      { verdict: 'not-computable', text: expect.stringMatching(/^the file does not decide it: .*3/) },
    ]);
    expect(problems.map(({ claim }) => claim)).toEqual(['wrong']);
    const unsaid = readClaims(yaml.slice(0, yaml.indexOf('  needs:')), 'c.yaml').claims;
    expect(judgeClaims(unsaid, { ...world(), user: short }).problems.map(({ claim }) => claim)).toEqual(['freight']);
  });

  test.each([
    ['40.3', 'sum(user.freight)', 'reproduced'],
    ['17.1', 'sum(user[Arn, Belm].freight)', 'reproduced'],
    ['24.8', 'sum(user[1 to 3].freight)', 'reproduced'],
    ['9.5', 'sum(user[last 2].freight)', 'reproduced'],
    ['3 ports', 'count(user[where freight > 7])', 'reproduced'],
    ['20.2', 'sum(user[where north].freight)', 'reproduced'],
    ['3 ports', 'count(ports[where user.freight > 7])', 'reproduced'],
    ['1 ports', 'count(ports[where north and not user.freight < 7])', 'reproduced'],
    ['9.05', 'ports[Arn].score / user[Arn].freight', 'reproduced'],
    ['4 ports', 'count(ports[where score / user.freight > 9.5])', 'reproduced'],
    ['6 ports', 'count(ports[where in user])', 'reproduced'],
    [null, 'all(user, freight < 10)', 'reproduced'],
    [null, 'top(2, user.freight) = {Arn, Belm}', 'reproduced'],
    [null, 'falling(user.freight)', 'reproduced'],
  ])('%s, %s, is %s', (printed, compute, expected) => {
    expect(judge(printed, compute, { ...world(), user }).verdict).toBe(expected);
  });

  test('none is given: that is said wherever it is named', () => {
    for (const compute of ['sum(user.freight)', 'sum(user[Arn].freight)', 'count(user[where freight > 7])'])
      expect(problem(compute)).toContain('user means a file of your own, and none is given');
  });

  test('only the claims asked for are judged, and what the others print is known to them', () => {
    const { claims } = readClaims(
      '- id: total\n  says: a sum\n  printed: 391.5\n  compute: sum(ports.score)\n- id: twice\n  says: twice the sum\n  printed: 783\n  compute: 2 * text.total\n',
      'c.yaml',
    );
    const { judged: found } = judgeClaims(claims, world(), ({ id }) => id === 'twice');
    expect(found.map(({ claim, verdict: own }) => [claim.id, own])).toEqual([['twice', 'reproduced']]);
  });
});

describe('a table that prints some of its units', () => {
  const some = claimTable(
    'some',
    [{ name: 'port', role: { role: 'unit', population: 9 } }, { name: 'score' }],
    [
      ['Arn', '82.4'],
      ['Belm', '77.0'],
    ],
  );
  const of = world(some);
  test('leaves what is said of all open, and what is said of printed ones not', () => {
    expect(judge('79.7', 'mean(some.score)', of)).toMatchObject({ verdict: 'consistent', why: 'partial-inputs' });
    expect(judge('10.0', 'mean(some.score)', of)).toMatchObject({ verdict: 'consistent', why: 'partial-inputs' });
    expect(judge('2 ports', 'count(some[where score > 70])', of)).toMatchObject({ why: 'partial-inputs' });
    expect(verdict('159.4', 'sum(some[Arn, Belm].score)', of)).toBe('reproduced');
    expect(verdict('195.4', 'sum(some[1 to 2].score)', of)).toBe('contradicted');
    expect(judge('79.7', 'mean(some.score)', of).assumptions).toEqual([
      'some prints 2 of 9 units; the others are not known',
    ]);
  });

  test('one printed unit refutes "all" and proves "any"', () => {
    expect(verdict(null, 'all(some, score > 80)', of)).toBe('contradicted');
    expect(judge(null, 'all(some, score > 70)', of)).toMatchObject({ verdict: 'consistent', why: 'partial-inputs' });
    expect(verdict(null, 'any(some, score > 80)', of)).toBe('reproduced');
    expect(judge(null, 'any(some, score > 90)', of)).toMatchObject({ verdict: 'consistent', why: 'partial-inputs' });
  });
});

test('a table in full width reads as one in half width', () => {
  const wide = claimTable(
    'wide',
    [{ name: 'city', role: 'unit' }, { name: 'share' }],
    [
      ['Ata', '１２.5％'],
      ['Bio', '10.0％'],
    ],
  );
  expect(judge('12.5％', 'wide[Ata].share', world(wide)).verdict).toBe('reproduced');
  expect(judge('22.5 %', 'sum(wide.share)', world(wide)).verdict).toBe('reproduced');
});

describe('a row that sums up others', () => {
  const own: readonly Field[] = [
    { name: 'rank', role: { role: 'rank', of: 'output' } },
    { name: 'region', role: 'unit' },
    { name: 'zone' },
    { name: 'output', role: 'value' },
    { name: 'share', role: [{ role: 'share of total', of: 'output' }, { role: 'shares' }] },
    { name: 'change', role: { role: 'rank change', of: 'rank' } },
  ];
  const table = (change: string) =>
    claimTable('regions', own, [
      ['1', 'Ata', 'north', '150.0', '50.0', '1'],
      ['2', 'Bio', 'south', '90.0', '30.0', change],
      ['3', 'Maul', 'south', '60.0', '20.0', '0'],
      ['', 'Total', '', '300.0', '100.0', ''],
    ]);
  const contradicted = (change: string): string[] => {
    const regions = table(change);
    const { judged: all } = judgeClaims(invariantsOf({ table: regions, fields: own }, new Map()), world(regions));
    return all.filter(({ verdict: found }) => found === 'contradicted').map(({ claim }) => claim.id);
  };

  test('is no unit to the checks of roles: shares are of the others, and ranks before a change are still held', () => {
    expect(contradicted('-1')).toEqual([]);
    expect(contradicted('1')).toEqual(['regions-change-earlier-ranks']);
  });

  test('with an empty cell in a column of texts equals no text', () => {
    expect(judge('1 region', 'count(regions[where zone = north])', world(table('-1'))).verdict).toBe('reproduced');
  });
});
