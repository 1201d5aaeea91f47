import { claimTable, judgeClaims, readClaims } from '@indexlab/claims';
import { jointBounds } from '@indexlab/index-engine/recover';
import { describe, expect, test } from 'vitest';

const ports = claimTable(
  'ports',
  [{ name: 'port', role: 'unit' }, { name: 'score' }],
  [
    ['Arn', '82.4'],
    ['Belm', '77.0'],
    ['Corve', '74.9'],
  ],
);

function judge(yaml: string) {
  const { claims, problems, unknowns } = readClaims(yaml, 'c.yaml');
  const world = {
    tables: new Map([['ports', ports]]),
    figures: new Map(),
    user: null,
    others: new Map(),
    places: null,
    unknowns,
    solve: jointBounds,
  };
  const result = judgeClaims(claims, world);
  const found = result.judged.find(({ claim }) => claim.id === 'together');
  return { ...found, problems: [...problems, ...result.problems].map(({ message }) => message) };
}

/** Three tiers of which shares are printed and no level, so that the whole is one. */
const tiers = (second: string, growth: string) => `
unknown:
  first: 0 to 1
  second: 0 to 1
  third: 0 to 1
  before: 0 to 10
claims:
  - { id: whole, says: the tiers are the whole, printed: 1, exact: true, compute: unknown.first + unknown.second + unknown.third }
  - { id: leading, says: a share, printed: 50.0 %, compute: unknown.first / (unknown.first + unknown.second + unknown.third) }
  - { id: middle, says: a share, printed: ${second}, compute: unknown.second }
  - { id: last, says: a share, printed: 20.0 %, compute: unknown.third }
  - { id: growth, says: a growth, printed: ${growth}, compute: unknown.first / unknown.before - 1 }
  - { id: smaller, says: it was smaller, compute: unknown.before < unknown.third * 2 }
  - id: together
    says: shares and growth can hold together
    system: [whole, leading, middle, last, growth, smaller]
`;

describe('a system of claims', () => {
  test('that can hold together is consistent, and says what the unknown numbers are', () => {
    expect(judge(tiers('30.0 %', '25.0 %'))).toMatchObject({
      verdict: 'reproduced',
      text: expect.stringContaining('unknown.before 0.39944 to 0.4004'),
      problems: [],
    });
  });

  test('that cannot names the smallest conflict', () => {
    expect(judge(tiers('31.0 %', '25.0 %'))).toMatchObject({
      verdict: 'contradicted',
      text: 'impossible together: whole (1), leading (50.0 %), middle (31.0 %), last (20.0 %)',
    });
    expect(judge(tiers('30.0 %', '15.0 %'))).toMatchObject({
      verdict: 'contradicted',
      text: 'impossible together: leading (50.0 %), middle (30.0 %), last (20.0 %), growth (15.0 %), smaller (it was smaller)',
    });
  });

  test('takes cells and the numbers of other claims as what they are', () => {
    const sums = (half: string) => `
- { id: total, says: a sum, printed: 234.3, compute: sum(ports.score) }
- { id: half, says: half of it, printed: ${half}, compute: text.total / 2 }
- id: together
  says: both hold
  system: [total, half]
`;
    expect(judge(sums('117.15'))).toMatchObject({ verdict: 'reproduced' });
    expect(judge(sums('117.51'))).toMatchObject({
      verdict: 'contradicted',
      text: 'impossible together: half (117.51)',
    });
  });

  test('needs claims that are there, and linear', () => {
    expect(judge('- id: together\n  says: b\n  system: [nothing]\n').problems).toEqual([
      'system names nothing, which is no claim',
    ]);
    const root = '- id: root\n  says: a root\n  printed: 9.1\n  compute: sqrt(ports[Arn].score)\n';
    expect(judge(`${root}- id: together\n  says: b\n  system: [root]\n`).problems).toEqual([
      'a system takes sums and ratios of sums',
    ]);
    expect(judge('- id: together\n  says: b\n  printed: 1\n  system: [together]\n').problems[0]).toMatch(
      /takes neither/,
    );
    expect(judge('unknown:\n  a: some\nclaims: []\n').problems).toEqual(['unknown.a requires bounds such as 0 to 100']);
  });
});
