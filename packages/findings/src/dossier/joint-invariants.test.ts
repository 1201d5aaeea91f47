import { claimTable, type Field, invariantsOf, jointInvariants, judgeClaims, type World } from '@indexlab/claims';
import { jointBounds } from '@indexlab/index-engine/recover';
import { describe, expect, test } from 'vitest';

const fields: readonly Field[] = [
  { name: 'region', role: 'unit' },
  { name: 'sea', role: { role: 'row total', unit: 'All' } },
  { name: 'air', role: { role: 'row total', unit: 'All' } },
  { name: 'both', role: { role: 'sum', of: ['sea', 'air'] } },
];

/** The checks of a table of three regions and their total, each alone and all together. */
function judged(both: readonly [string, string, string], all: readonly [string, string, string]) {
  const rows = ['North', 'South', 'East'].map((region, at) => [region, '1', '1', both[at]!]);
  const table = claimTable('freight', fields, [...rows, ['All', ...all]]);
  const tables = new Map([['freight', table]]);
  const world: World = { tables, figures: new Map(), user: null, others: new Map(), places: null, solve: jointBounds };
  const { judged: alone, problems } = judgeClaims(invariantsOf({ table, fields }, tables), world);
  expect(problems).toEqual([]);
  return { alone, together: jointInvariants(alone, world) };
}

describe('the relations that roles make, solved together', () => {
  test('a table whose sums down and across hold is not told', () => {
    const { alone, together } = judged(['2', '2', '2'], ['3', '3', '6']);
    expect(alone.map(({ verdict }) => verdict)).not.toContain('contradicted');
    expect(together).toEqual([]);
  });

  test('sums that each rounding allows, and all together do not, are one contradiction with the smallest conflict', () => {
    // Three sums of at least 2.5 make 7.5; the two totals are below 3.5 each.
    const { alone, together } = judged(['3', '3', '3'], ['3', '3', '6']);
    expect(alone.map(({ verdict }) => verdict)).not.toContain('contradicted');
    expect(together).toMatchObject([{ verdict: 'contradicted', claim: { id: 'freight-together' } }]);
    expect(together[0]!.text).toMatch(/^impossible together: /);
    for (const name of ['freight-sea-all', 'freight-air-all', 'freight-both-north'])
      expect(together[0]!.text).toContain(name);
  });

  test('a relation that is contradicted alone is left out of it', () => {
    const { alone, together } = judged(['5', '2', '2'], ['3', '3', '6']);
    expect(alone.filter(({ verdict }) => verdict === 'contradicted')).toHaveLength(1);
    expect(together).toEqual([]);
  });
});
