import { readFileSync } from 'node:fs';
import { correctDigits, worstDigits } from '@indexlab/stats';
import { describe, expect, test } from 'vitest';
import { buildIndex } from '../build/build-index.js';
import { readSpecification } from '../specification/read-specification.js';
import { coherence, groupCoherence } from './index.js';

/** Made by tools/references/factor-weights.R. */
interface Reference {
  values: number[][];
  eigenvalues: number[];
  alpha: { alpha: number; dropped: number[] };
  kmo: number;
  bartlett: number;
}
const reference = JSON.parse(
  readFileSync(new URL('../../references/factor-weights.json', import.meta.url), 'utf8'),
) as Reference;
const columns = Object.fromEntries(
  ['a', 'b', 'c', 'd', 'e', 'f'].map((name, j) => [name, Float64Array.from(reference.values, (row) => row[j]!)]),
);
const { a, b, c } = columns as Record<string, Float64Array>;

describe('groupCoherence', () => {
  const all = groupCoherence('all', columns);
  const first = groupCoherence('first', { a: a!, b: b!, c: c! });

  test('agrees with R to twelve digits', () => {
    expect(correctDigits(first.alpha!, reference.alpha.alpha)).toBeGreaterThanOrEqual(12);
    expect(
      worstDigits(
        first.alphaWithout.map((row) => row.alpha!),
        reference.alpha.dropped,
      ),
    ).toBeGreaterThanOrEqual(12);
    expect(
      worstDigits(
        all.components.map((row) => row.eigenvalue),
        reference.eigenvalues,
      ),
    ).toBeGreaterThanOrEqual(12);
    expect(correctDigits(all.kmo!, reference.kmo)).toBeGreaterThanOrEqual(12);
    expect(correctDigits(all.bartlett!.statistic, reference.bartlett)).toBeGreaterThanOrEqual(12);
  });

  test('counts the dimensions of a group', () => {
    expect([first.dimensions, all.dimensions]).toEqual([1, 2]);
  });

  test('what cannot be computed is null, with a note', () => {
    const group = groupCoherence('twice', { a: a!, again: a!.slice() });
    expect([group.kmo, group.bartlett]).toEqual([null, null]);
    expect(group.notes.join()).toContain('no column that others make up');
    expect(groupCoherence('constant', { a: a!, b: a!.map(() => 1) }).alpha).toBeNull();
  });
});

describe('coherence', () => {
  const specification = readSpecification(`
id: d
title: D
tree:
  id: t
  title: T
  children:
    - { id: left, title: L, children: [{ id: p, title: P }, { id: q, title: Q }] }
    - { id: right, title: R, children: [{ id: s, title: S }] }
`);
  const built = (q: number[], s: number[]): ReturnType<typeof coherence> =>
    coherence(buildIndex(specification, { place: ['u', 'v', 'w', 'x', 'y'], p: [1, 2, 3, 4, 5], q, s }));
  const pairs = ({ correlations }: ReturnType<typeof coherence>): Record<string, string | null> =>
    Object.fromEntries(correlations.map((row) => [`${row.a}-${row.b}`, row.flag]));

  test('compares siblings and every node with those above, but not an only child with its parent', () => {
    const rows = built([2, 1, 4, 3, 5], [1, 5, 2, 4, 3]).correlations;
    expect(rows.map((row) => `${row.a}-${row.b}`)).toEqual([
      'left-right',
      'p-q',
      'left-t',
      'p-left',
      'p-t',
      'q-left',
      'q-t',
      'right-t',
      's-t',
    ]);
    expect(rows.filter((row) => row.relation === 'siblings')).toHaveLength(2);
  });

  test('flags siblings that are collinear, weak or against each other', () => {
    expect(pairs(built([2, 4, 6, 8, 11], [5, 4, 3, 2, 1]))).toMatchObject({
      'p-q': 'collinear',
      'left-right': 'negative',
      'p-left': null,
    });
    expect(pairs(built([3, 5, 1, 2, 4], [5, 4, 3, 2, 1]))).toMatchObject({ 'p-q': 'weak' });
  });

  test('a constant column has no correlation', () => {
    const row = built([1, 1, 1, 1, 1], [1, 5, 2, 4, 3]).correlations.find(({ a, b }) => a === 'p' && b === 'q')!;
    expect([row.estimate, row.flag, row.n]).toEqual([null, null, 5]);
  });

  test('a bound that is no correlation is refused', () => {
    expect(() => coherence(buildIndex(specification, { place: ['u'], p: [1], q: [1], s: [1] }), { weak: 3 })).toThrow(
      'got 3 (weak)',
    );
  });
});
