import { describe, expect, test } from 'vitest';
import { fields, judge, judged, rows, world } from '../test/harbour.js';
import { claimTable } from './index.js';

const verdict = (...of: Parameters<typeof judge>) => judge(...of).verdict;

/** The ports with another token in one cell. */
function portsWith(row: number, column: string, token: string) {
  const at = fields.findIndex(({ name }) => name === column);
  const cells = rows.map((cells, line) =>
    line === row - 1 ? cells.map((cell, index) => (index === at ? token : cell)) : cells,
  );
  return world(claimTable('ports', fields, cells));
}

describe('a table with a gap', () => {
  const claims = `
- { id: fourth, says: a, printed: 61.2, compute: "ports[4].score" }
- { id: last, says: a, printed: 48.0, compute: "ports[6 to 6].score" }
- { id: total, says: a, printed: 391.5, compute: "sum(ports.score)" }
- { id: leader, says: a, compute: "ports[1].score > ports[2].score" }
`.replace(/\{ (.*) \}/g, (_, entry: string) => entry.split(/, (?=\w+:)/).join('\n  '));
  const told = (of: ReturnType<typeof world>) => {
    const { judged: all, problems } = judged(claims, of);
    expect(problems).toEqual([]);
    return Object.fromEntries(
      all.map(({ claim: { id }, verdict: one, text }) => [id, one === 'not-computable' ? text : one]),
    );
  };

  test.each([
    ['a rank changed', portsWith(4, 'rank', '9'), { fourth: 'the tables do not give it: ports has no rank 4' }],
    [
      'a rank twice',
      portsWith(4, 'rank', '6'),
      {
        fourth: expect.stringContaining('no rank 4'),
        last: expect.stringContaining('rank 6 of ports stands 2 times (Dunn, Farl)'),
      },
    ],
    ['a rank empty', portsWith(6, 'rank', ''), { last: expect.stringContaining('no rank 6') }],
    [
      'a value empty',
      portsWith(1, 'score', 'n.a.'),
      { leader: expect.stringContaining('prints no number in score of Arn'), total: 'consistent' },
    ],
  ])('%s, is the problem of the rows that ask for it, and the others are judged', (_, of, expected) => {
    expect(told(of)).toEqual({
      fourth: 'reproduced',
      last: 'reproduced',
      total: 'reproduced',
      leader: 'reproduced',
      ...expected,
    });
  });

  test('a rank that the table cannot have is a mistake of the claim', () => {
    const { problems } = judged('- id: a\n  says: b\n  printed: 1\n  compute: ports[7].score\n');
    expect(problems.map(({ message }) => message)).toEqual(['ports has no rank 7']);
  });

  test('a range without one of its ranks is known in part only', () => {
    const of = portsWith(2, 'rank', '9');
    expect(judge('234.3', 'sum(ports[1 to 3].score)', of)).toMatchObject({
      verdict: 'consistent',
      why: 'partial-inputs',
    });
    expect(judge('234.3', 'sum(ports[1 to 3].score)', of).assumptions).toEqual(['ports prints no rank 2']);
  });

  test('a denominator that the tables make zero is a gap, one that the claim writes is a mistake', () => {
    expect(verdict('1', '1 / count(ports[where score > 100])')).toBe('not-computable');
    expect(judged('- id: a\n  says: b\n  printed: 1\n  compute: 1 / 0\n').problems).toHaveLength(1);
    expect(verdict('1', 'mean(ports[where score > 100].score)')).toBe('not-computable');
  });
});

describe('where the printed digits do not decide which rows belong', () => {
  // Eske and Farl print 48.0, which may lie on either side of 48.
  const open = 'score > 48';

  test.each([
    [`which(ports.score > 48) = {Arn, Belm, Corve, Dunn}`, 'consistent'],
    [`which(ports.score > 48) = {Arn, Belm, Corve, Dunn, Eske}`, 'consistent'],
    [`which(ports.score > 48) = {Belm, Corve, Dunn, Eske}`, 'contradicted'],
    [`which(ports.score > 48) <> {Belm, Corve, Dunn}`, 'reproduced'],
    [`ports[where ${open}] = {Arn, Belm, Corve, Dunn, Farl}`, 'consistent'],
    [`ports[where ${open}] = {Arn, Belm, Corve, Farl, Dunn}`, 'contradicted'],
    [`ports[where ${open}] = {Arn, Belm, Corve}`, 'contradicted'],
    [`members(ports[where ${open}]) = {Dunn, Belm, Corve, Arn}`, 'consistent'],
    [`ports[where ${open}] in {Arn, Belm, Corve, Dunn}`, 'consistent'],
    [`ports[where ${open}] in {Arn, Belm, Corve}`, 'contradicted'],
    [`ports[where ${open}] in {Arn, Belm, Corve, Dunn, Eske, Farl}`, 'reproduced'],
    [`ports[Eske] in ports[where ${open}]`, 'consistent'],
    [`ports[Arn] in ports[where ${open}]`, 'reproduced'],
    [`all(ports[where ${open}].growth > 5.6 %)`, 'consistent'],
    [`all(ports[where ${open}].growth > 13.2 %)`, 'contradicted'],
    [`any(ports[where ${open}].growth < 6 %)`, 'consistent'],
    [`any(ports[where ${open}], growth < 6 %)`, 'consistent'],
    [`falling(ports[where ${open}].before)`, 'contradicted'],
    [`once(ports[where ${open}].score)`, 'consistent'],
    [`top(5, ports[where ${open}].before) = {Arn, Corve, Belm, Dunn, Eske}`, 'consistent'],
    [`top(4, ports[where ${open}].growth) = {Belm, Dunn, Arn, Corve}`, 'consistent'],
  ])('%s is %s', (compute, expected) => {
    expect(verdict(null, compute)).toBe(expected);
  });

  test.each([
    ['4 ports', `count(which(ports.score > 48))`],
    ['6 ports', `count(which(ports.score > 48))`],
    ['5 ports', `count(ports[where ${open}].growth > 5 %)`],
    ['2 coasts', `distinct(ports[where ${open}].coast)`],
    ['5.5 %', `min(ports[where ${open}].growth)`],
    ['13.0 %', `min(ports[where ${open}].growth)`],
    ['rank 3', `rank(Arn, ports[where ${open}].growth)`],
    ['rank 4', `rank(Arn, ports[where ${open}].growth)`],
    ['60.2', `median(ports[where ${open}].before)`],
    ['55.5', `median(ports[where ${open}].before)`],
  ])('%s may be %s', (printed, compute) => {
    expect(verdict(printed, compute)).toMatch(/reproduced|consistent/);
  });

  test.each([
    ['3 ports', `count(which(ports.score > 48))`],
    ['13.2 %', `min(ports[where ${open}].growth)`],
    ['rank 2', `rank(Arn, ports[where ${open}].growth)`],
    ['70.9', `median(ports[where ${open}].before)`],
    ['1 coasts', `distinct(ports[where ${open}].coast)`],
  ])('%s cannot be %s', (printed, compute) => {
    expect(verdict(printed, compute)).toBe('contradicted');
  });
});
